import {
  formatDuration,
  formatFraction,
  formatInstant,
  formatMoney,
  formatRatio,
  isoDuration,
  josa,
  resolveParticle,
} from './index.js';

const MIN = 60_000;

describe('durations', () => {
  it.each([
    [42 * MIN, '42분', '42 min'],
    [125 * MIN, '2시간 5분', '2 h 5 min'],
    [120 * MIN, '2시간', '2 h'],
    [26 * 60 * MIN, '1일 2시간', '1 d 2 h'],
    [90_000, '1분 30초', '1 min 30 s'],
    [299_999, '4분 59초', '4 min 59 s'],
    [7 * MIN + 59_000, '7분', '7 min'],
    [0, '0초', '0 s'],
    [-8 * MIN, '8분', '8 min'],
  ])('%d ms reads %s', (ms, ko, en) => {
    expect([formatDuration(ms, 'ko'), formatDuration(ms, 'en')]).toEqual([ko, en]);
  });

  it('has an ISO form for machines', () => {
    expect([isoDuration(125 * MIN), isoDuration(0)]).toEqual(['PT2H5M', 'PT0S']);
  });
});

describe('instants', () => {
  const at = '2026-11-22T05:05:00Z';
  it('names the day, the 24-hour time and the zone', () => {
    expect(formatInstant(at, { language: 'ko', zone: 'Asia/Seoul', withZone: true })).toBe(
      '2026. 11. 22. (일) 14:05 KST',
    );
    expect(formatInstant(at, { language: 'en', zone: 'Asia/Seoul', withZone: true })).toBe(
      'Sun, 22 Nov 2026, 14:05 KST',
    );
  });
  it('writes midnight as 00:00', () => {
    expect(formatInstant('2026-11-21T15:00:00Z', { language: 'ko', zone: 'Asia/Seoul', style: 'time' })).toBe('00:00');
  });
});

describe('percentages are rounded down', () => {
  it.each([
    [99_996, 100_000, '99.99%'],
    [1, 3, '33.33%'],
    [7, 7, '100.00%'],
  ])('%d of %d is %s', (part, whole, text) => expect(formatRatio(part, whole)).toBe(text));
  it('nothing measured is no data, not 100 %', () => expect(formatRatio(0, 0)).toBeNull());
  it('a fraction keeps the digits it has', () =>
    expect([formatFraction(0.9995), formatFraction(0.99999, 1)]).toEqual(['99.95%', '99.9%']));
});

describe('money is written in full', () => {
  it('won has no minor unit', () =>
    expect(formatMoney({ amountMinor: 1_250_000, currency: 'KRW' }, 'ko')).toBe('₩1,250,000'));
  it('dollars have two digits', () =>
    expect(formatMoney({ amountMinor: 125_050, currency: 'USD' }, 'en')).toBe('$1,250.50'));
});

describe('particles follow the sound of the last syllable', () => {
  it.each([
    ['한빛전자', '을/를', '한빛전자를'],
    ['계약', '을/를', '계약을'],
    ['OPS-7', '을/를', 'OPS-7을'],
    ['OPS-2', '을/를', 'OPS-2를'],
    ['OPS-10', '이/가', 'OPS-10이'],
    ['OPS-1', '으로/로', 'OPS-1로'],
    ['SLA', '은/는', 'SLA는'],
    ['SQL', '으로/로', 'SQL로'],
    ['VPN', '이/가', 'VPN이'],
    ['서울', '으로/로', '서울로'],
    ['(주)한빛', '와/과', '(주)한빛과'],
  ] as const)('%s + %s = %s', (word, particle, text) => expect(josa(word, particle)).toBe(text));
  it('a message marks the pair and the word decides', () =>
    expect([resolveParticle('한빛을/를'), resolveParticle('그대로')]).toEqual(['한빛을', '그대로']));
});
