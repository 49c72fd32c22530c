import { statement, type Tx } from '@daylight/api-database';
import type { ChangedVerdict, VerdictChange } from '@daylight/domain';

const NAMES = statement<{ ticket_id: string; number: string; subject: string }>(
  'what-if-ticket-names',
  `select t.ticket_id, n.prefix || '-' || t.number as number, t.subject
   from ticket t join tenant n on n.provider_id = t.provider_id and n.tenant_id = t.tenant_id
   where t.provider_id = $1 and t.ticket_id = any ($2::uuid[])`,
);
const MOST = 200;

/** `VerdictChange` of the schema. */
export interface VerdictChangeView extends Pick<VerdictChange, 'clock' | 'cycle' | 'priority'> {
  readonly ticketId: string | null;
  readonly ticketNumber: string | null;
  readonly ticketSubject: string | null;
  readonly before: VerdictView | null;
  readonly after: VerdictView | null;
}

type VerdictView = Omit<ChangedVerdict, 'overMs'> & { readonly overSeconds: number };

/** `VerdictChangeList` of the schema. */
export interface VerdictChangeListView {
  readonly total: number;
  readonly confidential: number;
  readonly changes: readonly VerdictChangeView[];
}

/** Changes with their tickets' names, as far as the caller may see those (decision 26). One statement, none for no change. */
export async function verdictChangeList(tx: Tx, changes: readonly VerdictChange[]): Promise<VerdictChangeListView> {
  if (changes.length === 0) return { total: 0, confidential: 0, changes: [] };
  const ids = [...new Set(changes.map(({ ticketId }) => ticketId))];
  const rows = await tx.query(NAMES, [tx.scope.providerId, ids]);
  const names = new Map(rows.map((row) => [row.ticket_id, row]));
  const hidden = changes.filter(({ ticketId }) => !names.has(ticketId)).length;
  const shown = changes.slice(0, MOST).map((change): VerdictChangeView => {
    const { clock, cycle, priority, before, after } = change;
    const name = names.get(change.ticketId);
    const ticket = {
      ticketId: name?.ticket_id ?? null,
      ticketNumber: name?.number ?? null,
      ticketSubject: name?.subject ?? null,
    };
    return { ...ticket, clock, cycle, priority, before: toVerdict(before), after: toVerdict(after) };
  });
  return { total: changes.length, confidential: hidden, changes: shown };
}

function toVerdict(side: ChangedVerdict | null): VerdictView | null {
  if (side === null) return null;
  const { overMs, ...verdict } = side;
  return { ...verdict, overSeconds: Math.round(overMs / 1_000) };
}
