import { appendEvents, statement, timestamp, type OutboxEvent, type Tx } from '@daylight/api-database';
import type { SystemScope } from '@daylight/api-platform';
import {
  DAY,
  MINUTE,
  nextTermMark,
  termMarks,
  type Instant,
  type MarkedVersion,
  type Ms,
  type TermMark,
} from '@daylight/domain';
import type { VersionRow } from '../queries/version-rows.js';
import { dated, lastDateBefore, termStatus } from '../term.js';

/** Told later than this after its true instant, a notice says that it is late (D-SLA-10). */
const LATE_AFTER: Ms = MINUTE;
/** What was due longer ago is history, of a contract that was entered late or of a house that slept: nobody is told. */
const HISTORY_AFTER: Ms = 31 * DAY;

const REMEMBER = statement<{ kind: TermMark['kind']; days: number; term_end: Instant; late: boolean }>(
  'contract-term-notice',
  `insert into contract_term_notice (provider_id, tenant_id, version_id, kind, days, term_end, due_at, fired_at, late)
   select $1, $2, $3, m.kind, m.days, m.term_end, m.due_at, $4, m.late
   from jsonb_to_recordset($5) as m (kind text, days integer, term_end timestamptz, due_at timestamptz, late boolean)
   on conflict do nothing returning kind, days, term_end, late`,
);

/** An agreed version, when it was agreed, and what takes over. */
export interface Marked {
  readonly row: VersionRow;
  readonly version: MarkedVersion;
}

/** The agreed versions of a contract, oldest first; each is replaced by the next one that began or will. */
export function markedVersions(rows: readonly VersionRow[]): readonly Marked[] {
  const agreed = rows.filter(({ state }) => state === 'AGREED');
  return agreed.map((row) => {
    const later = agreed.filter(({ ordinal }) => ordinal > row.ordinal).map(({ effectiveFrom }) => effectiveFrom);
    const replacedFrom = later.length === 0 ? null : Math.min(...later);
    // A successor cuts the version short in the database; that is no end of the contract.
    const endedAt = replacedFrom !== null && replacedFrom === row.effectiveTo ? null : row.effectiveTo;
    return { row, version: { ...dated(row), endedAt, replacedFrom } };
  });
}

/** When something has to be told of a contract's terms next; null: nothing ever. */
export function nextMark(marked: readonly Marked[], now: Instant): Instant | null {
  const instants = marked.flatMap(({ version }) => nextTermMark(version, now) ?? []);
  return instants.length === 0 ? null : Math.min(...instants);
}

/** Tells what is due and wasn't told yet: once each, late ones marked late. */
export async function tellMarks(tx: Tx<SystemScope>, marked: readonly Marked[]): Promise<void> {
  for (const { row, version } of marked) {
    // Nobody is reminded of what lay behind when the two agreed.
    const after = Math.max((row.decidedAt ?? row.effectiveFrom) - 1, tx.now - HISTORY_AFTER);
    const due = termMarks(version, { after, upTo: tx.now });
    if (due.length === 0) continue;
    const json = due.map(({ kind, days, end, at }) => ({
      ...{ kind, days: days ?? 0, term_end: timestamp(end), due_at: timestamp(at), late: tx.now - at > LATE_AFTER },
    }));
    const key = [tx.scope.providerId, row.tenantId, row.versionId, timestamp(tx.now)];
    const told = await tx.query(REMEMBER, [...key, JSON.stringify(json)]);
    const isTold = (mark: TermMark) =>
      told.find(({ kind, days, term_end }) => kind === mark.kind && days === (mark.days ?? 0) && term_end === mark.end);
    const events = due.flatMap((mark) => {
      const found = isTold(mark);
      return found === undefined ? [] : [eventOf(row, mark, found.late)];
    });
    await appendEvents(tx, events);
  }
}

/** Dates are the contract's own, as its papers have them: the last day of the term, the last day for notice. */
function eventOf(row: VersionRow, { kind, at, days, end, noticeBy }: TermMark, late: boolean): OutboxEvent {
  const { tenantId, contractId, versionId, zone } = row;
  const until = kind === 'RENEWED' ? termStatus(row, at).currentTermEnd : null;
  const ids = {
    ...{ contractId, versionId, mark: kind, atEnd: row.renewal.atEnd, late: String(late) },
    ...{ termEnd: lastDateBefore(zone, end) },
    ...(days === null ? {} : { days: String(days) }),
    ...(noticeBy === null ? {} : { noticeBy: lastDateBefore(zone, noticeBy) }),
    ...(until === null ? {} : { until }),
  };
  return { topic: days === null ? 'contract.term-reached' : 'contract.term-ahead', tenantId, ids };
}
