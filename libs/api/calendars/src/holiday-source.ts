// Edge: the packages that know official days. Loaded when first needed, since one of them is large.
import { setImmediate } from 'node:timers/promises';
import { addDays, DAY, type LocalDate, type LocalizedText } from '@daylight/domain';
import type Holidays from 'date-holidays';
import { englishOfKoreanDay } from './holiday-names.js';

/** An official day as a package has it. */
export interface OfficialDay {
  readonly date: LocalDate;
  readonly name: LocalizedText;
  readonly source: string;
}

/** Names of the packages with their versions; a spec holds them against what is installed. */
export const KOREAN_SOURCE = '@hyunbinseo/holidays-kr 5.2027.1';
export const WORLD_SOURCE = 'date-holidays 3.37.0';

const FIRST_YEAR = 2015;
const LAST_YEAR = 2035;
/** Years the gazette package covers; before them the other package stands in, after them nothing is invented. */
const GAZETTE_FROM = 2018;

/** Which packages a region's days come from, by name and version. */
export function sourceOf(region: string): string {
  return region === 'KR' ? `${KOREAN_SOURCE}; ${WORLD_SOURCE}` : WORLD_SOURCE;
}

const read = new Map<string, Promise<readonly OfficialDay[] | null>>();

/** Official days of a region (ISO 3166-1 alpha-2), by date; null for a region that no package knows. Read once. */
export function officialDays(region: string): Promise<readonly OfficialDay[] | null> {
  if (!/^[A-Z]{2}$/.test(region)) return Promise.resolve(null);
  const days = read.get(region) ?? readDays(region);
  read.set(region, days);
  return days;
}

/** Whether a region's official days are known at all. */
export async function knowsRegion(region: string): Promise<boolean> {
  return (await officialDays(region)) !== null;
}

async function readDays(region: string): Promise<readonly OfficialDay[] | null> {
  if (region !== 'KR') return worldDays(region, FIRST_YEAR, LAST_YEAR);
  const earlier = (await worldDays('KR', FIRST_YEAR, GAZETTE_FROM - 1)) ?? [];
  return [...earlier, ...(await gazetteDays())];
}

/** Regions that `officialDays` knows, sorted. */
export async function holidayRegions(): Promise<readonly string[]> {
  const World = await worldPackage();
  return Object.keys(new World().getCountries())
    .filter((code) => /^[A-Z]{2}$/.test(code))
    .sort();
}

async function gazetteDays(): Promise<readonly OfficialDay[]> {
  const years = Object.values<Readonly<Record<string, readonly string[]>>>(await import('@hyunbinseo/holidays-kr/all'));
  return years.flatMap((year) => Object.entries(year).map(([date, names]) => koreanDay(date, names)));
}

function koreanDay(date: string, names: readonly string[]): OfficialDay {
  const name = { ko: names.join(', '), en: names.map(englishOfKoreanDay).join(', ') };
  return { date, name, source: KOREAN_SOURCE };
}

async function worldPackage(): Promise<typeof Holidays> {
  const loaded = await import('date-holidays');
  return loaded.default;
}

async function worldDays(region: string, from: number, to: number): Promise<readonly OfficialDay[] | null> {
  const World = await worldPackage();
  if (!Object.hasOwn(new World().getCountries(), region)) return null;
  const korean = new World(region, { types: ['public'], languages: ['ko', 'en'] });
  const english = new World(region, { types: ['public'], languages: ['en'] });
  const days = new Map<LocalDate, OfficialDay>();
  for (let year = from; year <= to; year += 1) {
    // Equinoxes and moons take long: other requests get their turn between two years.
    await setImmediate();
    const names = new Map(korean.getHolidays(year).map((day) => [`${day.date}/${day.rule}`, day.name]));
    for (const day of english.getHolidays(year)) {
      const name = { ko: names.get(`${day.date}/${day.rule}`) ?? day.name, en: day.name };
      for (const date of datesOf(day)) if (!days.has(date)) days.set(date, { date, name, source: WORLD_SOURCE });
    }
  }
  return [...days.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
}

/** A holiday may last several days. Those of the Hebrew and Islamic calendars begin the evening before and are dated by their daytime. */
function datesOf({ date, start, end }: { date: string; start: Date; end: Date }): readonly LocalDate[] {
  const days = Math.max(1, Math.round((end.getTime() - start.getTime()) / DAY));
  return Array.from({ length: days }, (_, index) => addDays(date.slice(0, 10), index));
}
