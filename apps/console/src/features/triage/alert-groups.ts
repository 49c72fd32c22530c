import type { TriageLineFragment } from './generated/triage.js';

/** Alerts that would share a ticket, led by the one heard of last. */
export interface AlertGroup {
  readonly id: string;
  readonly lead: TriageLineFragment;
  /** The lead among them. */
  readonly ids: readonly string[];
}

const isFree = ({ state, ticketId, claimedBy }: TriageLineFragment): boolean =>
  state === 'FIRING' && ticketId === null && claimedBy === null;

/** Lines of one source with one group key as one, in the place of the first; what somebody took stands for itself. */
export function groupAlerts(rows: readonly TriageLineFragment[]): readonly AlertGroup[] {
  const groups = new Map<string, { readonly lead: TriageLineFragment; readonly ids: string[] }>();
  for (const row of rows) {
    const key = isFree(row) ? `${row.sourceId}\n${row.groupKey}` : row.id;
    const known = groups.get(key);
    if (known === undefined) groups.set(key, { lead: row, ids: [row.id] });
    else known.ids.push(row.id);
  }
  return [...groups.values()].map(({ lead, ids }) => ({ id: lead.id, lead, ids }));
}
