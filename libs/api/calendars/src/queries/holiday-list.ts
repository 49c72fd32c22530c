import { statement, type Tx } from '@daylight/api-database';
import { DaylightError, type StaffScope } from '@daylight/api-platform';
import { dayOf, type HolidayRevision, type Instant, type LocalDate, type LocalizedText } from '@daylight/domain';
import { ALWAYS_KNOWN, calendarRevision, loadHolidays } from '../holidays.js';
import { RANGE_WRONG } from '../messages.js';
import { personName, type PersonNameView } from './calendar-templates.js';

const REVISIONS = statement<RevisionRow>(
  'holiday-revisions',
  `select h.revision, h.region, h.date, h.name_ko, h.name_en, h.known_at, h.source, h.revoked, h.recorded_by, d.display_name, d.side
   from holiday_revision h
   left join directory_entry d on d.provider_id = h.provider_id and d.person_id = h.recorded_by and d.tenant_id is null
   where h.provider_id = $1 and h.region = $2 and h.date >= $3 and h.date < $4 order by h.revision`,
);
const ONE = statement<RevisionRow>(
  'holiday-revision-one',
  `select h.revision, h.region, h.date, h.name_ko, h.name_en, h.known_at, h.source, h.revoked, h.recorded_by, d.display_name, d.side
   from holiday_revision h
   left join directory_entry d on d.provider_id = h.provider_id and d.person_id = h.recorded_by and d.tenant_id is null
   where h.provider_id = $1 and h.revision = $2`,
);

interface RevisionRow {
  readonly revision: number;
  readonly region: string;
  readonly date: LocalDate;
  readonly name_ko: string;
  readonly name_en: string;
  readonly known_at: Instant;
  readonly source: string;
  readonly revoked: boolean;
  readonly recorded_by: string | null;
  readonly display_name: string | null;
  readonly side: string | null;
}

/** `HolidayRevision` of the schema. */
export interface HolidayRevisionView extends HolidayRevision {
  readonly revision: string;
  readonly region: string;
  readonly recordedBy: PersonNameView | null;
}

/** `Holiday` of the schema. */
export interface HolidayView {
  readonly region: string;
  readonly date: LocalDate;
  readonly name: LocalizedText;
  readonly knownAt: Instant;
  readonly source: string;
  readonly declaredLate: boolean;
}

export interface DateRange {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

const LONGEST_DAYS = 400;

/** Throws BAD_INPUT for a range that is reversed or longer than 400 days. */
export function checkRange({ from, to }: DateRange, language: 'ko' | 'en'): void {
  const [first, last] = [dayOf(from), dayOf(to)];
  if (first !== null && last !== null && first < last && last - first <= LONGEST_DAYS) return;
  throw new DaylightError('BAD_INPUT', RANGE_WRONG[language]);
}

/** Official days in force of a region as known at `asOf`, within `[from, to)`, by date. */
export function daysInForce(
  region: string,
  revisions: readonly HolidayRevision[],
  range: DateRange & { readonly asOf: Instant },
): readonly HolidayView[] {
  const days = new Map<LocalDate, HolidayView>();
  const known = revisions.filter(({ date, knownAt }) => date >= range.from && date < range.to && knownAt <= range.asOf);
  for (const { date, name, knownAt, source, revoked } of [...known].sort((a, b) => a.knownAt - b.knownAt)) {
    if (revoked) days.delete(date);
    else days.set(date, { region, date, name, knownAt, source, declaredLate: knownAt > ALWAYS_KNOWN });
  }
  return [...days.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
}

/** `HolidayList` of the schema: what is in force and how it became known. Three statements at most. */
export async function holidayList(tx: Tx<StaffScope>, region: string, range: DateRange) {
  checkRange(range, tx.scope.language);
  const revision = await calendarRevision(tx);
  const [known, rows] = await Promise.all([
    loadHolidays(tx, region, revision),
    tx.query(REVISIONS, [tx.scope.providerId, region.slice(0, 2), range.from, range.to]),
  ]);
  const holidays = daysInForce(region, known, { ...range, asOf: tx.now });
  return { region, calendarRevision: String(revision), holidays, revisions: rows.map(toView) };
}

export async function holidayRevisionView(tx: Tx, revision: number): Promise<HolidayRevisionView> {
  const [row] = await tx.query(ONE, [tx.scope.providerId, revision]);
  if (row === undefined) throw new DaylightError('INTERNAL', 'a revision that was just recorded is gone');
  return toView(row);
}

function toView(row: RevisionRow): HolidayRevisionView {
  const { revision, region, date, known_at: knownAt, source, revoked, recorded_by: recordedBy } = row;
  const name = { ko: row.name_ko, en: row.name_en };
  const by = personName(recordedBy, row.display_name, row.side);
  return { revision: String(revision), region, date, name, knownAt, source, revoked, recordedBy: by };
}
