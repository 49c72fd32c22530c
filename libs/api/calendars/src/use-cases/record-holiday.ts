import { appendEvents, recordAudit, statement, timestamp, type Tx } from '@daylight/api-database';
import type { StaffScope } from '@daylight/api-platform';
import { addDays, type LocalDate, type LocalizedText } from '@daylight/domain';
import { loadHolidays, lockHolidays, seedHolidays } from '../holidays.js';
import { inputRefused, nameProblems, textProblems, type InputRefused } from '../input-text.js';
import { REGION_UNKNOWN } from '../messages.js';
import {
  daysInForce,
  holidayRevisionView,
  type HolidayRevisionView,
  type HolidayView,
} from '../queries/holiday-list.js';

const RECORD = statement<{ revision: number }>(
  'holiday-record',
  `insert into holiday_revision (provider_id, region, date, name_ko, name_en, known_at, source, revoked, recorded_by)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning revision`,
);

export interface HolidayRecorded {
  readonly __typename: 'HolidayRecorded';
  readonly revision: HolidayRevisionView;
}

/** Nothing to record: the day is declared already, or there is none to revoke. */
export interface HolidayUnchanged {
  readonly __typename: 'HolidayUnchanged';
  readonly region: string;
  readonly date: LocalDate;
  readonly declared: boolean;
}

export interface RevokeHolidayInput {
  readonly region: string;
  readonly date: LocalDate;
  /** Where it was read, e.g. the gazette's number. */
  readonly source: string;
}

export interface DeclareHolidayInput extends RevokeHolidayInput {
  readonly name: LocalizedText;
}

type Outcome = HolidayRecorded | HolidayUnchanged | InputRefused;

/** Records a day that a government has declared, known from this transaction on; verdicts reached before stand (D-CAL-4). */
export async function declareHoliday(tx: Tx<StaffScope>, input: DeclareHolidayInput): Promise<Outcome> {
  const { language } = tx.scope;
  const problems = [
    ...nameProblems(input.name, { path: 'name', max: 200, language }),
    ...textProblems(input.source, { path: 'source', max: 300, language }),
  ];
  if (problems.length > 0) return inputRefused(problems);
  const day = await dayNow(tx, input);
  if (day === 'unknown-region') return regionRefused(tx);
  if (day !== null) return unchanged(input, true);
  return record(tx, { ...input, revoked: false });
}

/** Takes a declared day back from this transaction on. */
export async function revokeHoliday(tx: Tx<StaffScope>, input: RevokeHolidayInput): Promise<Outcome> {
  const problems = textProblems(input.source, { path: 'source', max: 300, language: tx.scope.language });
  if (problems.length > 0) return inputRefused(problems);
  const day = await dayNow(tx, input);
  if (day === 'unknown-region') return regionRefused(tx);
  if (day === null) return unchanged(input, false);
  return record(tx, { ...input, name: day.name, revoked: true });
}

async function dayNow(
  tx: Tx<StaffScope>,
  { region, date }: RevokeHolidayInput,
): Promise<HolidayView | null | 'unknown-region'> {
  if (!/^[A-Z]{2}$/.test(region) || !(await seedHolidays(tx, region))) return 'unknown-region';
  await lockHolidays(tx);
  const range = { from: date, to: addDays(date, 1), asOf: tx.now };
  return daysInForce(region, await loadHolidays(tx, region), range)[0] ?? null;
}

async function record(
  tx: Tx<StaffScope>,
  day: DeclareHolidayInput & { readonly revoked: boolean },
): Promise<HolidayRecorded> {
  const { region, date, name, source, revoked } = day;
  const { providerId, personId } = tx.scope;
  const values = [providerId, region, date, name.ko, name.en, timestamp(tx.now), source, revoked, personId];
  const [row] = await tx.query(RECORD, values);
  const revision = await holidayRevisionView(tx, row?.revision ?? 0);
  const word = revoked ? 'revoked' : 'declared';
  await appendEvents(tx, [
    { topic: `holiday.${word}`, tenantId: null, ids: { region, date, revision: revision.revision } },
  ]);
  await recordAudit(tx, {
    action: revoked ? 'holiday.revoke' : 'holiday.declare',
    objectType: 'holiday',
    objectId: null,
    tenantId: null,
    after: { region, date, name, source, revision: revision.revision },
  });
  return { __typename: 'HolidayRecorded', revision };
}

function unchanged({ region, date }: RevokeHolidayInput, declared: boolean): HolidayUnchanged {
  return { __typename: 'HolidayUnchanged', region, date, declared };
}

function regionRefused(tx: Tx<StaffScope>): InputRefused {
  return inputRefused([{ path: 'region', kind: 'UNKNOWN_REGION', message: REGION_UNKNOWN[tx.scope.language] }]);
}
