/** A piece of a line. Links lead to http, https or mail addresses only; anything else stays text. */
export type Piece =
  | { readonly kind: 'text' | 'code' | 'strong'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly href: string };

export type Block =
  | { readonly kind: 'paragraph' | 'quote' | 'heading'; readonly lines: readonly string[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly lines: readonly string[] }
  | { readonly kind: 'code'; readonly text: string };

const PIECE =
  /`([^`\n]+)`|\*\*([^*\n]+)\*\*|\[([^\]\n]+)\]\(((?:https?:\/\/|mailto:)[^\s)]+)\)|(https?:\/\/[^\s<>"']*[^\s<>"'.,;:!?)\]])/g;

/** The pieces of one line. */
export function piecesOf(line: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const match of line.matchAll(PIECE)) {
    if (match.index > at) pieces.push({ kind: 'text', text: line.slice(at, match.index) });
    at = match.index + match[0].length;
    const [whole, code, strong, label, href, bare] = match;
    if (code !== undefined) pieces.push({ kind: 'code', text: code });
    else if (strong !== undefined) pieces.push({ kind: 'strong', text: strong });
    else if (label !== undefined && href !== undefined) pieces.push({ kind: 'link', text: label, href });
    else pieces.push({ kind: 'link', text: bare ?? whole, href: bare ?? whole });
  }
  if (at < line.length) pieces.push({ kind: 'text', text: line.slice(at) });
  return pieces;
}

type LineKind = 'paragraph' | 'quote' | 'heading' | 'bullet' | 'number';

const KINDS: readonly (readonly [LineKind, RegExp])[] = [
  ['quote', /^>\s?/],
  ['heading', /^#{1,6}\s+/],
  ['bullet', /^\s*[-*]\s+/],
  ['number', /^\s*\d{1,3}[.)]\s+/],
];

function readLine(line: string): { readonly kind: LineKind; readonly rest: string } {
  for (const [kind, start] of KINDS) if (start.test(line)) return { kind, rest: line.replace(start, '') };
  return { kind: 'paragraph', rest: line };
}

function blockOf(kind: LineKind, lines: readonly string[]): Block {
  if (kind === 'bullet' || kind === 'number') return { kind: 'list', ordered: kind === 'number', lines };
  return { kind, lines };
}

/**
 * The part of Markdown that people use in tickets: paragraphs with their line breaks, lists, quotes, headings, code.
 * What it doesn't know it leaves as written; HTML is text.
 */
export function blocksOf(source: string): readonly Block[] {
  const blocks: Block[] = [];
  let open: { readonly kind: LineKind; readonly lines: string[] } | null = null;
  let code: string[] | null = null;
  const close = (): void => {
    if (open !== null) blocks.push(blockOf(open.kind, open.lines));
    open = null;
  };
  for (const line of source.replaceAll('\r\n', '\n').split('\n')) {
    if (/^```/.test(line)) {
      if (code === null) close();
      else blocks.push({ kind: 'code', text: code.join('\n') });
      code = code === null ? [] : null;
    } else if (code !== null) code.push(line);
    else if (line.trim() === '') close();
    else open = extend(open, line, close);
  }
  close();
  if (code !== null) blocks.push({ kind: 'code', text: code.join('\n') });
  return blocks;
}

interface Open {
  readonly kind: LineKind;
  readonly lines: string[];
}

function extend(open: Open | null, line: string, close: () => void): Open {
  const { kind, rest } = readLine(line);
  if (open?.kind === kind && kind !== 'heading') {
    open.lines.push(rest);
    return open;
  }
  close();
  return { kind, lines: [rest] };
}
