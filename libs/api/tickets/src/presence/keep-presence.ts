import { isId, notFoundResult } from '@daylight/api-calendars';
import { appendEvents, statement, timestamp, type Tx } from '@daylight/api-database';
import type { StaffScope } from '@daylight/api-platform';
import { presenceEndsAt, type PresenceState } from '@daylight/domain';
import { presences } from './presences.js';

export interface KeepPresenceInput {
  readonly ticketId: string;
  readonly state: PresenceState | 'GONE';
}

interface Said {
  readonly tenant_id: string;
  /** What held until now; null: the caller was not there. */
  readonly before: PresenceState | null;
}

// Leases of the caller that ended elsewhere go in passing: the table never holds more than a few rows for each person.
const STAY = statement<Said>(
  'ticket-presence-stay',
  `with seen as (select tenant_id from ticket where provider_id = $1 and ticket_id = $2),
   swept as (delete from ticket_presence where provider_id = $1 and person_id = $3 and ticket_id <> $2 and lease_until <= $5),
   before as (
     select state from ticket_presence where provider_id = $1 and ticket_id = $2 and person_id = $3 and lease_until > $5),
   kept as (
     insert into ticket_presence (provider_id, tenant_id, ticket_id, person_id, state, lease_until)
     select $1, tenant_id, $2, $3, $4, $6 from seen
     on conflict (provider_id, ticket_id, person_id) do update set state = excluded.state, lease_until = excluded.lease_until
     returning tenant_id)
   select tenant_id, (select state from before) as before from kept`,
);
const GO = statement<Said>(
  'ticket-presence-go',
  `with seen as (select tenant_id from ticket where provider_id = $1 and ticket_id = $2),
   gone as (delete from ticket_presence where provider_id = $1 and ticket_id = $2 and person_id = $3 returning state)
   select tenant_id, (select state from gone) as before from seen`,
);

function say(tx: Tx<StaffScope>, { ticketId, state }: KeepPresenceInput): Promise<readonly Said[]> {
  const who = [tx.scope.providerId, ticketId, tx.scope.personId];
  if (state === 'GONE') return tx.query(GO, who);
  return tx.query(STAY, [...who, state, timestamp(tx.now), timestamp(presenceEndsAt(tx.now))]);
}

/**
 * Keeps the caller's lease on being at a ticket, or ends it, and answers who else is there. Only a change is announced:
 * what is merely said again costs two statements and nobody else anything.
 */
export async function keepPresence(tx: Tx<StaffScope>, input: KeepPresenceInput) {
  const { ticketId, state } = input;
  const [said] = isId(ticketId) ? await say(tx, input) : [];
  if (said === undefined) return notFoundResult('ticket');
  const now = state === 'GONE' ? null : state;
  if (said.before !== now) {
    await appendEvents(tx, [{ topic: 'presence.changed', tenantId: said.tenant_id, ids: { ticketId } }]);
  }
  return { __typename: 'PresenceKept' as const, others: await presences(tx, ticketId) };
}
