import { asStaff, statementLog, type Caller, type Tx } from '@daylight/api-database';
import type { StaffScope } from '@daylight/api-platform';
import { createProvider, createStaff, createTestDatabase, signInAs, type TestDatabase } from '@daylight/api-testing';
import { parseIso, type CalendarDocument } from '@daylight/domain';
import { calendarsFor } from './calendars-for.js';
import { calendarRevision, loadHolidays, seedHolidays } from './holidays.js';
import { calendarEntities } from './model/entities.js';
import { calendarTemplate, calendarTemplates } from './queries/calendar-templates.js';
import { holidayList } from './queries/holiday-list.js';
import { declareHoliday, revokeHoliday } from './use-cases/record-holiday.js';
import { createCalendarTemplate, updateCalendarTemplate } from './use-cases/save-calendar-template.js';

const OFFICE: CalendarDocument = {
  id: 'office',
  name: { ko: '평일 주간', en: 'Business hours' },
  zone: 'Asia/Seoul',
  kind: 'WEEKLY',
  weekly: {
    mon: [{ from: '09:00', to: '18:00' }],
    tue: [{ from: '09:00', to: '18:00' }],
    wed: [{ from: '09:00', to: '18:00' }],
  },
  exceptions: [],
  breaks: [],
  holidayPolicy: 'FOLLOW_OFFICIAL',
  holidayRegion: 'KR',
  fixedHolidays: [],
};
const HOUR = 3_600_000;

let db: TestDatabase;
let ours: Caller;
let theirs: Caller;

function at(text: string): number {
  return parseIso(text) ?? Number.NaN;
}

function asOurs<T>(work: (tx: Tx<StaffScope>) => Promise<T>): Promise<T> {
  return db.app.asPerson(ours, (tx) => work(asStaff(tx)));
}

beforeAll(async () => {
  db = await createTestDatabase(calendarEntities);
  const north = await createProvider(db, 'North');
  const south = await createProvider(db, 'South');
  const personId = await createStaff(db, north.providerId, { role: 'ACCOUNT_MANAGER' });
  ours = await signInAs(db, { providerId: north.providerId, personId }, 'CONSOLE');
  theirs = await signInAs(db, { providerId: south.providerId, personId: south.adminId }, 'CONSOLE');
});
afterEach(() => db.setNow(null));
afterAll(() => db.close());

it('a region that was never loaded answers the days that loading it records', async () => {
  const before = await asOurs((tx) => loadHolidays(tx, 'KR'));
  await asOurs((tx) => seedHolidays(tx, 'KR'));
  await expect(asOurs(calendarRevision)).resolves.toBeGreaterThan(0);
  await expect(asOurs((tx) => loadHolidays(tx, 'KR'))).resolves.toEqual(before);
});

it('loading a region twice, also at once, records each day once', async () => {
  await Promise.all([asOurs((tx) => seedHolidays(tx, 'DE')), asOurs((tx) => seedHolidays(tx, 'DE'))]);
  const days = await asOurs((tx) => loadHolidays(tx, 'DE'));
  expect(new Set(days.map((day) => day.date)).size).toBe(days.length);
});

it('a day declared late counts from when it was known, and not before', async () => {
  db.setNow(at('2026-05-20T00:00:00Z'));
  const declared = await asOurs((tx) =>
    declareHoliday(tx, {
      region: 'KR',
      date: '2026-06-02',
      name: { ko: '임시공휴일', en: 'Temporary public holiday' },
      source: '관보 제1호',
    }),
  );
  expect(declared).toMatchObject({ __typename: 'HolidayRecorded', revision: { knownAt: at('2026-05-20T00:00:00Z') } });
  const [from, to] = [at('2026-06-01T15:00:00Z'), at('2026-06-02T15:00:00Z')];
  const open = (asOf: string) =>
    asOurs(async (tx) => (await calendarsFor(tx, { calendars: [OFFICE] }, at(asOf)))('office').elapsed(from, to));
  await expect(open('2026-05-19T23:59:59Z')).resolves.toBe(9 * HOUR);
  await expect(open('2026-05-20T00:00:00Z')).resolves.toBe(0);

  db.setNow(at('2026-05-25T00:00:00Z'));
  const revoked = await asOurs((tx) => revokeHoliday(tx, { region: 'KR', date: '2026-06-02', source: '관보 제2호' }));
  expect(revoked).toMatchObject({ __typename: 'HolidayRecorded', revision: { revoked: true } });
  await expect(open('2026-05-24T00:00:00Z')).resolves.toBe(0);
  await expect(open('2026-05-25T00:00:00Z')).resolves.toBe(9 * HOUR);
  const [event] = await db.owner<{ topic: string }>(
    `select payload->>'topic' as topic from job where queue = 'outbox' order by created_at limit 1`,
  );
  expect(event?.topic).toBe('holiday.declared');
});

