import type { Tx } from '@daylight/api-database';
import type { StaffScope } from '@daylight/api-platform';
import { keepFigures } from './figures/keep.js';
import { publishAvailability } from './figures/publish.js';
import { availabilityFigures } from './figures/read-figures.js';
import { verifyAvailability } from './figures/verify.js';
import { at, clientTx, createHouse, staffTx, systemTx, type Client, type House } from './house.fixture.js';
import { closeOutage, correctOutage, openOutage, postOutageUpdate, withdrawOutage } from './outages/change-outage.js';
import { statusPage } from './status/status-page.js';

jest.setTimeout(120_000);

let house: House;
beforeAll(async () => {
  house = await createHouse();
});
beforeEach(() => house.db.setNow(at('2026-09-02 09:00')));
afterAll(() => house.close());

const staff = <T>(work: (tx: Tx<StaffScope>) => Promise<T>, of: Client = house.acme): Promise<T> =>
  staffTx(house, of, work);

const words = (ko: string, en = ko) => ({ ko, en });

/** An outage as a person would write it down. */
function facts(from: string, to: string | null, of: Client = house.acme) {
  return {
    ...{
      tenantId: of.tenantId,
      serviceItemId: of.service,
      state: 'DOWN' as const,
      title: words('결제 불가', 'No payments'),
    },
    ...{ startedAt: at(from), endedAt: to === null ? null : at(to), assetIds: [], ticketKeys: [] },
  };
}

async function opened(from: string, to: string | null, of: Client = house.acme) {
  const result = await staff((tx) => openOutage(tx, facts(from, to, of)), of);
  if (result.__typename !== 'OutageSaved') throw new Error(JSON.stringify(result));
  return result.outage;
}

async function figureOf(period: string, of: Client = house.acme) {
  const figures = await staff((tx) => availabilityFigures(tx, { tenantId: of.tenantId, period }), of);
  const found = figures?.find(({ serviceItemId }) => serviceItemId === of.service);
  if (found === undefined) throw new Error(`no figure of ${period}`);
  return found;
}

const kinds = (result: { readonly __typename: string }) => {
  if (result.__typename === 'InputRefused' && 'problems' in result && Array.isArray(result.problems)) {
    return result.problems.map(({ path, kind }: { path: string; kind: string }) => `${path}: ${kind}`);
  }
  return 'kind' in result ? [`refused: ${String(result.kind)}`] : [result.__typename];
};

describe('an outage that a person records', () => {
  it('of three hours in August leaves 99.59 % of a month round the clock, exactly', async () => {
    await opened('2026-08-03 10:00', '2026-08-03 13:00');
    const figure = await figureOf('2026-08');
    expect([figure.numerator, figure.denominator]).toEqual(['247', '248']);
    expect([figure.valuePpm, figure.display, figure.verdict]).toEqual([995_967, '99.5967…%', 'MISSED']);
    expect([figure.downSeconds, figure.countedSeconds]).toEqual([3 * 3_600, 31 * 86_400]);
    expect([figure.allowedSeconds, figure.leftSeconds]).toEqual([1_339, 1_339 - 3 * 3_600 + 0]);
    expect(figure.published).toBe(false);
  });

  it('keeps what it was said to be before, with who corrected it and why', async () => {
    const outage = await opened('2026-08-05 01:00', null);
    const correction = {
      outageId: outage.id,
      expectedVersion: outage.version,
      reason: '모니터링 기록 확인',
      ...facts('2026-08-05 01:20', '2026-08-05 02:00'),
    };
    const corrected = await staff((tx) => correctOutage(tx, correction));
    if (corrected.__typename !== 'OutageSaved') throw new Error(JSON.stringify(corrected));
    const { changes, startedAt, endedAt, corrected: byHand } = corrected.outage;
    expect([startedAt, endedAt, byHand]).toEqual([at('2026-08-05 01:20'), at('2026-08-05 02:00'), true]);
    expect(changes).toMatchObject([
      { kind: 'OPENED', startedAt: at('2026-08-05 01:00'), endedAt: null },
      { kind: 'CORRECTED', reason: '모니터링 기록 확인', person: { id: house.acme.adminId } },
    ]);
    const stale = await staff((tx) => correctOutage(tx, correction));
    expect(stale.__typename).toBe('OutageChangedMeanwhile');
  });

  it('that is withdrawn counts nowhere any more', async () => {
    const before = await figureOf('2026-08');
    const outage = await opened('2026-08-07 00:00', '2026-08-07 05:00');
    const input = { outageId: outage.id, expectedVersion: outage.version, reason: '오인' };
    expect((await figureOf('2026-08')).downSeconds).toBe(before.downSeconds + 5 * 3_600);
    await staff((tx) => withdrawOutage(tx, input));
    expect((await figureOf('2026-08')).downSeconds).toBe(before.downSeconds);
    const again = await staff((tx) => withdrawOutage(tx, { ...input, expectedVersion: outage.version + 1 }));
    expect(kinds(again)).toEqual(['refused: WITHDRAWN']);
  });

  it.each([
    [
      'ends before it begins',
      { startedAt: at('2026-08-10 10:00'), endedAt: at('2026-08-10 09:00') },
      ['endedAt: REVERSED'],
    ],
    ['begins in the future', { startedAt: at('2026-09-03 10:00'), endedAt: null }, ['startedAt: IN_THE_FUTURE']],
    [
      'ends in the future',
      { startedAt: at('2026-08-10 10:00'), endedAt: at('2026-09-03 09:00') },
      ['endedAt: IN_THE_FUTURE'],
    ],
    [
      'was two years ago',
      { startedAt: at('2024-08-10 10:00'), endedAt: null },
      ['startedAt: TOO_OLD', 'serviceItemId: NOT_AGREED'],
    ],
    ['has no name', { title: words(' ') }, ['title.ko: EMPTY', 'title.en: EMPTY']],
    ['names an asset that the terms don’t know', { assetIds: ['db1'] }, ['assetIds[0]: UNKNOWN']],
    ['names a ticket that isn’t there', { ticketKeys: ['ACME-999'] }, ['ticketKeys[0]: UNKNOWN']],
    [
      'overlaps one that is recorded',
      { startedAt: at('2026-08-03 12:00'), endedAt: at('2026-08-03 14:00') },
      ['refused: OVERLAPS'],
    ],
  ])('is refused with a message when it %s', async (_, changes, expected) => {
    const result = await staff((tx) =>
      openOutage(tx, { ...facts('2026-08-20 10:00', '2026-08-20 11:00'), ...changes }),
    );
    expect(kinds(result)).toEqual(expected);
  });

  it('of another provider’s client, or of a service without a contract, is nobody’s to record', async () => {
    const foreign = await staff((tx) => openOutage(tx, facts('2026-08-20 10:00', null, house.other)));
    expect(kinds(foreign)).toEqual(['NotFound']);
    const strange = { ...facts('2026-08-20 10:00', null), serviceItemId: house.beta.service };
    expect(kinds(await staff((tx) => openOutage(tx, strange)))).toEqual(['serviceItemId: NOT_AGREED']);
    const mine = await opened('2026-08-21 10:00', '2026-08-21 10:05');
    const close = { outageId: mine.id, expectedVersion: mine.version, endedAt: at('2026-08-21 10:06') };
    expect(kinds(await staff((tx) => closeOutage(tx, close), house.other))).toEqual(['NotFound']);
    expect(kinds(await staff((tx) => closeOutage(tx, close)))).toEqual(['refused: CLOSED_ALREADY']);
  });
});

