import type {
  AvailabilityFigure,
  AvailabilityPart,
  CreditDocumentProblem,
  CreditWorking,
  ExclusionItem,
  Fraction,
  PartWorking,
  Statement,
} from '@daylight/domain';
import { fraction, HOUR, parseIso, period } from '@daylight/domain';
import { sayAvailability, sayExclusion, sayOutage } from './availability.js';
import { sayCredit, sayPayable, sayTermination } from './credit.js';
import { decimals, sayAmount, sayMinor, sayPpm, sayRatio, saySeconds } from './numbers.js';
import { sayDocumentProblem } from './problems.js';
import { creditRefusalText, creditStatusName } from './reasons.js';
import { sayStatement } from './statement.js';

const share = (a: number, b: number): Fraction => fraction(BigInt(a), BigInt(b));
const NAME = { ko: '웹 서비스', en: 'Web service' };

const PART: AvailabilityPart = {
  ...{ assetId: null, weight: 1, agreedMs: 744 * HOUR, plannedMs: 0, acceptedMs: 0, unmeasuredMs: 0 },
  ...{ countedMs: 744 * HOUR, downMs: 0, degradedMs: 0 },
};
const FIGURE: AvailabilityFigure = {
  ...{ termsId: 'web', period: period('Asia/Seoul', '2026-08'), until: parseIso('2026-09-01T00:00:00+09:00') ?? 0 },
  ...{ targetPpm: 999_500, degradedPercent: 50, ratio: share(1, 1), verdict: 'REACHED', parts: [PART], n: 0 },
  ...{ items: [], exclusions: [] },
};

const FEE = { month: '2026-08', monthlyFeeMinor: 12_000_000, days: 31, daysInMonth: 31, amount: share(12_000_000, 1) };
const EARNING: PartWorking = {
  ...{ versionId: 'v1', feeLines: [FEE], fee: share(12_000_000, 1), measured: share(99, 100) },
  tier: { fromPpm: 990_000, belowPpm: 999_500, creditPpm: 100_000 },
  earned: share(1_200_000, 1),
};
const CREDIT: CreditWorking = {
  ...{ feeCurrency: 'KRW', parts: [EARNING], earned: share(1_200_000, 1), cap: null, capped: share(1_200_000, 1) },
  ...{ exchange: null, rounding: 'HALF_UP', currency: 'KRW', amountMinor: 1_200_000, vat: null, totalMinor: 1_200_000 },
};

describe('numbers that a calculator takes', () => {
  test.each([
    [0, '0초', '0 s'],
    [36_000_000, '36,000초(10시간)', '36,000 s (10 h)'],
    [1_339_201, '1,339.201초(22분)', '1,339.201 s (22 min)'],
    [1_500, '1.5초(1분 미만)', '1.5 s (under 1 min)'],
  ])('%d ms are told in seconds with what they mean', (ms, ko, en) => {
    expect([saySeconds(ms, 'ko'), saySeconds(ms, 'en')]).toEqual([ko, en]);
  });

  test.each([
    [999_500, '99.95%', '99.95 %'],
    [1_000_000, '100%', '100 %'],
    [5, '0.0005%', '0.0005 %'],
  ])('%d parts per million are a percentage without idle zeros', (ppm, ko, en) => {
    expect([sayPpm(ppm, 'ko'), sayPpm(ppm, 'en')]).toEqual([ko, en]);
  });

  test('a figure is cut, never rounded up to what it did not reach', () => {
    expect(sayRatio(share(9_999_999, 10_000_000), 'en')).toBe('99.9999… %');
    expect(sayRatio(share(1, 1), 'ko')).toBe('100%');
    expect(decimals(share(1, 3), 2)).toBe('0.33…');
    expect(decimals(share(1_000, 3), 0)).toBe('333…');
    expect(decimals(share(5, 2), 2)).toBe('2.5');
  });

  test.each([
    [12_000_000, 'KRW', '12,000,000원', 'KRW 12,000,000'],
    [199_999, 'USD', 'USD 1,999.99', 'USD 1,999.99'],
    [5, 'USD', 'USD 0.05', 'USD 0.05'],
    [1_234_567, 'KWD', 'KWD 1,234.567', 'KWD 1,234.567'],
    [1_000, 'JPY', 'JPY 1,000', 'JPY 1,000'],
  ])('%d minor units of %s', (minor, currency, ko, en) => {
    expect([sayMinor(minor, currency, 'ko'), sayMinor(minor, currency, 'en')]).toEqual([ko, en]);
  });

  test('parts of a minor unit are shown to two more places', () => {
    expect(sayAmount(share(100, 3), 'USD', 'en')).toBe('USD 0.3333…');
    expect(sayAmount(share(5, 2), 'KRW', 'ko')).toBe('2.5원');
  });
});

