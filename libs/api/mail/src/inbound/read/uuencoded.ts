import type { ReadAttachment } from './read-mail.js';

const BEGIN = /^begin [0-7]{3,4} (\S.{0,200})$/;

function decodeLine(line: string): Buffer {
  const length = (line.charCodeAt(0) - 32) & 63;
  const bytes: number[] = [];
  const value = (at: number): number => ((line.charCodeAt(at) || 32) - 32) & 63;
  for (let at = 1; bytes.length < length; at += 4) {
    const [a, b, c, d] = [value(at), value(at + 1), value(at + 2), value(at + 3)];
    bytes.push((a << 2) | (b >> 4), ((b & 15) << 4) | (c >> 2), ((c & 3) << 6) | d);
  }
  return Buffer.from(bytes.slice(0, length));
}

const LINE = /^[\x20-\x60]{1,90}$/;

/** Files written into the text the way it was done before MIME, as some programs still do, and the text without them. */
export function takeUuencoded(text: string): { readonly text: string; readonly files: readonly ReadAttachment[] } {
  if (!text.includes('begin ')) return { text, files: [] };
  const lines = text.split('\n');
  const kept: string[] = [];
  const files: ReadAttachment[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const name = BEGIN.exec((lines[at] ?? '').trimEnd())?.[1];
    const end = name === undefined ? -1 : lines.findIndex((line, index) => index > at && line.trimEnd() === 'end');
    const inside = lines.slice(at + 1, end).map((line) => line.replace(/\r$/, ''));
    if (name === undefined || end < 0 || !inside.every((line) => line.trim() === '' || LINE.test(line))) {
      kept.push(lines[at] ?? '');
      continue;
    }
    const bytes = Buffer.concat(inside.filter((line) => line !== '').map(decodeLine));
    files.push({ name, mediaType: 'application/octet-stream', bytes: new Uint8Array(bytes) });
    at = end;
  }
  return { text: kept.join('\n'), files };
}
