import { statement, timestamp, type Tx } from '@daylight/api-database';
import type { HolidayRevision, Instant, LocalDate } from '@daylight/domain';
import { officialDays, sourceOf } from './holiday-source.js';
import { Lru } from './lru.js';

/** Days that were published before Daylight first loaded a region count from the beginning. */
export const ALWAYS_KNOWN: Instant = 0;

const REVISION = statement<{ revision: number }>(
  'holiday-revision',
  'select coalesce(max(revision), 0) as revision from holiday_revision where provider_id = $1',
);
const LOAD = statement<HolidayRow>(
  'holiday-load',
  `select date, name_ko, name_en, known_at, source, revoked from holiday_revision
   where provider_id = $1 and region = $2 and revision <= $3 order by revision`,
);
const LOCK = statement('holiday-lock', `select pg_advisory_xact_lock(hashtextextended('holiday/' || $1::text, 0))`);
const REGION = statement<{ source: string }>(
  'holiday-region',
  'select source from holiday_region where provider_id = $1 and region = $2',
);
const REGION_SET = statement(
  'holiday-region-set',
  `insert into holiday_region (provider_id, region, source, seeded_at) values ($1, $2, $3, $4)
   on conflict (provider_id, region) do update set source = excluded.source, seeded_at = excluded.seeded_at`,
);
const SEED = statement(
  'holiday-seed',
  `insert into holiday_revision (provider_id, region, date, name_ko, name_en, known_at, source)
   select $1, $2, d.date, d.ko, d.en, $3, d.source
   from jsonb_to_recordset($4) as d (date date, ko text, en text, source text)
   where not exists (select from holiday_revision h where h.provider_id = $1 and h.region = $2 and h.date = d.date)
   order by d.date`,
);

interface HolidayRow {
  readonly date: LocalDate;
  readonly name_ko: string;
  readonly name_en: string;
  readonly known_at: Instant;
  readonly source: string;
  readonly revoked: boolean;
}

/** Lists keep their identity while their revision stands: compiled calendars are remembered by it (D-CAL-3). */
const memory = new Lru<readonly HolidayRevision[]>(500);

/** The newest revision of the provider's record of official days; 0 while there is none. Figures and clocks name it. */
export async function calendarRevision(tx: Tx): Promise<number> {
  const [row] = await tx.query(REVISION, [tx.scope.providerId]);
  return row?.revision ?? 0;
}

/**
 * A region's official days as recorded up to a revision (default: the newest), oldest first (D-CAL-4). A region that
 * was never loaded answers from the packages, the same days that loading it would record. Unknown regions have none.
 */
export async function loadHolidays(tx: Tx, region: string, revision?: number): Promise<readonly HolidayRevision[]> {
  const upTo = revision ?? (await calendarRevision(tx));
  const key = `${tx.scope.providerId}/${region}/${upTo}`;
  const known = memory.get(key);
  if (known !== undefined) return known;
  const rows = upTo === 0 ? [] : await tx.query(LOAD, [tx.scope.providerId, region, upTo]);
  const holidays = rows.length > 0 ? rows.map(toRevision) : await fromPackages(region);
  memory.set(key, holidays);
  return holidays;
}

function toRevision(row: HolidayRow): HolidayRevision {
  const { date, known_at: knownAt, source, revoked } = row;
  return { date, name: { ko: row.name_ko, en: row.name_en }, knownAt, source, revoked };
}

async function fromPackages(region: string): Promise<readonly HolidayRevision[]> {
  const days = (await officialDays(region)) ?? [];
  return days.map((day) => ({ ...day, knownAt: ALWAYS_KNOWN, revoked: false }));
}

/** Keeps revisions rising in commit order within the provider; held until the transaction ends. */
export async function lockHolidays(tx: Tx): Promise<void> {
  await tx.query(LOCK, [tx.scope.providerId]);
}

/**
 * Records a region's official days once, and what a newer package knows more: those count from now on. Staff or worker.
 * Says whether the region is known at all.
 */
export async function seedHolidays(tx: Tx, region: string): Promise<boolean> {
  const source = sourceOf(region);
  const [before] = await tx.query(REGION, [tx.scope.providerId, region]);
  if (before?.source === source) return true;
  const days = await officialDays(region);
  if (days === null) return before !== undefined;
  await lockHolidays(tx);
  const [first] = await tx.query(REGION, [tx.scope.providerId, region]);
  if (first?.source === source) return true;
  await tx.query(REGION_SET, [tx.scope.providerId, region, source, timestamp(tx.now)]);
  const rows = days.map(({ date, name, source: from }) => ({ date, ...name, source: from }));
  const knownAt = timestamp(first === undefined ? ALWAYS_KNOWN : tx.now);
  await tx.query(SEED, [tx.scope.providerId, region, knownAt, JSON.stringify(rows)]);
  return true;
}
