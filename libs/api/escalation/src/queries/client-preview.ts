import { calendarsFor, isId } from '@daylight/api-calendars';
import { statement, type Tx } from '@daylight/api-database';
import type { ClientScope } from '@daylight/api-platform';
import {
  choosePolicy,
  simulate,
  type CalendarDocument,
  type EscalationContact,
  type EscalationDirectory,
  type EscalationPolicy,
  type EscalationTeam,
  type OnCallSchedule,
  type SimulatedMoment,
} from '@daylight/domain';
import { sayCallToClient } from '@daylight/text';
import { standInPolicy } from '../runs/stand-in-policy.js';
import { loadCase } from '../runs/start-run.js';

/** As the database gives it to a client: people that aren't shown without a name, nobody with an address. */
interface ClientDirectory {
  readonly contacts: readonly (Omit<EscalationContact, 'name' | 'channels'> & {
    readonly name: string | null;
    readonly channels: readonly Omit<EscalationContact['channels'][number], 'address'>[];
  })[];
  readonly schedules: readonly OnCallSchedule[];
  readonly policies: readonly EscalationPolicy[];
  readonly teams: readonly EscalationTeam[];
  readonly calendars: readonly CalendarDocument[];
}

const DIRECTORY = statement<{ directory: ClientDirectory | null }>(
  'escalation-client-directory',
  'select client_escalation_directory() as directory',
);

async function directoryOf(tx: Tx<ClientScope>): Promise<EscalationDirectory | null> {
  const [row] = await tx.query(DIRECTORY, []);
  const found = row?.directory ?? null;
  if (found === null) return null;
  const { schedules, policies, teams, calendars } = found;
  const compiled = await calendarsFor(tx, { calendars }, tx.now);
  const known = new Set(calendars.map(({ id }) => id));
  const contacts = found.contacts.map((contact): EscalationContact => ({
    ...contact,
    name: contact.name ?? '',
    channels: contact.channels.map((channel) => ({ ...channel, address: '' })),
  }));
  return { contacts, schedules, policies, teams, calendarOf: (id) => (known.has(id) ? compiled(id) : null) };
}

/**
 * Who would be called and when, if the ticket were escalated now and nobody answered: by the ladder and the look-up of a real
 * run, told as the client may know it. null: no such ticket.
 */
export async function clientPreview(tx: Tx<ClientScope>, ticketId: string) {
  const ticket = isId(ticketId) ? await loadCase(tx, ticketId) : null;
  const directory = ticket === null ? null : await directoryOf(tx);
  if (ticket === null || directory === null) return null;
  const { tenant_id: tenantId, contract_id: contractId, priority, type } = ticket;
  const of = { tenantId, contractId, priority, type };
  const policy = choosePolicy(directory.policies, of) ?? standInPolicy(directory, tenantId);
  const simulated = simulate(directory, of, tx.now, policy);
  if (simulated === null) return null;
  const moment = ({ at, round, callable }: SimulatedMoment) => ({
    ...{ at, round },
    calls: [...new Set(callable.map((call) => sayCallToClient(call, tx.scope.language)))],
  });
  return { calls: [...simulated.moments, simulated.fallback].map(moment), exhaustedAt: simulated.exhaustedAt };
}