describe('availability in words', () => {
  test('a month without anything', () => {
    expect(sayAvailability(FIGURE, 'ko')).toEqual([
      '약정 서비스 시간: 2,678,400초(31일)',
      '서비스 중단: 0초',
      '가용률: (2,678,400 − 0) ÷ 2,678,400 = 100%',
      '목표: 99.95% 이상 → 목표 달성',
    ]);
  });

  test('all that can be excluded, and degraded time', () => {
    const part = { ...PART, plannedMs: HOUR, acceptedMs: HOUR, unmeasuredMs: HOUR, countedMs: 741 * HOUR };
    const figure = { ...FIGURE, parts: [{ ...part, downMs: HOUR, degradedMs: HOUR }], ratio: share(1_479, 1_482) };
    expect(sayAvailability({ ...figure, verdict: 'MISSED' }, 'en')).toEqual([
      'Agreed service time: 2,678,400 s (31 d)',
      'Excluded, planned maintenance: 3,600 s (1 h)',
      'Excluded, as accepted: 3,600 s (1 h)',
      'Excluded, unmeasured: 3,600 s (1 h)',
      'Time that counts: 2,678,400 − 10,800 = 2,667,600 s (30 d 21 h)',
      'Down: 3,600 s (1 h)',
      'Degraded: 3,600 s (1 h) × 50 %',
      'Availability: (2,667,600 − 3,600 − 3,600 × 50 ÷ 100) ÷ 2,667,600 = 99.7975… %',
      'Target: 99.95 % or more → target missed',
    ]);
    expect(sayAvailability(figure, 'ko')).toEqual(
      expect.arrayContaining(['제외: 미측정: 3,600초(1시간)', '성능 저하: 3,600초(1시간) × 50%']),
    );
  });

  test('weighted assets stand one after the other and in one division', () => {
    const parts = [
      { ...PART, assetId: 'a', weight: 3, downMs: HOUR },
      { ...PART, assetId: 'b', weight: 1 },
    ];
    const lines = sayAvailability({ ...FIGURE, parts, ratio: share(2_973, 2_976) }, 'en');
    expect(lines).toContain('Asset a (weight 3)');
    expect(lines).toContain(
      'Availability: (3 × (2,678,400 − 3,600) + 1 × (2,678,400 − 0)) ÷ (3 × 2,678,400 + 1 × 2,678,400) = 99.8991… %',
    );
    expect(sayAvailability({ ...FIGURE, parts }, 'ko')).toContain('자산 a(가중치 3)');
  });

  test('no counted time is no data, never 100 %', () => {
    const none: AvailabilityFigure = { ...FIGURE, ratio: null, verdict: 'NO_DATA' };
    expect(sayAvailability(none, 'en').slice(-2)).toEqual([
      'Availability: no data, since no time counts',
      'Target: 99.95 % or more → no data',
    ]);
    expect(sayAvailability(none, 'ko').slice(-2)).toEqual([
      '가용률: 산정 대상 시간이 없어 데이터 없음',
      '목표: 99.95% 이상 → 데이터 없음',
    ]);
  });

  test('an outage says how much of it counts', () => {
    const item = { outageId: 'o', state: 'DOWN', ticketIds: [], agreedMs: 2 * HOUR, countedMs: HOUR } as const;
    expect(sayOutage(item, 'ko')).toBe('o(중단): 서비스 시간 내 7,200초(2시간), 산정 반영 3,600초(1시간)');
    expect(sayOutage({ ...item, state: 'DEGRADED' }, 'ko')).toMatch(/^o\(성능 저하\)/);
    expect(sayOutage({ ...item, state: 'DEGRADED' }, 'en')).toBe(
      'o (degraded): 7,200 s (2 h) of service time, 3,600 s (1 h) counted',
    );
  });

  const window = { kind: 'PLANNED', id: 'w', agreedMs: HOUR, excludedMs: 0, overrunMs: HOUR } as const;
  const told = { kind: 'CLAIM', id: 'c', agreedMs: HOUR, excludedMs: 0 } as const;
  const items: readonly (readonly [ExclusionItem, string, string])[] = [
    [
      { ...window, reason: 'NOTICE_TOO_SHORT' },
      'w(계획 작업): 0초 제외 – 사전 통보 기간 부족, 초과 작업 3,600초(1시간)은 중단으로 산정',
      'w (maintenance): 0 s excluded – announced too late, overrun of 3,600 s (1 h) counts as down',
    ],
    [
      { ...window, excludedMs: HOUR, overrunMs: 0, reason: null },
      'w(계획 작업): 3,600초(1시간) 제외',
      'w (maintenance): 3,600 s (1 h) excluded',
    ],
    [
      { ...told, cause: 'CLOUD_VENDOR', reason: 'CAUSE_NOT_AGREED' },
      'c(클라우드 사업자 장애): 0초 제외 – 계약상 제외 사유가 아님',
      'c (cloud vendor’s outage): 0 s excluded – not a cause the contract lets be excluded',
    ],
    [
      { ...told, cause: 'FORCE_MAJEURE', reason: null, excludedMs: HOUR },
      'c(불가항력): 3,600초(1시간) 제외',
      'c (force majeure): 3,600 s (1 h) excluded',
    ],
    [
      { kind: 'UNMEASURED', id: 'g', agreedMs: HOUR, countsAs: 'DOWN' },
      'g(미측정): 3,600초(1시간) – 중단으로 산정',
      'g (unmeasured): 3,600 s (1 h) – counts as down',
    ],
  ];
  test.each(items)('an exclusion says what it is and why it isn’t one', (item, ko, en) => {
    expect([sayExclusion(item, 'ko'), sayExclusion(item, 'en')]).toEqual([ko, en]);
  });
});

