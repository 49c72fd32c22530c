import { statement, timestamp, type Tx } from '@daylight/api-database';
import type { StaffScope } from '@daylight/api-platform';
import type { Instant, PresenceState } from '@daylight/domain';

const MOST = 200;

interface PresenceRow {
  readonly ticket_id: string;
  readonly person_id: string;
  readonly display_name: string;
  readonly state: PresenceState;
  readonly lease_until: Instant;
}

/** Of one ticket or of all ($2 null). Whose tickets these may be is the policies' business. */
const PRESENCES = statement<PresenceRow>(
  'ticket-presences',
  `select x.ticket_id, x.person_id, p.display_name, x.state, x.lease_until
   from ticket_presence x join person p on p.provider_id = x.provider_id and p.person_id = x.person_id
   where x.provider_id = $1 and ($2::uuid is null or x.ticket_id = $2) and x.person_id <> $3 and x.lease_until > $4
   order by x.state desc, p.display_name, x.person_id limit ${MOST}`,
);

/** Colleagues at a ticket (null: at any that the reader may see), those who write first; at most 200. One statement. */
export async function presences(tx: Tx<StaffScope>, ticketId: string | null) {
  const { providerId, personId } = tx.scope;
  const rows = await tx.query(PRESENCES, [providerId, ticketId, personId, timestamp(tx.now)]);
  return rows.map((row) => ({
    ticketId: row.ticket_id,
    person: { id: row.person_id, displayName: row.display_name, side: 'PROVIDER' as const },
    state: row.state,
    until: row.lease_until,
  }));
}
