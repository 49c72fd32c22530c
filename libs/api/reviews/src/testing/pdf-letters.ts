import { inflateSync } from 'node:zlib';

/** The font's own table from glyph to letter, as readers use it to find and copy text. */
function lettersOfMap(map: string): readonly string[] {
  const targets = [...map.matchAll(/beginbf(?:char|range)([^]*?)endbf(?:char|range)/g)].map(([, body]) => body ?? '');
  // `<0001> <0002> [<91d1> <54f2>]` or `<0001> <91d1>`; what is not in brackets first are glyphs.
  return targets.flatMap((body) =>
    [...body.matchAll(/\[([^\]]*)\]|<[0-9a-f]+>\s+<([0-9a-f]+)>\s*$/gim)].flatMap(([, list, single]) =>
      [...(list ?? `<${single ?? ''}>`).matchAll(/<([0-9a-f\s]+)>/gi)].map(([, hex]) => textOf(hex ?? '')),
    ),
  );
}

const textOf = (hex: string): string => Buffer.from(hex.replaceAll(/\s/g, ''), 'hex').swap16().toString('utf16le');

/** Every letter that the embedded fonts of a PDF show. */
export function lettersOf(pdf: Buffer): ReadonlySet<string> {
  const text = pdf.toString('latin1');
  const streams = [...text.matchAll(/stream\r?\n([^]*?)\r?\nendstream/g)].map(([, body]) => body ?? '');
  const maps = streams.flatMap((body) => {
    try {
      const plain = inflateSync(Buffer.from(body, 'latin1')).toString('latin1');
      return plain.includes('beginbf') ? [plain] : [];
    } catch {
      return [];
    }
  });
  return new Set(maps.flatMap(lettersOfMap).flatMap((letters) => [...letters]));
}
