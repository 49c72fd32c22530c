import type { BodyRead } from './signal-of.js';

/** Deeper than any monitoring system's message. */
export const MOST_DEPTH = 32;

type Fault = Extract<BodyRead, { kind: 'unreadable' }>;
export type JsonRead = { readonly kind: 'json'; readonly value: unknown } | Fault;

const fault = (reason: Fault['reason'], detail = ''): Fault => ({ kind: 'unreadable', reason, detail });

const UTF8 = new TextDecoder('utf-8', { fatal: true });

/** The end of the string literal that begins at `start`, or the end of the text. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const char = text.charCodeAt(at);
    if (char === 0x5c) at += 1;
    else if (char === 0x22) return at;
  }
  return text.length;
}

/** Depth, twice the same key in one object: what JSON.parse lets pass. Looks at the text before it is parsed. */
function shapeFault(text: string): Fault | null {
  const open: (Set<string> | null)[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at];
    if (char === '{' || char === '[') {
      open.push(char === '{' ? new Set() : null);
      if (open.length > MOST_DEPTH) return fault('TOO_DEEP', String(MOST_DEPTH));
    } else if (char === '}' || char === ']') open.pop();
    else if (char === '"') {
      const end = endOfString(text, at);
      const keys = open.at(-1);
      if (keys && /^\s*:/.test(text.slice(end + 1, end + 200))) {
        const key = text.slice(at + 1, end);
        const name = key.includes('\\') ? unescaped(key) : key;
        if (keys.has(name)) return fault('DUPLICATE_KEY', name.slice(0, 100));
        keys.add(name);
      }
      at = end;
    }
  }
  return null;
}

function unescaped(key: string): string {
  try {
    return String(JSON.parse(`"${key}"`));
  } catch {
    return key;
  }
}

/** NUL or half a character, written out or escaped, anywhere: the database can't keep it. */
function holdsUnstorable(text: string, value: unknown): boolean {
  if (text.includes('\u0000')) return true;
  if (!/\\u(0000|d[89a-f])/i.test(text)) return false;
  return unstorable(value);
}

function unstorable(value: unknown): boolean {
  if (typeof value === 'string') return value.includes('\u0000') || !value.isWellFormed();
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([key, member]) => unstorable(key) || unstorable(member));
}

/** Reads a body as JSON that means one thing only: UTF-8, no key twice, not too deep, nothing that can't be stored (Q8, W5). */
export function readStrictJson(body: Uint8Array): JsonRead {
  let text: string;
  try {
    text = UTF8.decode(body);
  } catch {
    return fault('NOT_UTF8');
  }
  if (text.trim() === '') return fault('EMPTY');
  const shape = shapeFault(text);
  if (shape !== null) return shape;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return fault('NOT_JSON');
  }
  return holdsUnstorable(text, value) ? fault('BAD_CHARACTER') : { kind: 'json', value };
}
