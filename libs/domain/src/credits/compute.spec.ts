import fc from 'fast-check';
import { SAMPLE_SCHEDULE } from '../contracts/sample-credits.fixture.js';
import { MAX_MINOR } from '../contracts/currency.js';
import { period } from '../time/periods.js';
import { computeCredit, type CreditInput } from './compute.js';
import type { CreditProblem } from './credit-problems.js';
import { exchanged, rounded } from './money.js';
import { AUGUST, credited, creditInput, ladder, share } from './sample-credit.fixture.js';

const cap = (limitPpm: number) => ({ limitPpm, of: 'ITEM', per: 'MONTH' }) as const;

describe('service credits in their order (D-CRD-1)', () => {
  test('a tenth of a whole month’s fee', () => {
    expect(credited()).toEqual({
      feeCurrency: 'KRW',
      parts: [
        {
          versionId: 'v1',
          feeLines: [
            {
              ...{ month: '2026-08', monthlyFeeMinor: 12_000_000, days: 31, daysInMonth: 31 },
              amount: share(12_000_000, 1),
            },
          ],
          fee: share(12_000_000, 1),
          measured: share(99, 100),
          tier: { fromPpm: 990_000, belowPpm: 999_500, creditPpm: 100_000 },
          earned: share(1_200_000, 1),
        },
      ],
      earned: share(1_200_000, 1),
      cap: null,
      capped: share(1_200_000, 1),
      exchange: null,
      rounding: 'TRUNCATE',
      currency: 'KRW',
      amountMinor: 1_200_000,
      vat: null,
      totalMinor: 1_200_000,
    });
  });

  test('a figure above the ladder earns nothing, no data neither', () => {
    const nothing = (measured: ReturnType<typeof share> | null) => credited({ parts: [{ ...AUGUST, measured }] });
    expect(nothing(share(9_995, 10_000))).toMatchObject({ amountMinor: 0, parts: [{ tier: null }] });
    expect(nothing(null)).toMatchObject({ amountMinor: 0, parts: [{ tier: null, measured: null }] });
  });

  test('where versions change the fee is pro-rated by days, each stretch on its own ladder', () => {
    const parts = [
      { ...AUGUST, to: '2026-08-11' },
      {
        ...AUGUST,
        versionId: 'v2',
        from: '2026-08-11',
        monthlyFeeMinor: 15_000_000,
        tiers: ladder([0, 995_000, 200_000]),
      },
    ];
    const credit = credited({ parts });
    expect(credit.parts.map(({ fee }) => fee)).toEqual([share(120_000_000, 31), share(315_000_000, 31)]);
    // 120,000,000 / 31 x 10 % + 315,000,000 / 31 x 20 % = 75,000,000 / 31 = 2,419,354.83...
    expect(credit.earned).toEqual(share(75_000_000, 31));
    expect(credit.amountMinor).toBe(2_419_354);
    expect(credited({ parts }, { rounding: 'HALF_UP' }).amountMinor).toBe(2_419_355);
  });

  test('days outside the period bear no fee, and a contract that began late pays for its days', () => {
    const late = { ...AUGUST, from: '2026-08-30', to: '2027-01-01' };
    expect(credited({ parts: [late] }).parts[0]?.feeLines).toEqual([
      { month: '2026-08', monthlyFeeMinor: 12_000_000, days: 2, daysInMonth: 31, amount: share(24_000_000, 31) },
    ]);
    const over = { ...AUGUST, from: '2026-06-01', to: '2026-07-15' };
    const ending = { ...AUGUST, versionId: 'v2', from: '2026-07-15', to: '2026-08-01' };
    const all = credited({ parts: [over, ending, { ...AUGUST, versionId: 'v3' }] });
    expect(all.parts.map(({ versionId, feeLines }) => [versionId, feeLines.length])).toEqual([
      ['v1', 0],
      ['v2', 0],
      ['v3', 1],
    ]);
    expect(all.amountMinor).toBe(1_200_000);
    expect(computeCredit(creditInput()).kind).toBe('computed');
  });

  test('a quarter bears the fee of its months', () => {
    const quarter = period('Asia/Seoul', '2026-Q1');
    const credit = credited({ period: quarter, parts: [{ ...AUGUST, from: '2026-01-16', to: '2026-04-01' }] });
    expect(credit.parts[0]?.feeLines.map(({ month, days, daysInMonth }) => [month, days, daysInMonth])).toEqual([
      ['2026-01', 16, 31],
      ['2026-02', 28, 28],
      ['2026-03', 31, 31],
    ]);
    // (16/31 + 1 + 1) x 1,200,000 = 3,019,354.8...
    expect(credit.amountMinor).toBe(3_019_354);
  });

  test('a cap is a share of the fee, rounded down to what can be paid', () => {
    expect(credited({ parts: [{ ...AUGUST, measured: share(0, 1) }] }, { cap: cap(300_000) })).toMatchObject({
      cap: { limitMinor: 3_600_000, usedMinor: 0, roomMinor: 3_600_000, cuts: true, fee: share(12_000_000, 1) },
      ...{ earned: share(12_000_000, 1), capped: share(3_600_000, 1), amountMinor: 3_600_000 },
    });
    const odd = { ...AUGUST, monthlyFeeMinor: 1_001, measured: share(0, 1) };
    expect(credited({ parts: [odd] }, { cap: cap(500_000), rounding: 'HALF_UP' }).amountMinor).toBe(500);
  });

  test('a cap that isn’t reached cuts nothing, nor one that is reached just so', () => {
    expect(credited({}, { cap: cap(300_000) }).cap).toMatchObject({ roomMinor: 3_600_000, cuts: false });
    expect(credited({}, { cap: cap(100_000) })).toMatchObject({ cap: { cuts: false }, amountMinor: 1_200_000 });
    expect(credited({}, { cap: cap(99_999) })).toMatchObject({ cap: { cuts: true }, amountMinor: 1_199_988 });
  });

  test('what was credited before within the same cap is used up', () => {
    const yearly = { limitPpm: 100_000, of: 'CONTRACT', per: 'YEAR' } as const;
    const used = (usedMinor: number) => credited({ capBase: { feeMinor: 144_000_000, usedMinor } }, { cap: yearly });
    expect(used(13_000_000)).toMatchObject({
      cap: { limitMinor: 14_400_000, roomMinor: 1_400_000 },
      amountMinor: 1_200_000,
    });
    expect(used(13_900_000)).toMatchObject({ cap: { roomMinor: 500_000, cuts: true }, amountMinor: 500_000 });
    expect(used(99_000_000)).toMatchObject({ cap: { roomMinor: 0, cuts: true }, amountMinor: 0 });
    expect(credited({ capBase: { feeMinor: null, usedMinor: 100_000 } }, { cap: cap(100_000) })).toMatchObject({
      ...{ cap: { limitMinor: 1_200_000, roomMinor: 1_100_000 }, amountMinor: 1_100_000 },
    });
  });

  test('a half goes up or is cut as the terms say, once', () => {
    const half = { ...AUGUST, monthlyFeeMinor: 15 };
    expect(credited({ parts: [half] }, { rounding: 'HALF_UP' }).amountMinor).toBe(2);
    expect(credited({ parts: [half] }, { rounding: 'TRUNCATE' }).amountMinor).toBe(1);
    expect(credited({ parts: [{ ...half, monthlyFeeMinor: 14 }] }, { rounding: 'HALF_UP' }).amountMinor).toBe(1);
  });

  test('a price reduction carries its VAT on a line of its own, a compensation none', () => {
    const treatment = { kind: 'PRICE_REDUCTION', vatPpm: 100_000 } as const;
    expect(credited({}, { treatment })).toMatchObject({
      ...{ amountMinor: 1_200_000, vat: { ratePpm: 100_000, minor: 120_000 }, totalMinor: 1_320_000 },
    });
    const small = { parts: [{ ...AUGUST, monthlyFeeMinor: 150 }] };
    expect(credited(small, { treatment, rounding: 'TRUNCATE' })).toMatchObject({ vat: { minor: 1 }, totalMinor: 16 });
    expect(credited(small, { treatment, rounding: 'HALF_UP' })).toMatchObject({ vat: { minor: 2 }, totalMinor: 17 });
  });

  test('another currency is converted before the one rounding, with the source and date of the rate', () => {
    const used = { to: 'KRW', rate: '1382.50', source: 'Seoul Money Brokerage', date: '2026-08-31' };
    // 1,999.99 USD, of which a tenth is 199.999 USD = 276,498.6175 KRW
    const dollars = { currency: 'USD', parts: [{ ...AUGUST, monthlyFeeMinor: 199_999 }], exchange: used };
    expect(credited(dollars)).toMatchObject({
      ...{ feeCurrency: 'USD', currency: 'KRW', capped: share(199_999, 10), amountMinor: 276_498 },
      exchange: { used, amount: share(276_498_617_500, 1_000_000) },
    });
    expect(credited(dollars, { rounding: 'HALF_UP' }).amountMinor).toBe(276_499);
  });

  test.each([
    ['USD', 'KRW', '1382.50', 1_000, share(13_825, 1)],
    ['KRW', 'USD', '0.0007', 10_000, share(700, 1)],
    ['KWD', 'JPY', '480', 1_500, share(720, 1)],
    ['JPY', 'KWD', '0.002', 1_000, share(2_000, 1)],
    ['EUR', 'USD', '1.1', 1, share(11, 10)],
  ])('%s becomes %s by minor units of both', (from, to, rate, minor, amount) => {
    expect(exchanged(share(minor, 1), from, { to, rate, source: 's', date: '2026-08-31' })).toEqual(amount);
  });

  test('rounding knows two rules', () => {
    expect(rounded(share(5, 2), 'HALF_UP')).toBe(3n);
    expect(rounded(share(5, 2), 'TRUNCATE')).toBe(2n);
    expect(() => exchanged(share(1, 1), 'USD', { to: 'KRW', rate: 'x', source: 's', date: 'd' })).toThrow(RangeError);
  });
});

