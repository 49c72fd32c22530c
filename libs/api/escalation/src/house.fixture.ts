// For the specs of this folder: a provider with somebody on call and a client whose P1 nobody may miss.
import type { Job, Tx } from '@daylight/api-database';
import { mailEntities } from '@daylight/api-mail/entities';
import { newId, type SystemScope } from '@daylight/api-platform';
import {
  addContract,
  addService,
  createClient,
  createProvider,
  createStaff,
  createTenant,
  createTestDatabase,
  signInAs,
  type TestDatabase,
} from '@daylight/api-testing';
import { openTicket } from '@daylight/api-tickets';
import { entities as ticketEntities } from '@daylight/api-tickets/entities';
import type { EscalationPolicy, OnCallSchedule } from '@daylight/domain';
import { stepRun } from './runs/step-run.js';
import { escalationSubscribers } from './runs/subscribers.js';

export const SETTING = { origin: 'https://daylight.example', secret: 's'.repeat(32) };

export interface House {
  readonly db: TestDatabase;
  readonly providerId: string;
  readonly adminId: string;
  readonly tenantId: string;
  readonly otherTenantId: string;
  readonly service: string;
  readonly coordinatorId: string;
  readonly requesterId: string;
  readonly kimId: string;
  readonly leeId: string;
}

export async function createHouse(): Promise<House> {
  const db = await createTestDatabase([...mailEntities, ...ticketEntities]);
  const { providerId, adminId } = await createProvider(db, 'North');
  const tenantId = await createTenant(db, providerId, 'ACME');
  const otherTenantId = await createTenant(db, providerId, 'BETA');
  const service = newId();
  await addService(db, providerId, service, 1);
  await addContract(db, { providerId, tenantId, services: [service] });
  return {
    ...{ db, providerId, adminId, tenantId, otherTenantId, service },
    coordinatorId: await createClient(db, providerId, tenantId, ['COORDINATOR']),
    requesterId: await createClient(db, providerId, tenantId, ['REQUESTER']),
    kimId: await createStaff(db, providerId, { name: 'Kim' }),
    leeId: await createStaff(db, providerId, { name: 'Lee' }),
  };
}

export type Channels = readonly (readonly [kind: string, address: string])[];

export async function addContact(
  { db, providerId }: Pick<House, 'db' | 'providerId'>,
  contact: {
    readonly name: string;
    readonly personId?: string;
    readonly tenantId?: string;
    readonly side?: 'CLIENT' | 'PROVIDER';
    readonly role?: string;
    readonly channels?: Channels;
    readonly verified?: string;
    readonly shared?: boolean;
  },
): Promise<string> {
  const contactId = newId();
  const channels = (contact.channels ?? [['EMAIL', `${contact.name.toLowerCase()}@call.example`]]).map(
    ([kind, address], index) => ({ id: `c${index + 1}`, kind, address, bouncedAt: null }),
  );
  await db.owner(
    `insert into escalation_contact (provider_id, contact_id, tenant_id, person_id, side, name, role, place, channels, languages, zone,
       valid_from, last_verified_at, shared, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7, 1, $8, '{ko}', 'Asia/Seoul', '2025-01-01', $9, $10, now())`,
    [
      ...[providerId, contactId, contact.tenantId ?? null, contact.personId ?? null, contact.side ?? 'PROVIDER'],
      ...[contact.name, contact.role ?? 'ENGINEER', JSON.stringify(channels), contact.verified ?? '2026-11-01'],
      contact.shared ?? false,
    ],
  );
  return contactId;
}

export const words = (text: string) => ({ ko: text, en: text });
const minutes = (count: number) => ({ unit: 'WALL_MINUTES', minutes: count }) as const;

/** Two people by the week, around the clock. */
export async function addSchedule({ db, providerId }: House, participants: readonly string[]): Promise<string> {
  const id = newId();
  const document: OnCallSchedule = {
    ...{ id, name: words('Infra'), zone: 'Asia/Seoul', swaps: [], overrides: [] },
    layers: [
      {
        ...{ id: 'primary', name: words('Primary'), participants, startDate: '2026-01-05', endDate: null, hours: null },
        rotation: { kind: 'WEEKLY', weekday: 'mon', handOver: '09:00' },
      },
    ],
  };
  await db.owner(
    `insert into on_call_schedule (provider_id, schedule_id, name_ko, name_en, document, updated_at) values ($1, $2, 'Infra', 'Infra', $3, now())`,
    [providerId, id, JSON.stringify(document)],
  );
  return id;
}

