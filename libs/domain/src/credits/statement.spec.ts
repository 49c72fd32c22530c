import { claim, outage, told, work } from '../availability/sample-facts.fixture.js';
import { SAMPLE_SCHEDULE } from '../contracts/sample-credits.fixture.js';
import { effectOfDispute } from './dispute.js';
import { paidTickets, payableAttainment, type JudgedClock } from './overlap.js';
import { ladder, share } from './sample-credit.fixture.js';
import { RESPONSE_SCHEDULE, stated, statementInput } from './statement.fixture.js';
import { computeStatement } from './statement.js';

/** Ten hours down: 98.65 % of August, a quarter of the fee. */
const TEN_HOURS = outage('o1', '08-03 10:00', '08-03 20:00', { ticketIds: ['t1'] });

/** Nine kept, one missed on the ticket of the outage, one on another. */
const CLOCKS: readonly JudgedClock[] = [
  ...Array.from({ length: 9 }, (_, n) => ({ id: `k${n}`, ticketId: `x${n}`, met: true })),
  { id: 'm1', ticketId: 't1', met: false },
  { id: 'm2', ticketId: 't2', met: false },
];

describe('a statement: availability, its credit and what else follows', () => {
  test('a missed month earns its credit with VAT', () => {
    const statement = stated({ outages: [TEN_HOURS] });
    expect(statement.availability).toMatchObject({ ratio: share(734, 744), verdict: 'MISSED' });
    expect(statement.credit).toMatchObject({ amountMinor: 3_000_000, vat: { minor: 300_000 }, totalMinor: 3_300_000 });
    expect(statement).toMatchObject({ attainment: null, totalMinor: 3_300_000 });
  });

  test('a month that was kept earns nothing, and without a schedule nothing is computed', () => {
    expect(stated({})).toMatchObject({ totalMinor: 0, credit: { amountMinor: 0 } });
    expect(stated({ outages: [TEN_HOURS] }, { schedule: null })).toMatchObject({
      ...{ credit: null, totalMinor: 0, termination: null },
    });
  });

  test('the right to terminate counts the period at hand', () => {
    const history = [
      { periodKey: '2026-06', verdict: 'MISSED' as const },
      { periodKey: '2026-07', verdict: 'MISSED' as const },
    ];
    expect(stated({ outages: [TEN_HOURS] }, { history }).termination).toMatchObject({
      reached: true,
      reachedIn: ['2026-08'],
    });
    expect(stated({}, { history }).termination).toMatchObject({ reached: false, misses: 2 });
  });

  test('bad facts and bad money are named', () => {
    const reversed = computeStatement(statementInput({ outages: [outage('o', '08-03 11:00', '08-03 10:00')] }));
    expect(reversed).toMatchObject({ kind: 'invalid', problems: [{ path: 'outages[0].to', kind: 'REVERSED' }] });
    expect(computeStatement(statementInput({}, { currency: 'QQQ' }))).toMatchObject({
      ...{ kind: 'invalid', problems: [{ kind: 'UNKNOWN_CURRENCY' }] },
    });
    const schedule = { ...RESPONSE_SCHEDULE, tiers: ladder([1, 2, 3]) };
    expect(computeStatement(statementInput({}, { attainment: { schedule, clocks: CLOCKS } }))).toMatchObject({
      ...{ kind: 'invalid', problems: [{ kind: 'TIER_GAP' }] },
    });
  });
});