describe('credits in words', () => {
  test('a whole month in one version', () => {
    expect(sayCredit(CREDIT, 'ko')).toEqual([
      '요금 2026-08: 12,000,000원',
      '구간: 99% 이상 99.95% 미만(실적 99%) → 10%',
      '크레딧: 12,000,000원 × 10% = 1,200,000원',
      '크레딧 확정(반올림): 1,200,000원',
    ]);
    expect(sayCredit({ ...CREDIT, rounding: 'TRUNCATE' }, 'en').at(-1)).toBe(
      'Credit (rounded, cut off): KRW 1,200,000',
    );
  });

  test('a cap that cuts, with what was used of it', () => {
    const cap = { limitPpm: 100_000, of: 'CONTRACT', per: 'YEAR' } as const;
    const working = {
      cap,
      fee: share(144_000_000, 1),
      limitMinor: 14_400_000,
      usedMinor: 14_000_000,
      roomMinor: 400_000,
    };
    const cut = { ...CREDIT, capped: share(400_000, 1), cap: { ...working, cuts: true } };
    expect(sayCredit(cut, 'ko')[3]).toBe(
      '한도(계약 전체, 연): 144,000,000원 × 10% = 14,400,000원, 기사용 14,000,000원, 잔여 400,000원 → 한도 적용 400,000원',
    );
    expect(sayCredit(cut, 'en')[3]).toBe(
      'Cap (the contract, per year): KRW 144,000,000 × 10 % = KRW 14,400,000, KRW 14,000,000 used, KRW 400,000 left → cut to KRW 400,000',
    );
    const free = {
      ...CREDIT,
      cap: { ...working, cap: { ...cap, of: 'ITEM', per: 'MONTH' } as const, usedMinor: 0, cuts: false },
    };
    expect(sayCredit(free, 'ko')[3]).toBe('한도(해당 서비스, 월): 144,000,000원 × 10% = 14,400,000원 → 한도 이내');
    expect(sayCredit(free, 'en')[3]).toMatch(/^Cap \(the service, per month\): .* → not reached$/);
  });

  test('a rate with its source and date, and VAT on a line of its own', () => {
    const used = { to: 'KRW', rate: '1382.50', source: 'Seoul Money Brokerage', date: '2026-08-31' };
    const credit: CreditWorking = {
      ...CREDIT,
      ...{
        feeCurrency: 'USD',
        parts: [],
        capped: share(199_999, 10),
        exchange: { used, amount: share(2_764_986_175, 10_000) },
      },
      ...{ amountMinor: 276_499, vat: { ratePpm: 100_000, minor: 27_650 }, totalMinor: 304_149 },
    };
    expect(sayCredit(credit, 'ko')).toEqual([
      '환율(Seoul Money Brokerage, 2026-08-31): USD 199.999 × 1382.50 = 276,498.61…원',
      '크레딧 공급가액(반올림): 276,499원',
      '부가세: 276,499원 × 10% = 27,650원(반올림)',
      '합계: 304,149원',
    ]);
    expect(sayCredit(credit, 'en')).toEqual([
      'Rate (Seoul Money Brokerage, 2026-08-31): USD 199.999 × 1382.50 = KRW 276,498.61…',
      'Credit before VAT (rounded, half up): KRW 276,499',
      'VAT: KRW 276,499 × 10 % = KRW 27,650 (half up)',
      'Total: KRW 304,149',
    ]);
  });

  test('several versions are named and summed', () => {
    const second = { ...EARNING, versionId: 'v2', tier: null, earned: share(0, 1) };
    const lines = sayCredit({ ...CREDIT, parts: [EARNING, second] }, 'ko');
    expect(lines[0]).toBe('개정본 v1');
    expect(lines).toEqual(
      expect.arrayContaining(['개정본 v2', '구간: 99%는 크레딧 대상이 아님', '합: 1,200,000원 + 0원 = 1,200,000원']),
    );
    const silent = sayCredit({ ...CREDIT, parts: [EARNING, { ...second, measured: null }] }, 'en');
    expect(silent).toEqual(expect.arrayContaining(['Version v2', 'No credit, since there is no data']));
    expect(sayCredit({ ...CREDIT, parts: [second] }, 'en')).toContain('Step: 99 % earns no credit');
    expect(sayCredit({ ...CREDIT, parts: [{ ...second, measured: null }] }, 'ko')).toContain(
      '데이터가 없어 크레딧이 없습니다',
    );
  });

  test('attainment says what availability paid for already', () => {
    const payable = { met: 9, missed: 1, ratio: share(9, 10), leftOut: ['m1', 'm2'] };
    expect(sayPayable(payable, 'ko')).toEqual([
      '준수율: 9 ÷ (9 + 1) = 90%',
      '가용률 크레딧과 같은 사건이라 제외한 미준수: m1, m2',
    ]);
    expect(sayPayable(payable, 'en')[1]).toBe('Misses left out, since availability pays for the event: m1, m2');
    expect(sayPayable({ met: 0, missed: 0, ratio: null, leftOut: [] }, 'en')).toEqual([
      'Attainment: no data, since nothing was judged',
    ]);
    expect(sayPayable({ met: 0, missed: 0, ratio: null, leftOut: [] }, 'ko')).toEqual([
      '준수율: 판정이 없어 데이터 없음',
    ]);
  });

  test('repeated misses say where they stand, and to ask counsel once the right is there', () => {
    const right = { reached: true, reachedIn: ['2026-08'], misses: 3, rule: { misses: 3, periods: 6 } };
    expect(sayTermination(right, 'ko')).toBe('최근 6개 기간 중 미달 3회(기준 3회): 해지권 요건 충족(법률 자문 필요)');
    expect(sayTermination({ ...right, reached: false, misses: 2 }, 'ko')).toMatch(/해지권 요건 미충족$/);
    expect(sayTermination(right, 'en')).toBe(
      '3 missed in the last 6 periods, 3 needed: right to terminate reached (check with counsel)',
    );
    expect(sayTermination({ ...right, reached: false }, 'en')).toMatch(/right to terminate not reached$/);
  });

  test('states and refusals have words in both languages', () => {
    expect(creditStatusName('DISPUTED', 'ko')).toBe('이의 제기');
    expect(creditStatusName('SETTLED', 'en')).toBe('Settled');
    expect(creditRefusalText('NOT_YOURS')).toEqual({
      ko: '상대방이 해야 하는 처리입니다.',
      en: 'This is for the other party to do.',
    });
  });
});