export async function addPolicy(
  { db, providerId }: House,
  change: Pick<EscalationPolicy, 'steps' | 'fallback'> & Partial<EscalationPolicy>,
): Promise<string> {
  const id = newId();
  const document: EscalationPolicy = {
    ...{ id, name: words('P1'), scope: { contractIds: [], priorities: [], types: [] } },
    ...{ repeats: 0, afterLastStep: minutes(20), ...change },
  };
  await db.owner(
    `insert into escalation_policy (provider_id, policy_id, name_ko, name_en, document, updated_at) values ($1, $2, 'P1', 'P1', $3, now())`,
    [providerId, id, JSON.stringify(document)],
  );
  return id;
}

export const step = (id: string, delay: number, ...targets: EscalationPolicy['steps'][number]['targets']) => ({
  ...{ id, delay: minutes(delay), targets },
});

/** A ticket of the coordinator's; P1 in contract unless said otherwise. */
export async function addTicket(
  house: House,
  more: { readonly priority?: 'P1' | 'P2' | 'P3'; readonly service?: string; readonly confidential?: boolean } = {},
): Promise<string> {
  const { db, providerId, tenantId, coordinatorId } = house;
  const rank = { P1: [1, 1], P2: [1, 2], P3: [2, 2] } as const;
  const [impact, urgency] = rank[more.priority ?? 'P1'];
  const caller = await signInAs(db, { providerId, personId: coordinatorId }, 'PORTAL');
  const outcome = await db.app.asPerson(caller, (tx) =>
    openTicket(tx, {
      ...{ tenantId, serviceItemId: more.service ?? house.service, subject: 'Database down', description: '' },
      ...{ type: 'INCIDENT', impact, urgency, priority: null, channel: 'PORTAL', openedAt: tx.now, fileIds: [] },
      ...{ requesterId: coordinatorId, watcherIds: [], followsUpId: null, confidential: more.confidential ?? false },
    }),
  );
  if (outcome.kind !== 'opened') throw new Error(JSON.stringify(outcome));
  return outcome.ticketId;
}

export function asSystem<T>(house: House, work: (tx: Tx<SystemScope>) => Promise<T>): Promise<T> {
  return house.db.worker.asSystem({ providerId: house.providerId, tenantId: house.tenantId }, work);
}

/** What the worker does when a ticket changed. */
export async function follow(house: House, ticketId: string): Promise<void> {
  const event = { id: newId(), topic: 'ticket.changed', tenantId: house.tenantId, ids: { ticketId } };
  for (const subscriber of escalationSubscribers.filter(({ topics }) => topics.includes('ticket.changed'))) {
    await asSystem(house, (tx) => subscriber.handle(tx, event));
  }
}

export interface Run {
  readonly escalation_id: string;
  readonly state: string;
  readonly priority: string;
  readonly next_at: number | null;
  readonly started_at: number;
  readonly stop_reason: string | null;
}

export async function runOf({ db }: House, ticketId: string): Promise<Run | null> {
  const [row] = await db.owner<Run>(
    `select escalation_id, state, priority, (extract(epoch from next_at) * 1000)::float8 as next_at,
       (extract(epoch from started_at) * 1000)::float8 as started_at, stop_reason
     from escalation where ticket_id = $1 order by started_at desc limit 1`,
    [ticketId],
  );
  return row ?? null;
}

export const takeStep = (house: House, escalationId: string): Promise<void> =>
  asSystem(house, (tx) => stepRun(tx, escalationId, SETTING));

export const jobOf = (queue: string, payload: Job['payload'], more: Partial<Job> = {}): Job => ({
  ...{ id: newId(), queue, providerId: '', tenantId: null, payload, dueAt: 0, attempt: 1, lastAttempt: false },
  ...more,
});

export async function calledNames({ db }: House, escalationId: string): Promise<readonly string[]> {
  const rows = await db.owner<{ name: string }>(
    `select c.name from escalation_attempt a join escalation_contact c on c.contact_id = a.contact_id
     where a.escalation_id = $1 order by a.made_at, a.slot_key, c.name`,
    [escalationId],
  );
  return rows.map(({ name }) => name);
}
