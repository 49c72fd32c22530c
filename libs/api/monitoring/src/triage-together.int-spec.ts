import { createStaff, signInAs } from '@daylight/api-testing';
import { asStaff, type Tx } from '@daylight/api-database';
import { newId, type StaffScope } from '@daylight/api-platform';
import {
  addSource,
  alertsOf,
  createHouse,
  firing,
  post,
  staffTx,
  work,
  type House,
  type Source,
} from './house.fixture.js';
import { triagePage } from './queries/alerts.js';
import { returnAlert } from './triage/tickets.js';
import { claimAlert, snoozeAlert, suppressAlert } from './triage/triage.js';
import { lookAtAlert, skipAlert } from './triage/viewers.js';

jest.setTimeout(60_000);
let house: House;
let sua: string;
let minjun: string;
beforeAll(async () => {
  house = await createHouse();
  const of = house.acme.providerId;
  sua = await createStaff(house.db, of, { name: '김수아' });
  minjun = await createStaff(house.db, of, { name: '박민준' });
});
afterEach(() => house.db.setNow(null));
afterAll(() => house.close());

const ask = <T>(run: (tx: Tx<StaffScope>) => Promise<T>): Promise<T> => staffTx(house, house.acme, run);
async function as<T>(personId: string, run: (tx: Tx<StaffScope>) => Promise<T>): Promise<T> {
  const caller = await signInAs(house.db, { providerId: house.acme.providerId, personId }, 'CONSOLE');
  return house.db.app.asPerson(caller, (tx) => run(asStaff(tx)));
}

/** Three alerts that would share a ticket, and one that wouldn't. */
async function grouped(): Promise<Source> {
  const source = await addSource(house, house.acme, 'ALERTMANAGER', {
    ...{ ticketFrom: 'NEVER', grouping: 'LABELS', groupLabels: ['rack'] },
  });
  for (const name of ['A', 'B', 'C']) await post(house, source, firing(name, 'firing', { rack: '7' }));
  await post(house, source, firing('D', 'firing', { rack: '8' }));
  await work(house);
  return source;
}
const inTriage = async ({ sourceId }: Source, view: 'TRIAGE' | 'ASIDE' = 'TRIAGE') => {
  const page = await ask((tx) => triagePage(tx, { view, sourceId, first: 100 }));
  return page.edges.map(({ node }) => node).sort((a, b) => a.title.localeCompare(b.title));
};
const titles = async (source: Source, view?: 'TRIAGE' | 'ASIDE') =>
  (await inTriage(source, view)).map(({ title }) => title);
const lead = async (source: Source, title = 'A') => {
  const found = [...(await inTriage(source)), ...(await inTriage(source, 'ASIDE'))].find(
    (each) => each.title === title,
  );
  if (found === undefined) throw new Error(`no alert ${title}`);
  return { alertId: found.id, expectedVersion: found.version, wholeGroup: true };
};

describe('alerts that go together', () => {
  it.each([
    ['put aside', async (source: Source) => suppress(source)],
    ['put off', async (source: Source) => snooze(source)],
  ])('are %s by one act, and come back by one', async (_words, act) => {
    const source = await grouped();
    await act(source);
    expect([await titles(source), await titles(source, 'ASIDE')]).toEqual([['D'], ['A', 'B', 'C']]);
    await ask(async (tx) => returnAlert(tx, await lead(source)));
    expect(await titles(source)).toEqual(['A', 'B', 'C', 'D']);
  });
  const suppress = async (source: Source) =>
    ask(async (tx) => suppressAlert(tx, { ...(await lead(source)), reason: '점검' }));
  const snooze = async (source: Source) => ask(async (tx) => snoozeAlert(tx, { ...(await lead(source)), minutes: 60 }));

  it('are claimed together; what somebody else had put aside before stays as it was', async () => {
    const source = await grouped();
    await ask(async (tx) => snoozeAlert(tx, { ...(await lead(source, 'C')), wholeGroup: false, minutes: 60 }));
    await ask(async (tx) => claimAlert(tx, await lead(source)));
    expect((await inTriage(source)).map(({ title, claimedBy }) => [title, claimedBy === null])).toEqual([
      ['A', false],
      ['B', false],
      ['D', true],
    ]);
    await ask(async (tx) => returnAlert(tx, await lead(source)));
    expect(await titles(source, 'ASIDE')).toEqual(['C']);
  });

  it('without asking for the group only the one alert is meant', async () => {
    const source = await grouped();
    await ask(async (tx) => suppressAlert(tx, { ...(await lead(source)), wholeGroup: false, reason: '점검' }));
    expect(await titles(source)).toEqual(['B', 'C', 'D']);
  });
});

describe('several people at once', () => {
  it('each knows which alert the others look at, one at a time, until half a minute after the last word', async () => {
    const source = await grouped();
    const [a, b] = await alertsOf(house, source);
    house.db.setNow(Date.parse('2026-11-25T00:00:00Z'));
    const look = (who: string, alertId: string | null) => as(who, (tx) => lookAtAlert(tx, { alertId }));
    await look(sua, a?.alert_id ?? '');
    await expect(look(minjun, a?.alert_id ?? '')).resolves.toMatchObject({
      others: [{ alertId: a?.alert_id, person: { displayName: '김수아' } }],
    });
    await look(sua, b?.alert_id ?? '');
    await expect(look(minjun, a?.alert_id ?? '')).resolves.toMatchObject({ others: [{ alertId: b?.alert_id }] });
    await look(minjun, null);
    await expect(look(sua, b?.alert_id ?? '')).resolves.toMatchObject({ others: [] });
    house.db.setNow(Date.parse('2026-11-25T00:00:31Z'));
    await expect(look(minjun, null)).resolves.toMatchObject({ others: [] });
  });

  it('whoever may not see an alert neither comes to it nor learns who is there', async () => {
    const [a] = await alertsOf(house, await grouped());
    await as(sua, (tx) => lookAtAlert(tx, { alertId: a?.alert_id ?? '' }));
    const restricted = await createStaff(house.db, house.acme.providerId, { restrictedTo: [house.beta.tenantId] });
    await expect(as(restricted, (tx) => lookAtAlert(tx, { alertId: a?.alert_id ?? '' }))).resolves.toEqual({
      __typename: 'NotFound',
      what: 'alert',
    });
    await expect(as(restricted, (tx) => lookAtAlert(tx, {}))).resolves.toMatchObject({ others: [] });
    await expect(as(sua, (tx) => lookAtAlert(tx, { alertId: newId() }))).resolves.toMatchObject({ what: 'alert' });
    await expect(as(sua, (tx) => lookAtAlert(tx, { alertId: 'x' }))).resolves.toMatchObject({ what: 'alert' });
  });

  it('passing an alert by leaves it as it is, with the reason on record', async () => {
    const source = await grouped();
    const before = await inTriage(source);
    const alertId = before[0]?.id ?? '';
    await expect(as(sua, (tx) => skipAlert(tx, { alertId, reason: 'NOT_MINE' }))).resolves.toEqual({
      __typename: 'AlertSkipped',
      alertId,
    });
    expect(await inTriage(source)).toEqual(before);
    const entries = await house.db.owner('select action, after from audit_entry where object_id = $1', [alertId]);
    expect(entries).toEqual([{ action: 'alert.skip', after: { reason: 'NOT_MINE' } }]);
    await expect(as(sua, (tx) => skipAlert(tx, { alertId: newId(), reason: 'LATER' }))).resolves.toMatchObject({
      __typename: 'NotFound',
    });
  });
});
