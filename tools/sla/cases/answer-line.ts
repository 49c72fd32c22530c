import type { CompiledCalendar, Instant } from '@daylight/domain';
import { toIso } from '@daylight/domain';
import type { Answer } from './answer.js';
import { answer } from './answer.js';
import { readQuestion } from './case.js';
import { calendarOf, knownCalendar } from './compiled.js';
import { layoutOf } from './layout.js';
import type { Problems } from './note.js';
import { isRecord } from './note.js';

type Id = string | number | null;

/**
 * The answer to one line of cases, as one line of JSON. Whatever the line is, there is an answer: a bad case gives
 * `{"id", "error"}`. `line` is null for one that was too long to read; `number` counts lines from 1.
 */
export function answerLine(line: string | null, number: number): string {
  if (line === null) return refusal(null, `LINE_TOO_LONG line ${number}`);
  try {
    return answerCase(line, number);
  } catch (error) {
    // JSON.parse and whatever walks its result have no other way to say that something isn't JSON, or nests too deeply.
    if (error instanceof SyntaxError) return refusal(null, `INVALID_JSON line ${number}`);
    if (error instanceof RangeError) return refusal(null, `TOO_DEEP line ${number}`);
    throw error;
  }
}

/**
 * Most of a line is its calendar, which hundreds of others state in the same words: those words are known to be JSON, and to be
 * this calendar, so only what stands around them is read.
 */
function answerCase(line: string, number: number): string {
  const { colons, calendar: place } = layoutOf(line);
  const words = place === null ? null : line.slice(place.from, place.to);
  const known = words === null ? undefined : knownCalendar(words);
  if (place === null || words === null || known === undefined) {
    const whole: unknown = JSON.parse(line);
    if (!isRecord(whole)) return refusal(null, `NOT_AN_OBJECT line ${number}`);
    if (colons > membersOf(whole)) return refusal(idOf(whole), `DUPLICATE_KEY line ${number}`);
    const problems: Problems = [];
    return answerAbout(calendarOf(whole['calendar'], words, problems), whole, problems);
  }
  const rest: unknown = JSON.parse(`${line.slice(0, place.from)}null${line.slice(place.to)}`);
  if (!isRecord(rest)) return refusal(null, `NOT_AN_OBJECT line ${number}`);
  if (colons - known.members > membersOf(rest)) return refusal(idOf(rest), `DUPLICATE_KEY line ${number}`);
  return answerAbout(known.calendar, rest, []);
}

function answerAbout(
  calendar: CompiledCalendar | undefined,
  fields: Readonly<Record<string, unknown>>,
  problems: Problems,
): string {
  const question = readQuestion(fields, problems);
  if (calendar === undefined || question === undefined) return refusal(idOf(fields), problems.slice(0, 5).join('; '));
  return answered(idOf(fields), answer(calendar, question));
}

/** Members of all objects in a value: fewer than the text wrote when a key stood there twice, of which JSON keeps the last. */
function membersOf(value: unknown): number {
  let members = 0;
  if (Array.isArray(value)) for (const each of value) members += membersOf(each);
  else if (isRecord(value)) for (const key in value) members += 1 + membersOf(value[key]);
  return members;
}

function idOf({ id }: Readonly<Record<string, unknown>>): Id {
  return typeof id === 'string' || typeof id === 'number' ? id : null;
}

function answered(id: Id, { name, value }: Answer): string {
  const opening = `{"id":${JSON.stringify(id)},"${name}":`;
  if (typeof value === 'boolean') return `${opening}${value}}`;
  if (value === null) return name === 'next_close' ? `${opening}null}` : `${opening}null,"error":"NEVER"}`;
  if (typeof value === 'object') {
    return `${opening}[${value.map(({ from, to }) => `["${written(from)}","${written(to)}"]`).join(',')}]}`;
  }
  return name === 'elapsed_seconds' ? `${opening}${value}}` : `${opening}"${written(value)}"}`;
}

/** Milliseconds only when there are any. */
function written(at: Instant): string {
  const iso = toIso(at);
  return iso.endsWith('.000Z') ? `${iso.slice(0, -5)}Z` : iso;
}

function refusal(id: Id, error: string): string {
  return `{"id":${JSON.stringify(id)},"error":${JSON.stringify(error)}}`;
}
