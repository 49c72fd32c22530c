import type { Instant, Ms, Stop } from '@daylight/domain';
import { unionOf } from '@daylight/domain';
import type { Problems } from './note.js';
import { note, readInstant, readInteger } from './note.js';

/** What a case asks of its calendar. */
export type Question =
  | { readonly kind: 'due'; readonly start: Instant; readonly target: Ms; readonly pauses: readonly Stop[] }
  | { readonly kind: 'elapsed'; readonly start: Instant; readonly end: Instant; readonly pauses: readonly Stop[] }
  | { readonly kind: 'is_open' | 'next_open' | 'next_close'; readonly at: Instant }
  | { readonly kind: 'windows'; readonly start: Instant; readonly end: Instant | null; readonly limit: number | null }
  | { readonly kind: 'add_business_days'; readonly start: Instant; readonly days: number; readonly toEnd: boolean };

const MOST_WINDOWS = 100_000;
const MOST_DAYS = 100_000;

type Fields = Readonly<Record<string, unknown>>;

/** The question of a case; undefined after noting what is wrong. */
export function readQuestion(fields: Fields, problems: Problems): Question | undefined {
  const { kind } = fields;
  switch (kind) {
    case 'due':
      return readDue(fields, problems);
    case 'elapsed':
      return readElapsed(fields, problems);
    case 'is_open':
    case 'next_open':
    case 'next_close': {
      const at = readInstant(fields['at'], 'at', problems);
      return at === undefined ? undefined : { kind, at };
    }
    case 'windows':
      return readWindows(fields, problems);
    case 'add_business_days':
      return readBusinessDays(fields, problems);
    case undefined:
      return note(problems, 'MISSING', 'kind');
    default:
      return note(problems, 'UNKNOWN_KIND', 'kind', kind);
  }
}

function readDue(fields: Fields, problems: Problems): Question | undefined {
  const start = readInstant(fields['start'], 'start', problems);
  const target = readSeconds(fields['target_seconds'], 'target_seconds', problems);
  const pauses = readPauses(fields['pauses'], problems);
  if (start === undefined || target === undefined || pauses === undefined) return undefined;
  return { kind: 'due', start, target, pauses };
}

function readElapsed(fields: Fields, problems: Problems): Question | undefined {
  const start = readInstant(fields['start'], 'start', problems);
  const end = readInstant(fields['end'], 'end', problems);
  const pauses = readPauses(fields['pauses'], problems);
  if (start === undefined || end === undefined || pauses === undefined) return undefined;
  return { kind: 'elapsed', start, end, pauses };
}

function readWindows(fields: Fields, problems: Problems): Question | undefined {
  const start = readInstant(fields['start'], 'start', problems);
  const given = (key: string) => fields[key] !== undefined && fields[key] !== null;
  const end = given('end') ? readInstant(fields['end'], 'end', problems) : null;
  const limit = given('limit') ? readInteger(fields['limit'], 'limit', problems, [0, MOST_WINDOWS]) : null;
  if (end === null && limit === null) return note(problems, 'MISSING', 'end or limit');
  return start === undefined || end === undefined || limit === undefined
    ? undefined
    : { kind: 'windows', start, end, limit };
}

function readBusinessDays(fields: Fields, problems: Problems): Question | undefined {
  const start = readInstant(fields['start'], 'start', problems);
  const days = readInteger(fields['business_days'], 'business_days', problems, [-MOST_DAYS, MOST_DAYS]);
  const toEnd = fields['end_of_working_day'] ?? false;
  if (typeof toEnd !== 'boolean') return note(problems, 'BAD_FLAG', 'end_of_working_day', toEnd);
  return start === undefined || days === undefined ? undefined : { kind: 'add_business_days', start, days, toEnd };
}

/** Seconds, whole or to the millisecond, as milliseconds. */
function readSeconds(value: unknown, path: string, problems: Problems): Ms | undefined {
  if (value === undefined) return note(problems, 'MISSING', path);
  if (typeof value !== 'number' || !Number.isFinite(value)) return note(problems, 'BAD_NUMBER', path, value);
  return value < 0 ? note(problems, 'OUT_OF_RANGE', path, value) : Math.round(value * 1_000);
}

/** `[[from, to], ...]` in any order; those that overlap stop the clock once. */
function readPauses(value: unknown, problems: Problems): readonly Stop[] | undefined {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) return note(problems, 'NOT_A_LIST', 'pauses', value);
  const wrong = problems.length;
  const spans = value.map((pair: unknown, index) => readPause(pair, `pauses[${index}]`, problems));
  if (problems.length > wrong) return undefined;
  return unionOf(spans).map(({ from, to }) => ({ from, to, cause: { kind: 'RESOLVED' } }));
}

function readPause(pair: unknown, path: string, problems: Problems): { readonly from: Instant; readonly to: Instant } {
  const nothing = { from: 0, to: 0 };
  if (!Array.isArray(pair) || pair.length !== 2) return note(problems, 'BAD_PAUSE', path, pair) ?? nothing;
  const from = readInstant(pair[0], `${path}[0]`, problems);
  const to = readInstant(pair[1], `${path}[1]`, problems);
  if (from === undefined || to === undefined) return nothing;
  return to < from ? (note(problems, 'REVERSED_PAUSE', path, pair) ?? nothing) : { from, to };
}
