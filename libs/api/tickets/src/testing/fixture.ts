import { sha256, newId } from '@daylight/api-platform';
import {
  createClient,
  createProvider,
  createStaff,
  createTenant,
  createTestDatabase,
  signInAs,
  type ClientRoles,
  type NewStaff,
  type TestDatabase,
} from '@daylight/api-testing';
import { asClient, asStaff, type Caller, type Tx } from '@daylight/api-database';
import type { ClientScope, StaffScope, SystemScope } from '@daylight/api-platform';
import { canonicalJson, DEFAULT_PRIORITY_MATRIX, DEFAULT_WAITING_RULES, HOUR, type Terms } from '@daylight/domain';
import { entities } from '../model/entities.js';

/** 2026-03-02, a Monday, 10:00 in Seoul. */
export const MONDAY = Date.parse('2026-03-02T01:00:00Z');

function target(id: string, clock: 'FIRST_RESPONSE' | 'NEXT_RESPONSE' | 'RESTORE' | 'RESOLUTION', minutes: number) {
  return (['P1', 'P2', 'P3', 'P4', 'P5'] as const).map((priority, index) => ({
    ...{ id: `${id}-${priority}`, clock, priority, types: [], calendarId: 'always' },
    amount: { unit: 'MINUTES' as const, minutes: minutes * (index + 1) },
    warnAtPercent: [50, 75, 90],
  }));
}

/** Terms on a 24x7 calendar: response within 30 min x rank, resolution within 8 h x rank. */
export function termsFor(serviceItemIds: readonly string[]): Terms {
  const targets = [
    ...target('first', 'FIRST_RESPONSE', 30),
    ...target('next', 'NEXT_RESPONSE', 60),
    ...target('restore', 'RESTORE', 240),
    ...target('resolve', 'RESOLUTION', 480),
  ];
  const words = { ko: '전부', en: 'All of it' };
  return {
    ...{ schema: 1, reportingZone: 'Asia/Seoul', currency: 'KRW', monthlyFeeMinor: null },
    services: serviceItemIds.map((serviceItemId, index) => ({
      ...{ serviceItemId, name: { ko: `서버 운영 ${index}`, en: `Server operation ${index}` }, level: 'OPERATE' },
      ...{ inScope: words, outOfScope: words, policyId: 'standard' },
    })),
    policies: [{ id: 'standard', name: { ko: '표준', en: 'Standard' }, targets }],
    calendars: [
      {
        ...{ id: 'always', name: { ko: '연중무휴', en: 'Always' }, zone: 'Asia/Seoul', kind: 'ALWAYS', weekly: {} },
        ...{ exceptions: [], breaks: [], holidayPolicy: 'NONE', holidayRegion: null, fixedHolidays: [] },
      },
    ],
    priorityMatrix: DEFAULT_PRIORITY_MATRIX,
    ...{ responseMetBy: ['PUBLIC_REPLY'], waiting: DEFAULT_WAITING_RULES, reopenWindowDays: 7, autoCloseDays: 5 },
    ...{ responsibilities: [], kpiTargets: [], renewal: { atEnd: 'RENEW', renewMonths: 12, noticeDays: 30 } },
  };
}

/** Two tenants of one provider and a third of another, with a contract for two services each, and a service without. */
export class TicketWorld {
  readonly people = new Map<string, Caller>();

  private constructor(
    readonly db: TestDatabase,
    readonly providerId: string,
    readonly acme: string,
    readonly beta: string,
    readonly services: readonly [string, string, string],
  ) {}

  static async create(): Promise<TicketWorld> {
    const db = await createTestDatabase(entities);
    const { providerId } = await createProvider(db, 'North');
    const acme = await createTenant(db, providerId, 'ACME');
    const beta = await createTenant(db, providerId, 'BETA');
    const services = [newId(), newId(), newId()] as const;
    for (const [index, id] of services.entries()) await addService(db, providerId, id, index);
    const world = new TicketWorld(db, providerId, acme, beta, services);
    for (const tenantId of [acme, beta]) await addContract(db, { providerId, tenantId, services: services.slice(0, 2) });
    db.setNow(MONDAY);
    return world;
  }

  async staff(more: NewStaff = {}): Promise<string> {
    const personId = await createStaff(this.db, this.providerId, more);
    this.people.set(personId, await signInAs(this.db, { providerId: this.providerId, personId }, 'CONSOLE'));
    return personId;
  }

  async client(roles: ClientRoles = ['REQUESTER'], tenantId = this.acme): Promise<string> {
    const personId = await createClient(this.db, this.providerId, tenantId, roles);
    this.people.set(personId, await signInAs(this.db, { providerId: this.providerId, personId }, 'PORTAL'));
    return personId;
  }

  private caller(personId: string): Caller {
    const caller = this.people.get(personId);
    if (caller === undefined) throw new Error('nobody of that id was signed in');
    return caller;
  }

  asClient<T>(personId: string, work: (tx: Tx<ClientScope>) => Promise<T>): Promise<T> {
    return this.db.app.asPerson(this.caller(personId), (tx) => work(asClient(tx)));
  }

  asStaff<T>(personId: string, work: (tx: Tx<StaffScope>) => Promise<T>): Promise<T> {
    return this.db.app.asPerson(this.caller(personId), (tx) => work(asStaff(tx)));
  }

  asSystem<T>(work: (tx: Tx<SystemScope>) => Promise<T>, tenantId: string | null = this.acme): Promise<T> {
    return this.db.worker.asSystem({ providerId: this.providerId, tenantId }, work);
  }

  /** Lets time pass: `hours` after MONDAY. */
  clock(hours: number): void {
    this.db.setNow(MONDAY + hours * HOUR);
  }
}

async function addService(db: TestDatabase, providerId: string, id: string, index: number): Promise<void> {
  await db.owner(
    `insert into service_item (provider_id, service_item_id, code, category, name_ko, name_en, created_at)
     values ($1, $2, $3, 'INFRASTRUCTURE', $4, $5, now())`,
    [providerId, id, `OPS-${index}`, `서버 운영 ${index}`, `Server operation ${index}`],
  );
}

/** A contract in force since 2025 for these services; returns the version's id. */
export async function addContract(
  db: TestDatabase,
  on: { readonly providerId: string; readonly tenantId: string; readonly services: readonly string[] },
): Promise<string> {
  const { providerId, tenantId, services } = on;
  const [contractId, versionId] = [newId(), newId()];
  const terms = termsFor(services);
  const text = canonicalJson(terms);
  await db.owner(
    `insert into contract (provider_id, tenant_id, contract_id, kind, title, created_at) values ($1, $2, $3, 'MANAGED', 'Operation', now())`,
    [providerId, tenantId, contractId],
  );
  await db.owner(
    `insert into contract_version (provider_id, tenant_id, contract_id, version_id, ordinal, state, effective_from, terms, terms_digest, zone, renewal, proposed_at, created_at)
     values ($1, $2, $3, $4, 1, 'AGREED', '2025-01-01', $5, $6, 'Asia/Seoul', '{}', now(), now())`,
    [providerId, tenantId, contractId, versionId, text, sha256(text)],
  );
  for (const service of services) {
    await db.owner(
      `insert into contract_scope (provider_id, tenant_id, service_item_id, version_id, valid_from) values ($1, $2, $3, $4, '2025-01-01')`,
      [providerId, tenantId, service, versionId],
    );
  }
  return versionId;
}
