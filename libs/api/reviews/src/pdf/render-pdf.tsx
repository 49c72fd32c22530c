import { join } from 'node:path';
import { Font, renderToBuffer } from '@react-pdf/renderer';
import type { Report } from './report.js';
import { ReviewPdf } from './review-pdf.js';

const WEIGHTS = [
  ['Pretendard-Regular.ttf', 400],
  ['Pretendard-SemiBold.ttf', 600],
  ['Pretendard-Bold.ttf', 700],
] as const;
/** Ideographs and pictures that the font doesn't have: a box says that something stood there, chance glyphs would lie. */
const NOT_IN_FONT = /[\p{Script=Han}\p{Extended_Pictographic}]/gu;
const SYLLABLES = /[가-힣]/;

/** Korean breaks between any two syllables where a run has no space; other words stay whole, long codes break anywhere. */
function breaksOf(word: string | null): string[] {
  if (word === null) return [];
  if (SYLLABLES.test(word) && word.length > 12) return [...word].flatMap((letter) => [letter, '']);
  return word.length > 40 ? (word.match(/.{1,16}/gu) ?? [word]).flatMap((part) => [part, '']) : [word];
}

function printable<T>(value: T): T;
function printable(value: unknown): unknown {
  if (typeof value === 'string')
    return value.replaceAll(NOT_IN_FONT, (letter) => (/[\d#*©®™↔-↪]/u.test(letter) ? letter : '□'));
  if (Array.isArray(value)) return value.map(printable);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, printable(member)]));
}

let registered: string | null = null;

function registerFonts(folder: string): void {
  if (registered === folder) return;
  for (const [file, fontWeight] of WEIGHTS)
    Font.register({ family: 'Pretendard', src: join(folder, file), fontWeight });
  Font.registerHyphenationCallback(breaksOf);
  registered = folder;
}

/** Renders a report as a PDF, fonts embedded as subsets. `fontFolder` holds Pretendard as TrueType. Bytes differ on each run. */
export async function renderPdf(report: Report, fontFolder: string): Promise<Buffer> {
  registerFonts(fontFolder);
  return renderToBuffer(<ReviewPdf report={printable(report)} />);
}
