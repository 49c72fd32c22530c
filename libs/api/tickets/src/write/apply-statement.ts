import { statement, type Tx } from '@daylight/api-database';

/** A row by its columns; provider and tenant are set by the database from the verified scope. */
export type JsonRow = Readonly<Record<string, unknown>>;

/** All rows that changes of one client's tickets write (migration 0044). */
export interface RowsToApply {
  readonly fresh: readonly JsonRow[];
  readonly known: readonly JsonRow[];
  readonly events: readonly JsonRow[];
  /** All clocks of these tickets: those of known tickets that are not among them go. */
  readonly clocks: readonly JsonRow[];
  readonly messages: readonly JsonRow[];
  readonly search: readonly JsonRow[];
  readonly jobs: readonly JsonRow[];
  /** Tickets whose timer is taken back. */
  readonly idle: readonly string[];
}

export interface Applied {
  /** How many of the known tickets were written. */
  readonly written: number;
  /** The number that the new ticket has taken; null: none was to be taken. */
  readonly taken: number | null;
}

const APPLY = statement<Applied>(
  'ticket-apply',
  'select written, taken from ticket_apply($1, $2, $3, $4, $5, $6, $7, $8, $9)',
);

const json = (rows: readonly JsonRow[]): string | null => (rows.length === 0 ? null : JSON.stringify(rows));

/** Writes the rows in one statement. Throws NOT_FOUND by SQL state when the client is out of the scope's reach. */
export async function sendRows(tx: Tx, tenantId: string, rows: RowsToApply): Promise<Applied> {
  const { fresh, known, events, clocks, messages, search, jobs, idle } = rows;
  const clockJson = known.length > 0 ? JSON.stringify(clocks) : json(clocks);
  const [row] = await tx.query(APPLY, [
    ...[tenantId, json(fresh), json(known), json(events), clockJson, json(messages), json(search), json(jobs)],
    idle.length === 0 ? null : idle,
  ]);
  return row ?? { written: 0, taken: null };
}
