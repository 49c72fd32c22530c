import korean from '@hyunbinseo/holidays-kr/package.json';
import { holidayRegions, KOREAN_SOURCE, officialDays, WORLD_SOURCE } from './holiday-source.js';

it('Korea’s days are those of the gazette, substitutes and temporary days with their names in both languages', async () => {
  const days = (await officialDays('KR')) ?? [];
  const named = (date: string) => days.find((day) => day.date === date)?.name;
  expect(named('2025-01-27')).toEqual({ ko: '임시공휴일', en: 'Temporary public holiday' });
  expect(named('2026-10-05')).toEqual({ ko: '대체공휴일(개천절)', en: 'Substitute holiday (National Foundation Day)' });
  expect(named('2024-04-10')).toMatchObject({ en: 'National Assembly election' });
  expect(named('2016-05-05')).toBeDefined();
});

it('no Korean day is left without an English name', async () => {
  const days = (await officialDays('KR')) ?? [];
  expect(days.filter(({ name }) => /[가-힣]/.test(name.en)).map(({ name }) => name.ko)).toEqual([]);
});

it('a date is listed once, in order', async () => {
  for (const region of ['KR', 'VN']) {
    const dates = ((await officialDays(region)) ?? []).map((day) => day.date);
    expect(dates).toEqual([...new Set(dates)].sort());
  }
});

it('a holiday of several days closes each of them', async () => {
  const dates = ((await officialDays('VN')) ?? []).map((day) => day.date);
  expect(dates).toEqual(expect.arrayContaining(['2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19']));
});

it('a region that nobody knows has no list rather than an empty one', async () => {
  await expect(officialDays('ZZ')).resolves.toBeNull();
  await expect(officialDays('toString')).resolves.toBeNull();
  await expect(holidayRegions()).resolves.toEqual(expect.arrayContaining(['KR', 'JP', 'US']));
});

it('the recorded source names the packages as installed', () => {
  expect(KOREAN_SOURCE).toBe(`@hyunbinseo/holidays-kr ${korean.version}`);
  // `date-holidays` exports no package.json; its version is looked at through the module resolver.
  const world: { readonly version: string } = jest.requireActual(
    `${require.resolve('date-holidays').split('/date-holidays/')[0]}/date-holidays/package.json`,
  );
  expect(WORLD_SOURCE).toBe(`date-holidays ${world.version}`);
});
