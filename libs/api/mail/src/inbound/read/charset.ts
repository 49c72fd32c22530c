import { isAscii, isUtf8 } from 'node:buffer';

/** Encodings of two bytes a letter, with the script that text in them is in. Order breaks ties. */
const EAST_ASIAN: readonly (readonly [charset: string, letters: RegExp])[] = [
  ['euc-kr', /[\uac00-\ud7a3]/g],
  ['shift_jis', /[\u3040-\u30ff\u4e00-\u9fff]/g],
  ['euc-jp', /[\u3040-\u30ff\u4e00-\u9fff]/g],
  ['gb18030', /[\u4e00-\u9fff\u3001-\u3011\uff01-\uff5e]/g],
];
const CYRILLIC = ['koi8-r', 'windows-1251'];
const WORD = /^(?:[А-ЯЁ]?[а-яё]+|[А-ЯЁ]+)$/;
const LEAST_LIKENESS = 0.6;
const SAMPLE = 65_536;

function decodedOrNull(bytes: Buffer, charset: string): string | null {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Share of the characters beyond ASCII that are letters of the encoding's script; 0 when the bytes can't be in it. */
function likeness(bytes: Buffer, charset: string, letters: RegExp): number {
  const text = decodedOrNull(bytes, charset) ?? '';
  const strange = text.match(/[^\u0000-\u007f]/g)?.length ?? 0;
  return strange === 0 ? 0 : (text.match(letters)?.length ?? 0) / strange;
}

/** Whether every word is written as words are: small letters after at most one capital, or capitals. Else it looks like noise. */
function readsAsCyrillic(bytes: Buffer, charset: string): boolean {
  const words = (decodedOrNull(bytes, charset) ?? '').match(/[a-z]*[^\u0000-\u007f]+[a-z]*/gi) ?? [];
  return words.some((word) => /^[А-ЯЁ]?[а-яё]{2,}$/.test(word)) && words.every((word) => WORD.test(word));
}

/** Letters of Western Europe stand alone among ASCII ones; those of two bytes don't. */
function standAlone(bytes: Buffer): boolean {
  const runs = bytes.toString('latin1').match(/[\u0080-\u00ff]+/g) ?? [];
  return runs.filter((run) => run.length === 1).length > runs.length / 2;
}

/** The encoding that unnamed bytes are most likely in; `windows-1252` where nothing else is. */
export function guessCharset(bytes: Buffer): string {
  const cyrillic = CYRILLIC.find((charset) => readsAsCyrillic(bytes, charset));
  if (cyrillic !== undefined) return cyrillic;
  if (standAlone(bytes)) return 'windows-1252';
  let best: readonly [charset: string, likeness: number] = ['windows-1252', LEAST_LIKENESS];
  for (const [charset, letters] of EAST_ASIAN) {
    const found = likeness(bytes, charset, letters);
    if (found > best[1]) best = [charset, found];
  }
  return best[0];
}

function split(raw: Buffer): readonly [head: Buffer, body: Buffer] {
  const crlf = raw.indexOf('\r\n\r\n');
  const lf = raw.indexOf('\n\n');
  const end = crlf >= 0 && (lf < 0 || crlf < lf) ? crlf + 2 : lf >= 0 ? lf + 1 : raw.length;
  return [raw.subarray(0, end), raw.subarray(end)];
}

const linesOf = (head: Buffer): readonly Buffer[] =>
  head
    .toString('latin1')
    .split('\n')
    .map((line) => Buffer.from(line, 'latin1'));

/** A header made readable line by line: as it is, in the charset that the mail names, or in the likeliest. */
function headerInUtf8(head: Buffer, named: string, guessed: string): string {
  const readable = (line: Buffer): string => {
    if (isUtf8(line)) return line.toString('utf8');
    return (named === '' ? null : decodedOrNull(line, named)) ?? new TextDecoder(guessed).decode(line);
  };
  return linesOf(head).map(readable).join('\n');
}

const TYPE = /^content-type:[^\n]*(?:\n[ \t][^\n]*)*/im;

/** Whether it begins like a mail at all: with a header field, or the envelope line of a mail folder. */
const hasHeader = (raw: Buffer): boolean => /^(?:From |[!-9;-~]+[ \t]*:)/.test(raw.toString('latin1', 0, 1_000));

/**
 * The same message with raw bytes in its header made readable and, where a single text names no charset (or says ASCII and
 * isn't), with the charset it is most likely in: old Korean and Japanese programs send such mail to this day. What has no
 * header is all text.
 */
export function withGuessedCharset(message: Buffer): Buffer {
  const raw = hasHeader(message) ? message : Buffer.concat([Buffer.from('X-No-Header: 1\r\n\r\n'), message]);
  if (isAscii(raw)) return raw;
  const [head, body] = split(raw);
  const type = TYPE.exec(head.toString('latin1'))?.[0] ?? '';
  const charset = /charset\s*=\s*"?([\w:.-]+)/i.exec(type)?.[1]?.toLowerCase() ?? '';
  const named = charset === 'us-ascii' || charset === 'ascii' ? '' : charset;
  const guessable = named === '' && (type === '' || /^content-type:\s*text\//i.test(type)) && !isUtf8(body);
  const unread = linesOf(head).filter((line) => !isUtf8(line));
  const strange = [...unread, ...(guessable ? [body.subarray(0, SAMPLE)] : [])];
  const guessed = guessCharset(Buffer.concat(strange.flatMap((part) => [part, Buffer.from('\n')])));
  const header = headerInUtf8(head, named, guessed);
  if (!guessable) return Buffer.concat([Buffer.from(header), body]);
  const media = /^content-type:\s*(text\/[\w.+-]+)/i.exec(type)?.[1] ?? 'text/plain';
  const rest = type === '' ? header : header.replace(TYPE, 'X-Unnamed-Charset: 1');
  return Buffer.concat([Buffer.from(`Content-Type: ${media}; charset=${guessed}\r\n${rest}`), body]);
}
