import { Font, renderToBuffer } from '@react-pdf/renderer';
import { typefacesFor, type FontFolders } from './fonts.js';
import type { Report } from './report.js';
import { ReviewPdf } from './review-pdf.js';

/** Ideographs and pictures may be in none of the fonts: a box says that something stood there, chance glyphs would lie. */
const DOUBTFUL = /[\p{Script=Han}\p{Extended_Pictographic}]/gu;
const SYLLABLES = /[가-힣]/;

/** Korean breaks between any two syllables where a run has no space; other words stay whole, long codes break anywhere. */
function breaksOf(word: string | null): string[] {
  if (word === null) return [];
  if (SYLLABLES.test(word) && word.length > 12) return [...word].flatMap((letter) => [letter, '']);
  return word.length > 40 ? (word.match(/.{1,16}/gu) ?? [word]).flatMap((part) => [part, '']) : [word];
}

type Shows = (letter: string) => boolean;

function printable<T>(value: T, shows: Shows): T;
/** Normalized, since the ideographs that Korean sets kept twice for two readings look the same. */
function printable(value: unknown, shows: Shows): unknown {
  if (typeof value === 'string')
    return value
      .normalize()
      .replaceAll(DOUBTFUL, (letter) => (/[\d#*©®™↔-↪]/u.test(letter) || shows(letter) ? letter : '□'));
  if (Array.isArray(value)) return value.map((member) => printable(member, shows));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, printable(member, shows)]));
}

Font.registerHyphenationCallback(breaksOf);

/** Renders a report as a PDF, fonts embedded as subsets (ADR 0017). Bytes differ on each run. */
export async function renderPdf(report: Report, folders: FontFolders): Promise<Buffer> {
  const { families, shows } = await typefacesFor(JSON.stringify(report).normalize(), folders);
  return renderToBuffer(<ReviewPdf report={printable(report, shows)} families={families} />);
}
