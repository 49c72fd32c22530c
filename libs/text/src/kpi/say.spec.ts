import { KPI_KEYS } from '@daylight/domain';
import { kpiName, kpiValue, periodName, targetText } from './say.js';
import { KPI_WORDS } from './words.js';

it.each([
  ['a ratio is cut to two decimals', 9_999, 'BASIS_POINTS', '99.99%', '99.99 %'],
  ['all is all', 10_000, 'BASIS_POINTS', '100.00%', '100.00 %'],
  ['a small ratio keeps its zero', 5, 'BASIS_POINTS', '0.05%', '0.05 %'],
  ['hours and minutes', 3_900, 'SECONDS', '1시간 5분', '1 h 5 min'],
  ['thousands are grouped', 1_204, 'COUNT', '1,204건', '1,204'],
  ['none is a number', 0, 'COUNT', '0건', '0'],
  ['no data is never a number', null, 'BASIS_POINTS', '데이터 없음', 'No data'],
] as const)('%s', (_sentence, value, unit, ko, en) => {
  expect([kpiValue(value, unit, 'ko'), kpiValue(value, unit, 'en')]).toEqual([ko, en]);
});

it('a target says which way it is meant', () => {
  const target = {
    kpi: 'SLA_ATTAINMENT',
    clock: 'RESTORE',
    side: 'PROVIDER',
    comparison: 'AT_LEAST',
    value: 9_550,
  } as const;
  expect([targetText(target, 'ko'), targetText(target, 'en')]).toEqual(['95.50% 이상', '95.50 % or more']);
});

it('figures of clocks name their clock', () => {
  expect(kpiName('SLA_ATTAINMENT', 'FIRST_RESPONSE', 'ko')).toBe('SLA 준수율 · 최초 응답');
  expect(kpiName('REOPEN_RATE', null, 'en')).toBe('Reopen rate');
});

it('no two figures share a name', () => {
  for (const language of ['ko', 'en'] as const) {
    expect(new Set(KPI_KEYS.map((key) => KPI_WORDS[key].name[language])).size).toBe(KPI_KEYS.length);
  }
});

it('periods are named as people say them', () => {
  expect(periodName({ year: 2026, quarter: 3, month: null }, 'ko')).toBe('2026년 3분기');
  expect(periodName({ year: 2026, quarter: null, month: 8 }, 'en')).toBe('August 2026');
  expect(periodName({ year: 2026, quarter: null, month: null }, 'ko')).toBe('2026년');
});