describe('properties of credits', () => {
  const ratio = fc.integer({ min: 0, max: 100_000 }).map((up) => share(up, 100_000));
  const fee = fc.integer({ min: 0, max: 50_000_000 });
  const rounding = fc.constantFrom('HALF_UP' as const, 'TRUNCATE' as const);
  const limit = fc.integer({ min: 0, max: 1_000_000 });

  test('more downtime never earns less', () => {
    fc.assert(
      fc.property(ratio, ratio, fee, rounding, limit, (a, b, monthlyFeeMinor, rule, limitPpm) => {
        const of = (measured: typeof a) =>
          credited({ parts: [{ ...AUGUST, monthlyFeeMinor, measured }] }, { rounding: rule, cap: cap(limitPpm) });
        const [worse, better] = a.numerator * b.denominator < b.numerator * a.denominator ? [a, b] : [b, a];
        expect(of(worse).amountMinor).toBeGreaterThanOrEqual(of(better).amountMinor);
      }),
    );
  });

  test('a month cut anywhere into versions of one fee earns what the whole month earns', () => {
    fc.assert(
      fc.property(ratio, fee, rounding, fc.integer({ min: 1, max: 31 }), (measured, monthlyFeeMinor, rule, day) => {
        const cut = `2026-08-${String(day).padStart(2, '0')}`;
        const whole = { ...AUGUST, monthlyFeeMinor, measured };
        const parts = [
          { ...whole, to: cut },
          { ...whole, from: cut },
        ];
        expect(credited({ parts }, { rounding: rule }).amountMinor).toBe(
          credited({ parts: [whole] }, { rounding: rule }).amountMinor,
        );
      }),
    );
  });

  test('what is paid never exceeds the cap, with what was paid before', () => {
    fc.assert(
      fc.property(ratio, fee, rounding, limit, fee, (measured, monthlyFeeMinor, rule, limitPpm, usedMinor) => {
        const capBase = { feeMinor: monthlyFeeMinor, usedMinor };
        const part = { ...AUGUST, monthlyFeeMinor, measured };
        const { amountMinor } = credited({ parts: [part], capBase }, { rounding: rule, cap: cap(limitPpm) });
        const left = Math.max(monthlyFeeMinor * limitPpm - usedMinor * 1_000_000, 0);
        expect(amountMinor * 1_000_000).toBeLessThanOrEqual(left);
        expect(amountMinor).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe('input that cannot be is named', () => {
  const exchange = { to: 'KRW', rate: '1382.50', source: 'Seoul Money Brokerage', date: '2026-08-31' };
  const part = (changes: object): Partial<CreditInput> => ({ parts: [{ ...AUGUST, ...changes }] });
  const table: readonly (readonly [string, Partial<CreditInput>, CreditProblem])[] = [
    ['an unknown currency', { currency: 'QQQ' }, { path: 'currency', kind: 'UNKNOWN_CURRENCY', detail: 'QQQ' }],
    [
      'a negative fee',
      part({ monthlyFeeMinor: -1 }),
      { path: 'parts[0].monthlyFeeMinor', kind: 'NEGATIVE', detail: '-1' },
    ],
    [
      'half a won',
      part({ monthlyFeeMinor: 0.5 }),
      { path: 'parts[0].monthlyFeeMinor', kind: 'NOT_WHOLE', detail: '0.5' },
    ],
    [
      'no number',
      part({ monthlyFeeMinor: NaN }),
      { path: 'parts[0].monthlyFeeMinor', kind: 'NOT_WHOLE', detail: 'NaN' },
    ],
    [
      'more than can be told exactly',
      part({ monthlyFeeMinor: MAX_MINOR + 1 }),
      { path: 'parts[0].monthlyFeeMinor', kind: 'TOO_LARGE', detail: '10000000000001' },
    ],
    ['no date', part({ from: '2026-02-30' }), { path: 'parts[0].from', kind: 'BAD_DATE', detail: '2026-02-30' }],
    ['no last date', part({ to: 'soon' }), { path: 'parts[0].to', kind: 'BAD_DATE', detail: 'soon' }],
    [
      'a version that ends before it begins',
      part({ from: '2026-08-02', to: '2026-08-01' }),
      { path: 'parts[0].to', kind: 'REVERSED', detail: '2026-08-02..2026-08-01' },
    ],
    [
      'versions that overlap',
      { parts: [AUGUST, { ...AUGUST, from: '2026-08-31' }] },
      { path: 'parts[1].from', kind: 'OVERLAP', detail: '2026-08-31' },
    ],
    [
      'more than all',
      part({ measured: share(3, 2) }),
      { path: 'parts[0].measured', kind: 'NOT_A_RATIO', detail: '3/2' },
    ],
    [
      'less than none',
      part({ measured: share(-1, 2) }),
      { path: 'parts[0].measured', kind: 'NOT_A_RATIO', detail: '-1/2' },
    ],
    [
      'a ratio over nothing',
      part({ measured: { numerator: 0n, denominator: 0n } }),
      { path: 'parts[0].measured', kind: 'NOT_A_RATIO', detail: '0/0' },
    ],
    [
      'a ladder with a gap',
      part({ tiers: ladder([1, 2, 3]) }),
      { path: 'parts[0].tiers[0]', kind: 'TIER_GAP', detail: '0..1' },
    ],
    [
      'a cap of a negative fee',
      { capBase: { feeMinor: -1, usedMinor: 0 } },
      { path: 'capBase.feeMinor', kind: 'NEGATIVE', detail: '-1' },
    ],
    [
      'a negative credit before',
      { capBase: { feeMinor: null, usedMinor: -1 } },
      { path: 'capBase.usedMinor', kind: 'NEGATIVE', detail: '-1' },
    ],
    [
      'a rate of nothing',
      { exchange: { ...exchange, rate: '0.00' } },
      { path: 'exchange.rate', kind: 'BAD_RATE', detail: '0.00' },
    ],
    [
      'a negative rate',
      { exchange: { ...exchange, rate: '-1' } },
      { path: 'exchange.rate', kind: 'BAD_RATE', detail: '-1' },
    ],
    [
      'a rate on nobody’s word',
      { exchange: { ...exchange, source: ' ' } },
      { path: 'exchange.source', kind: 'RATE_WITHOUT_SOURCE', detail: ' ' },
    ],
    [
      'a rate of no day',
      { exchange: { ...exchange, date: '' } },
      { path: 'exchange.date', kind: 'BAD_DATE', detail: '' },
    ],
    [
      'a rate into no currency',
      { exchange: { ...exchange, to: 'WON' } },
      { path: 'exchange.to', kind: 'UNKNOWN_CURRENCY', detail: 'WON' },
    ],
    [
      'a fee that is no money, beside one that is, before any rate is tried on it',
      {
        exchange,
        parts: [
          { ...AUGUST, to: '2026-08-11' },
          { ...AUGUST, versionId: 'v2', from: '2026-08-11', monthlyFeeMinor: Number.NaN },
        ],
      },
      { path: 'parts[1].monthlyFeeMinor', kind: 'NOT_WHOLE', detail: 'NaN' },
    ],
    [
      'a currency that is none, before any rate is tried on it',
      { exchange, currency: 'QQQ' },
      { path: 'currency', kind: 'UNKNOWN_CURRENCY', detail: 'QQQ' },
    ],
    [
      'a rate that makes amounts too large',
      { exchange: { ...exchange, rate: '31275000' } },
      { path: 'exchange.rate', kind: 'TOO_LARGE', detail: '31275000' },
    ],
  ];
  test.each(table)('%s', (_sentence, changes, problem) => {
    expect(computeCredit(creditInput(changes))).toEqual({ kind: 'invalid', problems: [problem] });
  });

  test('the largest fee is computed exactly', () => {
    const most = { ...AUGUST, monthlyFeeMinor: MAX_MINOR, measured: share(0, 1), tiers: SAMPLE_SCHEDULE.tiers };
    const credit = credited({ parts: [most] }, { treatment: { kind: 'PRICE_REDUCTION', vatPpm: 1_000_000 } });
    expect(credit.totalMinor).toBe(2 * MAX_MINOR);
  });
});