describe('the status page', () => {
  it('shows the day of an outage, the incident with its updates, and how it is now', async () => {
    house.db.setNow(at('2026-09-10 12:00'));
    const outage = await opened('2026-09-10 11:30', null);
    const body = words('조사하고 있습니다', '');
    await staff((tx) => postOutageUpdate(tx, { outageId: outage.id, stage: 'INVESTIGATING', body }));
    const page = await clientTx(house, house.acme, statusPage);
    const service = page.services.find(({ serviceItemId }) => serviceItemId === house.acme.service);
    expect([service?.now, service?.since, service?.outageId]).toEqual(['DOWN', at('2026-09-10 11:30'), outage.id]);
    expect(service?.days).toHaveLength(90);
    const today = service?.days.at(-1);
    expect(today).toMatchObject({ date: '2026-09-10', seconds: 12 * 3_600, downSeconds: 1_800, state: 'DOWN' });
    const third = service?.days.find(({ date }) => date === '2026-08-03');
    expect(third).toMatchObject({ seconds: 86_400, downSeconds: 3 * 3_600, unmeasuredSeconds: 21 * 3_600 });
    expect(page.incidents[0]).toMatchObject({ id: outage.id, stage: 'INVESTIGATING', durationSeconds: 1_800 });
    expect(page.incidents[0]?.updates[0]?.body).toEqual(words('조사하고 있습니다'));
    expect(service?.figures.map(({ period }) => period.key)).toEqual(['2026-09', '2026-08', '2026-07', '2026-06']);
  });

  it('of one client shows nothing of another’s', async () => {
    const page = await clientTx(house, house.beta, statusPage);
    expect(page.incidents).toEqual([]);
    expect(page.services.map(({ serviceItemId }) => serviceItemId).toSorted()).toEqual(
      [house.beta.service, house.beta.plain].toSorted(),
    );
  });
});

describe('a published month', () => {
  it('stands as it is when an outage of it is corrected, and an addendum says what it would be', async () => {
    const outage = await opened('2026-07-06 10:00', '2026-07-06 14:00');
    const { tenantId } = house.acme;
    await systemTx(house, house.acme, (tx) => keepFigures(tx, tenantId));
    const early = await staff((tx) => publishAvailability(tx, { tenantId, period: '2026-09' }));
    expect(kinds(early)).toEqual(['refused: RUNNING_PERIOD']);
    const published = await staff((tx) => publishAvailability(tx, { tenantId, period: '2026-07' }));
    expect(published.__typename).toBe('AvailabilityPublished');
    const before = await figureOf('2026-07');
    expect([before.published, before.downSeconds]).toEqual([true, 4 * 3_600]);
    const change = {
      ...facts('2026-07-06 10:00', '2026-07-06 11:00'),
      outageId: outage.id,
      expectedVersion: 1,
      reason: '정정',
    };
    await staff((tx) => correctOutage(tx, change));
    await systemTx(house, house.acme, (tx) => keepFigures(tx, tenantId));
    const after = await figureOf('2026-07');
    expect({ ...after, addenda: [] }).toEqual({ ...before, addenda: [] });
    expect(after.addenda).toMatchObject([{ ordinal: 1, verdict: 'MISSED', valuePpm: 998_655 }]);
    const again = await staff((tx) => publishAvailability(tx, { tenantId, period: '2026-07' }));
    expect(kinds(again)).toEqual(['refused: PUBLISHED']);
    const verified = await staff((tx) => verifyAvailability(tx, before.id ?? ''));
    expect(verified).toMatchObject({ same: true, nowPpm: 998_655, differences: ['중단 기록이 다릅니다.'] });
    await expect(
      house.db.owner('update availability_figure set total_minor = 0 where figure_id = $1', [before.id]),
    ).rejects.toThrow(/does not change/);
  });
});
