import { normalise, searchWords, tokensOf } from './tokens.js';

test('a Korean word is found by its pairs of syllables and by each syllable', () => {
  expect(tokensOf(normalise('백업 서버'))).toEqual(['백업', '백', '업', '서버', '서', '버']);
});

test('a Latin word is found by pairs of letters, without regard to case or width', () => {
  expect(tokensOf(normalise('ＶＰＮ'))).toEqual(['vp', 'pn']);
});

test('decomposed Hangul, as some systems send it, is the same word', () => {
  expect(normalise('백업'.normalize('NFD'))).toBe('백업');
});

test('a query falls into words; a single Latin letter finds nothing by itself', () => {
  expect(searchWords('백업  실패 a').map(({ word }) => word)).toEqual(['백업', '실패']);
});