describe('availability and attainment don’t both pay for one event (D-CRD-1)', () => {
  const attainment = { schedule: { ...RESPONSE_SCHEDULE, cap: null }, clocks: CLOCKS };

  test('a clock missed on the outage’s ticket is left out where availability pays', () => {
    const statement = stated({ outages: [TEN_HOURS] }, { attainment });
    expect(statement.attainment?.payable).toEqual({ met: 9, missed: 1, ratio: share(9, 10), leftOut: ['m1'] });
    expect(statement.attainment?.credit.amountMinor).toBe(600_000);
    expect(statement.totalMinor).toBe(3_300_000 + 660_000);
  });

  test('it counts where availability pays nothing', () => {
    const short = outage('o1', '08-03 10:00', '08-03 10:10', { ticketIds: ['t1'] });
    const statement = stated({ outages: [short] }, { attainment });
    expect(statement.attainment?.payable).toEqual({ met: 9, missed: 2, ratio: share(9, 11), leftOut: [] });
    expect(stated({ outages: [TEN_HOURS] }, { attainment, schedule: null }).attainment?.payable.leftOut).toEqual([]);
  });

  test('an outage that was excluded pays for nothing, so that its ticket’s clock counts', () => {
    const outages = [TEN_HOURS, outage('o2', '08-10 00:00', '08-10 10:00', { ticketIds: ['t2'] })];
    const exclusions = [claim('c', '08-03 10:00', '08-03 20:00')];
    expect(stated({ outages, exclusions }, { attainment }).attainment?.payable.leftOut).toEqual(['m2']);
  });

  test('kept clocks stay, and without any other clock there is no data', () => {
    const paid = new Set(['t1']);
    expect(payableAttainment([{ id: 'a', ticketId: 't1', met: true }], paid)).toEqual({
      ...{ met: 1, missed: 0, ratio: share(1, 1), leftOut: [] },
    });
    expect(payableAttainment([{ id: 'a', ticketId: 't1', met: false }], paid)).toEqual({
      ...{ met: 0, missed: 0, ratio: null, leftOut: ['a'] },
    });
    const half = [
      { id: 'a', ticketId: 't2', met: true },
      { id: 'b', ticketId: 't3', met: false },
    ];
    expect(payableAttainment(half, paid)).toEqual({ met: 1, missed: 1, ratio: share(1, 2), leftOut: [] });
    expect(paidTickets({ items: [] })).toEqual(new Set());
  });

  test('both share a cap on the same fee in the same span', () => {
    const clocks = CLOCKS.map((clock) => ({ ...clock, met: false }));
    const both = stated({ outages: [TEN_HOURS] }, { attainment: { schedule: RESPONSE_SCHEDULE, clocks } });
    // 30 % of 12,000,000 are 3,600,000, of which availability took 3,000,000.
    expect(both.credit?.amountMinor).toBe(3_000_000);
    expect(both.attainment?.credit).toMatchObject({ amountMinor: 600_000, cap: { usedMinor: 3_000_000, cuts: true } });
  });

  test('a cap of another span is its own', () => {
    const clocks = CLOCKS.map((clock) => ({ ...clock, met: false }));
    const yearly = { limitPpm: 300_000, of: 'ITEM', per: 'YEAR' } as const;
    const schedule = { ...RESPONSE_SCHEDULE, cap: yearly };
    const both = stated({ outages: [TEN_HOURS] }, { attainment: { schedule, clocks } });
    expect(both.attainment?.credit).toMatchObject({ amountMinor: 2_400_000, cap: { usedMinor: 0, cuts: false } });
    const contract = { ...RESPONSE_SCHEDULE, cap: { ...yearly, of: 'CONTRACT', per: 'MONTH' } as const };
    const other = stated({ outages: [TEN_HOURS] }, { attainment: { schedule: contract, clocks } });
    expect(other.attainment?.credit.cap?.usedMinor).toBe(0);
  });

  test('a cap that only attainment has is its own', () => {
    const clocks = CLOCKS.map((clock) => ({ ...clock, met: false }));
    const both = stated(
      { outages: [TEN_HOURS] },
      { schedule: { ...SAMPLE_SCHEDULE, cap: null }, attainment: { schedule: RESPONSE_SCHEDULE, clocks } },
    );
    expect(both.credit).toMatchObject({ amountMinor: 3_000_000, cap: null });
    expect(both.attainment?.credit).toMatchObject({ amountMinor: 2_400_000, cap: { usedMinor: 0, cuts: false } });
  });

  test('what availability took is rounded up before it is taken from a shared cap', () => {
    const fees = [{ versionId: 'v', from: '2026-08-01', to: '2026-09-01', monthlyFeeMinor: 1_001 }];
    const clocks = CLOCKS.map((clock) => ({ ...clock, met: false }));
    const capBase = { feeMinor: 1_001, usedMinor: 7 };
    const both = stated(
      { outages: [TEN_HOURS] },
      { fees, capBase, attainment: { schedule: RESPONSE_SCHEDULE, clocks } },
    );
    // A quarter of 1,001 are 250.25; the cap allows 300, of which 7 were used.
    expect(both.credit).toMatchObject({ amountMinor: 250, cap: { limitMinor: 300, usedMinor: 7 } });
    expect(both.attainment?.credit).toMatchObject({ amountMinor: 42, cap: { usedMinor: 258, roomMinor: 42 } });
  });
});

