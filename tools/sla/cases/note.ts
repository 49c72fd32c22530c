import type { Instant } from '@daylight/domain';
import { parseIso, RANGE_FROM, RANGE_TO } from '@daylight/domain';

/** What is wrong with a case, each `WORD path: what stands there`. Whoever reads a value notes here why it is none. */
export type Problems = string[];

const SHOWN = 60;

export function note(problems: Problems, word: string, path: string, value?: unknown): undefined {
  const shown = value === undefined ? '' : `: ${shorten(JSON.stringify(value) ?? String(value))}`;
  problems.push(`${word} ${path}${shown}`);
  return undefined;
}

function shorten(text: string): string {
  return text.length <= SHOWN ? text : `${text.slice(0, SHOWN)}…`;
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An instant as ISO 8601 with `Z` or an offset, within the years that calendars answer for. */
export function readInstant(value: unknown, path: string, problems: Problems): Instant | undefined {
  if (value === undefined) return note(problems, 'MISSING', path);
  const at = typeof value === 'string' ? parseIso(value) : null;
  if (at === null) return note(problems, 'BAD_INSTANT', path, value);
  return at >= RANGE_FROM && at <= RANGE_TO ? at : note(problems, 'OUT_OF_RANGE', path, value);
}

/** A whole number from `least` to `most`. */
export function readInteger(
  value: unknown,
  path: string,
  problems: Problems,
  [least, most]: readonly [number, number],
): number | undefined {
  if (value === undefined) return note(problems, 'MISSING', path);
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) return note(problems, 'BAD_NUMBER', path, value);
  return value >= least && value <= most ? value : note(problems, 'OUT_OF_RANGE', path, value);
}
