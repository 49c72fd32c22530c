import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Font } from '@react-pdf/renderer';

/** Where the typefaces lie: Pretendard as TrueType, and the package of Noto Sans KR with its slices. */
export interface FontFolders {
  readonly pretendard: string;
  readonly noto: string;
}

const PRETENDARD = 'Pretendard';
const WEIGHTS = [
  ['Pretendard-Regular.ttf', 400],
  ['Pretendard-SemiBold.ttf', 600],
  ['Pretendard-Bold.ttf', 700],
] as const;
const HAN = /\p{Script=Han}/u;

/** Which slice of Noto Sans KR holds a code point, as its package says. */
type Slices = ReadonlyMap<number, string>;

/** `U+f9ca-fa0b,U+ff03` as code points. */
function codePoints(ranges: string): readonly number[] {
  return ranges.split(',').flatMap((range) => {
    const [first = 0, last = first] = range
      .trim()
      .slice(2)
      .split('-')
      .map((hex) => parseInt(hex, 16));
    return Array.from({ length: last - first + 1 }, (_, index) => first + index);
  });
}

function slicesOf(folder: string): Slices {
  const ranges: Readonly<Record<string, string>> = JSON.parse(readFileSync(join(folder, 'unicode.json'), 'utf8'));
  const slices = new Map<number, string>();
  for (const [key, text] of Object.entries(ranges)) {
    const slice = /^\[(\d+)\]$/.exec(key)?.[1];
    if (slice === undefined) continue;
    for (const point of codePoints(text)) if (HAN.test(String.fromCodePoint(point))) slices.set(point, slice);
  }
  return slices;
}

/** What a document is set in: the families in the order in which they are asked, and what none of them can show. */
export interface Typefaces {
  readonly families: readonly string[];
  readonly shows: (letter: string) => boolean;
}

/** The slices of one folder, those registered by now, and what each of them really holds. */
function hanFonts(folder: string) {
  const slices = slicesOf(folder);
  const family = (slice: string) => `Noto Sans KR ${slice}`;
  const known = new Set<string>();

  async function load(slice: string): Promise<void> {
    if (!known.has(slice)) {
      for (const fontWeight of [400, 600, 700])
        Font.register({
          family: family(slice),
          src: join(folder, 'files', `noto-sans-kr-${slice}-${fontWeight}-normal.woff`),
          fontWeight,
        });
      known.add(slice);
    }
    await Font.load({ fontFamily: family(slice) });
  }

  /** A few code points of the list have no glyph in the file: the file decides. */
  function holds(letter: string): boolean {
    const point = letter.codePointAt(0) ?? 0;
    const slice = slices.get(point);
    if (slice === undefined || !known.has(slice)) return false;
    return Font.getFont({ fontFamily: family(slice) })?.data?.hasGlyphForCodePoint(point) ?? false;
  }

  return async (text: string): Promise<Typefaces> => {
    const letters = new Set(text.match(/\p{Script=Han}/gu));
    const needed = new Set([...letters].flatMap((letter) => slices.get(letter.codePointAt(0) ?? 0) ?? []));
    for (const slice of needed) await load(slice);
    const shown = new Set([...letters].filter(holds));
    return { families: [PRETENDARD, ...[...needed].map(family)], shows: (letter) => shown.has(letter) };
  };
}

let registered: { readonly folders: FontFolders; readonly typefacesFor: (text: string) => Promise<Typefaces> } | null =
  null;

/**
 * The typefaces for a document of these words. Pretendard has no Han characters: each that `text` uses brings the slice of
 * Noto Sans KR that holds it, and a document without any loads none.
 */
export function typefacesFor(text: string, folders: FontFolders): Promise<Typefaces> {
  if (registered?.folders.pretendard !== folders.pretendard || registered.folders.noto !== folders.noto) {
    for (const [file, fontWeight] of WEIGHTS)
      Font.register({ family: PRETENDARD, src: join(folders.pretendard, file), fontWeight });
    registered = { folders, typefacesFor: hanFonts(folders.noto) };
  }
  return registered.typefacesFor(text);
}