describe('the right to terminate where attainment earns the credits', () => {
  const repeated = { misses: 2, periods: 3 };
  const attainment = {
    schedule: { ...RESPONSE_SCHEDULE, termination: repeated },
    clocks: CLOCKS.map((clock) => ({ ...clock, met: false })),
  };
  const history = [{ periodKey: '2026-07', verdict: 'REACHED', credited: true }] as const;

  test('a month that earned a credit by attainment is a miss, though availability was reached', () => {
    const { availability, termination } = stated({}, { schedule: null, attainment, history });
    expect(availability.verdict).toBe('REACHED');
    expect(termination).toMatchObject({ reached: true, misses: 2, reachedIn: ['2026-08'] });
  });

  test('the rule of the ladder that gives the right is the one shown', () => {
    const schedule = { ...SAMPLE_SCHEDULE, termination: { misses: 3, periods: 6 } };
    expect(stated({}, { schedule, attainment, history }).termination).toMatchObject({ reached: true, rule: repeated });
    expect(stated({}, { schedule, attainment }).termination).toMatchObject({ reached: false, rule: { misses: 3 } });
  });

  test('a miss whose credit a used-up cap swallows is one all the same', () => {
    const schedule = { ...attainment.schedule, cap: { limitPpm: 0, of: 'ITEM', per: 'MONTH' } as const };
    const { termination, totalMinor } = stated(
      {},
      { schedule: null, attainment: { ...attainment, schedule }, history },
    );
    expect([totalMinor, termination?.misses]).toEqual([0, 2]);
  });
});

describe('disputing one exclusion', () => {
  const facts = {
    outages: [TEN_HOURS, outage('o2', '08-20 22:00', '08-21 00:00')],
    exclusions: [claim('c', '08-03 10:00', '08-03 19:00')],
    maintenance: [work('w', [told('08-01 00:00', '08-20 22:00', '08-21 00:00')])],
  };

  test('a claim that falls makes the month worse and the credit larger', () => {
    const effect = effectOfDispute(statementInput(facts), { kind: 'CLAIM', id: 'c' });
    if (effect.kind !== 'effect') throw new Error(effect.kind);
    expect(effect.before.availability.ratio).toEqual(share(732, 733));
    expect(effect.after.availability.ratio).toEqual(share(732, 742));
    expect(effect.after.availability.exclusions).toContainEqual(
      expect.objectContaining({ kind: 'CLAIM', id: 'c', excludedMs: 0, reason: 'NOT_ACCEPTED' }),
    );
    // From a tenth to a quarter of 12,000,000, with a tenth of VAT.
    expect(effect.differenceMinor).toBe(1_980_000);
  });

  test('a window of which nobody was told counts as downtime where the service was down', () => {
    const effect = effectOfDispute(statementInput(facts), { kind: 'PLANNED', id: 'w' });
    if (effect.kind !== 'effect') throw new Error(effect.kind);
    expect(effect.after.availability.ratio).toEqual(share(732, 735));
    expect(effect.differenceMinor).toBe(0);
  });

  test('only the window in dispute falls', () => {
    const maintenance = [...facts.maintenance, work('x', [told('08-01 00:00', '08-25 22:00', '08-26 00:00')])];
    const effect = effectOfDispute(statementInput({ ...facts, maintenance }), { kind: 'PLANNED', id: 'x' });
    if (effect.kind !== 'effect') throw new Error(effect.kind);
    expect(effect.before.availability.ratio).toEqual(share(730, 731));
    expect(effect.after.availability.ratio).toEqual(share(732, 733));
  });

  test('what nobody excluded can’t be disputed', () => {
    const input = statementInput(facts);
    expect(effectOfDispute(input, { kind: 'CLAIM', id: 'w' })).toEqual({ kind: 'unknown-exclusion', id: 'w' });
    expect(effectOfDispute(input, { kind: 'PLANNED', id: 'c' })).toEqual({ kind: 'unknown-exclusion', id: 'c' });
  });

  test('only the one in dispute falls', () => {
    const two = { ...facts, exclusions: [...facts.exclusions, claim('d', '08-03 19:00', '08-03 20:00')] };
    const effect = effectOfDispute(statementInput(two), { kind: 'CLAIM', id: 'd' });
    if (effect.kind !== 'effect') throw new Error(effect.kind);
    expect(effect.after.availability.ratio).toEqual(share(732, 733));
  });

  test('a statement that can’t be computed has no effect to show', () => {
    const input = statementInput(facts, { currency: 'QQQ', schedule: { ...SAMPLE_SCHEDULE, termination: null } });
    expect(effectOfDispute(input, { kind: 'CLAIM', id: 'c' })).toEqual({
      kind: 'invalid',
      problems: [{ path: 'currency', kind: 'UNKNOWN_CURRENCY', detail: 'QQQ' }],
    });
  });
});