describe('a whole statement', () => {
  const statement: Statement = {
    availability: FIGURE,
    credit: CREDIT,
    attainment: null,
    totalMinor: 1_200_000,
    termination: null,
  };

  test('sections without lines are left out', () => {
    const headings = sayStatement(statement, NAME, 'ko').map(({ heading }) => heading);
    expect(headings).toEqual(['가용률', '서비스 크레딧']);
    expect(sayStatement(statement, NAME, 'ko')[0]?.lines[0]).toBe('웹 서비스, 2026년 8월');
  });

  test('two credits are added up, a running period says until when', () => {
    const payable = { met: 1, missed: 1, ratio: share(1, 2), leftOut: [] };
    const running = { ...FIGURE, until: parseIso('2026-08-15T12:00:00+09:00') ?? 0 };
    const both = {
      ...statement,
      availability: running,
      attainment: { payable, credit: CREDIT },
      totalMinor: 2_400_000,
    };
    const said = sayStatement(both, NAME, 'en');
    expect(said.map(({ heading }) => heading)).toEqual([
      'Availability',
      'Service credit',
      'Attainment credit',
      'Total',
    ]);
    expect(said[0]?.lines[0]).toBe('Web service, August 2026, until Sat 15 Aug 2026, 12:00 (Asia/Seoul)');
    expect(said[3]?.lines).toEqual(['KRW 2,400,000']);
    expect(sayStatement(both, NAME, 'ko')[0]?.lines[0]).toMatch(/2026년 8월 15일\(토\) 12:00\(Asia\/Seoul\)까지$/);
  });
});

describe('problems of a document', () => {
  const problem = (kind: CreditDocumentProblem['kind'], detail = '') => ({ path: 'fees[0].to', kind, detail });
  test('they name the place, and repeat what was found', () => {
    expect(sayDocumentProblem(problem('REVERSED'), 'en')).toBe('fees[0].to: it ends before it begins');
    expect(sayDocumentProblem(problem('TIER_GAP', '0..5'), 'ko')).toBe('fees[0].to: 크레딧 구간이 비어 있습니다: 0..5');
    expect(sayDocumentProblem({ ...problem('WRONG_TYPE', 'object'), path: '' }, 'ko')).toMatch(/^문서: /);
  });

  test('a long piece of the document is cut', () => {
    const said = sayDocumentProblem(problem('BAD_DATE', 'x'.repeat(500)), 'en');
    expect(said).toBe(`fees[0].to: no date: ${'x'.repeat(120)}…`);
  });
});
