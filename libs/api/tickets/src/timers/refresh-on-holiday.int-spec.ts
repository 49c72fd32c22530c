import { seedHolidays } from '@daylight/api-calendars';
import { newId } from '@daylight/api-platform';
import { addContract, termsFor } from '@daylight/api-testing';
import { DAY, HOUR, type Terms } from '@daylight/domain';
import { ticketDetail } from '../queries/ticket-detail.js';
import { opened } from '../testing/actions.js';
import { MONDAY, TicketWorld } from '../testing/fixture.js';
import { handleTicketTimer } from './handle-ticket-timer.js';
import { refreshOnHoliday } from './refresh-on-holiday.js';

/** Office hours, closed on Korea's official days; the same targets. */
function officeTerms(serviceItemId: string): Terms {
  const terms = termsFor([serviceItemId]);
  const hours = [{ from: '09:00', to: '18:00' }];
  const weekly = { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours };
  const calendars = terms.calendars.map((calendar) => ({
    ...calendar,
    ...({ kind: 'WEEKLY', weekly, holidayPolicy: 'FOLLOW_OFFICIAL', holidayRegion: 'KR' } as const),
  }));
  return { ...terms, calendars };
}

let world: TicketWorld;
let requester: string;
beforeAll(async () => {
  world = await TicketWorld.create();
  requester = await world.client();
  const [, , service] = world.services;
  await world.asSystem((tx) => seedHolidays(tx, 'KR'), null);
  await addContract(world.db, {
    providerId: world.providerId,
    tenantId: world.acme,
    services: [service],
    terms: officeTerms(service),
  });
});
afterAll(() => world.db.close());

const declare = (date: string, knownAt: number) =>
  world.db.owner(
    `insert into holiday_revision (provider_id, region, date, name_ko, name_en, known_at, source) values ($1, 'KR', $2, '임시공휴일', 'Temporary holiday', $3, 'gazette')`,
    [world.providerId, date, new Date(knownAt)],
  );
const resolutionOf = async (id: string) =>
  (await world.asClient(requester, (tx) => ticketDetail(tx, { id })))?.clocks.find(({ kind }) => kind === 'RESOLUTION');

it('a day declared late moves what still runs, tells so once, and is named in the account', async () => {
  const id = await world.asClient(requester, (tx) =>
    opened(tx, world, { serviceItemId: world.services[2], impact: 1, urgency: 2 }),
  );
  const before = await resolutionOf(id);
  await declare('2026-03-03', MONDAY + HOUR);
  world.clock(2);
  const event = { id: newId(), topic: 'holiday.declared', tenantId: null, ids: { region: 'KR' } };
  await world.asSystem((tx) => refreshOnHoliday.handle(tx, event), null);
  const [job] = await world.db.owner<{ run_at: Date }>(`select run_at from job where dedupe_key = $1`, [id]);
  expect(job?.run_at.getTime()).toBe(MONDAY + 2 * HOUR);
  await world.asSystem((tx) => handleTicketTimer(tx, { ticketId: id }));
  await world.asSystem((tx) => handleTicketTimer(tx, { ticketId: id }));
  const after = await resolutionOf(id);
  expect((after?.dueAt ?? 0) - (before?.dueAt ?? 0)).toBe(DAY);
  const told = await world.db.owner(
    `select 1 from job where payload ->> 'topic' = 'clock.due-moved' and payload -> 'ids' ->> 'ticketId' = $1`,
    [id],
  );
  expect(told).toHaveLength(1);
  world.db.setNow(MONDAY + 2 * DAY);
  expect((await resolutionOf(id))?.explanation.segments.some(({ label }) => label.includes('임시공휴일'))).toBe(true);
});

it('a verdict that was reached stands when a day before it is declared afterwards', async () => {
  world.clock(0);
  const id = await world.asClient(requester, (tx) =>
    opened(tx, world, { serviceItemId: world.services[2], impact: 1, urgency: 1 }),
  );
  world.db.setNow(MONDAY + 4 * DAY);
  await world.asSystem((tx) => handleTicketTimer(tx, { ticketId: id }));
  const missed = await resolutionOf(id);
  expect(missed?.verdict).toBe('MISSED');
  await declare('2026-03-04', MONDAY + 4 * DAY);
  world.db.setNow(MONDAY + 5 * DAY);
  await world.asSystem((tx) => handleTicketTimer(tx, { ticketId: id }));
  expect(await resolutionOf(id)).toMatchObject({ verdict: 'MISSED', verdictAt: missed?.verdictAt });
});
