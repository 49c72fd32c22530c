import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lettersOf } from '../testing/pdf-letters.js';
import { renderApart } from '../testing/render-apart.js';
import type { Report } from './report.js';

const report = (title: string, subtitle: string): Report => ({
  language: 'ko',
  title,
  subtitle,
  facts: [],
  highlights: [],
  sections: [],
  tables: [],
  signatures: { title: '서명', note: '', parties: [] },
  integrity: { title: '무결성 값', note: '', digests: [] },
  footer: '',
});

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'render-pdf-'));
});
afterAll(() => rm(folder, { recursive: true }));

const render = async (title: string, subtitle: string) => {
  const pdf = await renderApart(folder)(report(title, subtitle));
  return { letters: lettersOf(pdf), fonts: new Set(pdf.toString('latin1').match(/(?<=\+)(?:NotoSansKR|Pretendard)/g)) };
};

it('names of people and firms in Hanja stand in a PDF that can be searched for them', async () => {
  const { letters, fonts } = await render('金哲洙 이사 보고', '株式會社 漢江');
  expect([...'金哲洙株式會社漢江이사보고'].filter((letter) => !letters.has(letter))).toEqual([]);
  expect(letters.has('□')).toBe(false);
  expect([...fonts].sort()).toEqual(['NotoSansKR', 'Pretendard']);
}, 60_000);

it('an ideograph that Korean sets keep twice shows as the one it equals', async () => {
  const { letters } = await render('樂', '寧');
  expect([letters.has('樂'), letters.has('寧'), letters.has('□')]).toEqual([true, true, false]);
}, 60_000);

it('what no font holds stays a visible box, and words without Hanja load no further font', async () => {
  const { letters, fonts } = await render('𠮷 龘 🙂', '분기 리뷰 ① ™');
  expect([letters.has('□'), letters.has('𠮷'), letters.has('龘'), letters.has('①')]).toEqual([
    true,
    false,
    false,
    true,
  ]);
  expect([...fonts]).toEqual(['Pretendard']);
}, 60_000);