it('a figure made under an earlier revision finds the days of that revision', async () => {
  const earlier = await asOurs(calendarRevision);
  await asOurs((tx) =>
    declareHoliday(tx, { region: 'KR', date: '2026-07-01', name: { ko: '특별일', en: 'Special day' }, source: 'x' }),
  );
  const had = async (revision?: number) =>
    (await asOurs((tx) => loadHolidays(tx, 'KR', revision))).some((day) => day.date === '2026-07-01');
  await expect(had(earlier)).resolves.toBe(false);
  await expect(had()).resolves.toBe(true);
});

it('two days declared at the same time are both known under the newest revision', async () => {
  const declare = (date: string) =>
    asOurs((tx) => declareHoliday(tx, { region: 'KR', date, name: { ko: '임시공휴일', en: 'Day' }, source: 'x' }));
  await Promise.all([declare('2026-11-10'), declare('2026-11-11'), declare('2026-11-12')]);
  const days = (await asOurs((tx) => loadHolidays(tx, 'KR'))).map((day) => day.date);
  expect(days).toEqual(expect.arrayContaining(['2026-11-10', '2026-11-11', '2026-11-12']));
});

it('a declaration that is undone leaves no trace in any answer', async () => {
  const day = { region: 'KR', date: '2026-11-20', name: { ko: '임시공휴일', en: 'Day' }, source: 'x' };
  const undone = asOurs(async (tx) => {
    await declareHoliday(tx, day);
    await loadHolidays(tx, 'KR');
    throw new Error('undone');
  });
  await expect(undone).rejects.toThrow('undone');
  const days = (await asOurs((tx) => loadHolidays(tx, 'KR'))).map((found) => found.date);
  expect(days).not.toContain('2026-11-20');
});

it('a day is declared once and revoked only when there', async () => {
  const day = { region: 'KR', date: '2026-12-25', name: { ko: '성탄절', en: 'Christmas' }, source: 'x' };
  await expect(asOurs((tx) => declareHoliday(tx, day))).resolves.toMatchObject({
    __typename: 'HolidayUnchanged',
    declared: true,
  });
  await expect(asOurs((tx) => revokeHoliday(tx, { ...day, date: '2026-12-24' }))).resolves.toMatchObject({
    __typename: 'HolidayUnchanged',
    declared: false,
  });
  const nowhere = await asOurs((tx) => declareHoliday(tx, { ...day, region: 'ZZ' }));
  expect(nowhere).toMatchObject({ __typename: 'InputRefused', problems: [{ path: 'region', kind: 'UNKNOWN_REGION' }] });
});

it('another provider’s declared days are not ours', async () => {
  const list = await db.app.asPerson(theirs, (tx) =>
    holidayList(asStaff(tx), 'KR', { from: '2026-06-01', to: '2026-08-01' }),
  );
  expect(list.holidays.map((day) => day.date)).not.toContain('2026-07-01');
  expect(list.revisions).toEqual([]);
});

it('two people changing the same hours: the later one is shown both versions', async () => {
  const created = await asOurs((tx) => createCalendarTemplate(tx, { document: OFFICE }));
  if (created.__typename !== 'CalendarTemplateSaved') throw new Error(created.__typename);
  const { id } = created.calendar;
  const change = (name: string) =>
    asOurs((tx) =>
      updateCalendarTemplate(tx, { id, version: 1, document: { ...OFFICE, name: { ko: name, en: name } } }),
    );
  await expect(change('first')).resolves.toMatchObject({
    __typename: 'CalendarTemplateSaved',
    calendar: { version: 2 },
  });
  await expect(change('second')).resolves.toMatchObject({
    __typename: 'StaleCalendarTemplate',
    yourVersion: 1,
    current: { version: 2, name: { ko: 'first' } },
  });
  const seen = await db.app.asPerson(theirs, (tx) => calendarTemplate(asStaff(tx), id));
  expect(seen).toBeNull();
});

it('a list of templates costs one statement, however long', async () => {
  const counts: number[] = [];
  for (const size of [2, 20]) {
    for (let index = 0; index < size; index += 1)
      await asOurs((tx) => createCalendarTemplate(tx, { document: OFFICE }));
    const names: string[] = [];
    await asOurs(async (tx) => {
      statementLog.names = names;
      const page = await calendarTemplates(tx, { first: 2 });
      statementLog.names = null;
      const next = await calendarTemplates(tx, { first: 100, after: page.pageInfo.endCursor });
      expect(next.edges.map((edge) => edge.node.id)).not.toContain(page.edges[0]?.node.id);
    });
    counts.push(names.length);
  }
  expect(counts).toEqual([1, 1]);
});
