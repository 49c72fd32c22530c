import fc from 'fast-check';
import { DAY, MINUTE } from '../time/instant.js';
import { period } from '../time/periods.js';
import {
  availabilityShare,
  escalationFigures,
  failuresIn,
  serviceTimeOf,
  timeBetweenFailures,
} from './recorded-service.js';
import { acceptedSavings, creditTotals, savingsAgainstBaseline } from './savings.js';

const AUGUST = period('Asia/Seoul', '2026-08');
const at = (days: number) => AUGUST.from + days * DAY;

describe('service', () => {
  it.each([
    ['nothing down is all of it', [100, 0, 0], 10_000, 0],
    ['rounded down, never up to the target', [3_000_000, 299, 0], 9_999, 0],
    ['down all the time is none', [100, 100, 0], 0, 0],
    ['what nobody measured shows beside it', [100, 0, 25], 10_000, 2_500],
    ['no agreed time is no data', [0, 0, 0], null, null],
  ])('%s', (_sentence, [countedMs = 0, downMs = 0, unmeasuredMs = 0], available, unmeasured) => {
    const share = availabilityShare({ countedMs, downMs, unmeasuredMs });
    expect([share.availability.value, share.unmeasured.value]).toEqual([available, unmeasured]);
  });

  it.each([
    ['two failures in thirty days that cost a day', 30 * DAY, DAY, 2, (29 * 86_400) / 2],
    ['no failure has no mean', 30 * DAY, 0, 0, null],
    ['a failure that lasted all the time left nothing between', DAY, DAY, 1, 0],
  ])('mean time between failures: %s', (_sentence, countedMs, downMs, failures, seconds) => {
    expect(timeBetweenFailures({ countedMs, downMs }, failures).value).toBe(seconds);
  });

  it.each([
    ['an outage that counts and began in the period', { from: at(1), state: 'DOWN' }, 60_000, 1],
    ['one that began in the period before', { from: AUGUST.from - 1, state: 'DOWN' }, 60_000, 0],
    ['one right at its beginning', { from: AUGUST.from, state: 'DOWN' }, 60_000, 1],
    ['one that begins with the next', { from: AUGUST.to, state: 'DOWN' }, 60_000, 0],
    ['one that was left out of the figure', { from: at(1), state: 'DOWN' }, 0, 0],
    ['a service that was slow did not fail', { from: at(1), state: 'DEGRADED' }, 60_000, 0],
  ] as const)('failures: %s', (_sentence, outage, countedMs, failures) => {
    const item = { outageId: 'o', state: outage.state, ticketIds: [], agreedMs: 60_000, countedMs };
    const figure = { items: [item], period: { key: '2026-08', zone: AUGUST.zone, from: AUGUST.from, to: AUGUST.to } };
    expect(
      failuresIn(figure, [
        { id: 'o', ...outage },
        { id: 'other', from: at(2), state: 'DOWN' },
      ]),
    ).toBe(failures);
  });

  it('the time of a service whose assets are weighted is the mean of theirs', () => {
    const part = (weight: number, downMs: number) => ({
      ...{ assetId: `a${weight}`, weight, agreedMs: 100, plannedMs: 0, acceptedMs: 0, unmeasuredMs: 0 },
      ...{ countedMs: 100, downMs, degradedMs: 0 },
    });
    expect(serviceTimeOf({ parts: [part(3, 10), part(1, 50)] })).toEqual({ countedMs: 100, downMs: 20 });
    expect(serviceTimeOf({ parts: [] })).toEqual({ countedMs: 0, downMs: 0 });
  });

  it('an escalation acknowledged after the period was not acknowledged in it', () => {
    const runs = [
      { startedAt: at(1), acknowledgedAt: at(1) + 4 * MINUTE },
      { startedAt: at(2), acknowledgedAt: at(2) + 10 * MINUTE },
      { startedAt: AUGUST.to - MINUTE, acknowledgedAt: AUGUST.to },
      { startedAt: at(3), acknowledgedAt: null },
      { startedAt: AUGUST.to, acknowledgedAt: null },
    ];
    const { started, acknowledged, neverAcknowledged } = escalationFigures(runs, AUGUST);
    expect([started.value, acknowledged.p50.value, acknowledged.p90.value]).toEqual([4, 240, 600]);
    expect([neverAcknowledged.value, neverAcknowledged.n]).toEqual([5_000, 4]);
  });
});

describe('money', () => {
  const line = (unitCost: number | null, volume: number) => ({ name: `server at ${unitCost}`, unitCost, volume });
  const savings = (lines: readonly ReturnType<typeof line>[], actualCost: number, fee: number) =>
    savingsAgainstBaseline({ currency: 'KRW', lines, actualCost, fee });

  it.each([
    ['the fee is part of what is compared', [line(1_000, 10), line(500, 4)], 7_000, 2_000, 3_000],
    ['it may have cost more, and then it says so', [line(1_000, 10)], 9_000, 2_500, -1_500],
    ['a service of which nothing was used saves nothing', [line(1_000, 0)], 0, 700, -700],
  ])('%s', (_sentence, lines, actualCost, fee, amount) => {
    expect(savings(lines, actualCost, fee)).toMatchObject({ kind: 'SAVINGS', amount });
  });

  it('without an agreed baseline there is no figure, and what lacks one is named', () => {
    expect(savings([], 1, 1)).toEqual({ kind: 'NO_DATA', lacking: [] });
    expect(savings([line(100, 2), line(null, 3)], 1, 1)).toEqual({ kind: 'NO_DATA', lacking: ['server at null'] });
  });

  it('halves of a minor unit are refused, not rounded', () => {
    expect(() => savings([line(0.5, 3)], 1, 1)).toThrow(RangeError);
  });

  it('a unit more at the agreed price saves that price more, whatever else', () => {
    const amount = fc.integer({ min: 0, max: 1_000_000 });
    fc.assert(
      fc.property(amount, amount, amount, amount, (unitCost, volume, actual, fee) => {
        const [one, more] = [
          savings([line(unitCost, volume)], actual, fee),
          savings([line(unitCost, volume + 1)], actual, fee),
        ];
        expect(one.kind === 'SAVINGS' && more.kind === 'SAVINGS' ? more.amount - one.amount : null).toBe(unitCost);
      }),
    );
  });

  it('measures save only once the client has accepted them, each in its currency', () => {
    const measure = (amount: number, currency: string, accepted: boolean) => ({ amount, currency, accepted });
    const all = [measure(5, 'USD', true), measure(7, 'KRW', true), measure(3, 'KRW', true), measure(90, 'KRW', false)];
    expect(acceptedSavings(all)).toEqual({
      totals: [
        { currency: 'KRW', amount: 10, n: 2 },
        { currency: 'USD', amount: 5, n: 1 },
      ],
      notAccepted: 1,
    });
  });

  it('a disputed or waived credit is not among those that stand, and one told to nobody is in none', () => {
    const statuses = ['COMPUTED', 'PROPOSED', 'ACCEPTED', 'DISPUTED', 'WAIVED', 'SETTLED'] as const;
    const credits = statuses.map((status, index) => ({ amount: 10 ** index, currency: 'KRW', status }));
    expect(creditTotals(credits)).toEqual({
      standing: [{ currency: 'KRW', amount: 100_110, n: 3 }],
      disputed: [{ currency: 'KRW', amount: 1_000, n: 1 }],
      waived: [{ currency: 'KRW', amount: 10_000, n: 1 }],
    });
  });
});
