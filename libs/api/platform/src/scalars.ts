import type { Instant } from '@daylight/domain';
import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

const ISO = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;
const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

function parseInstant(value: unknown): Instant {
  const at = typeof value === 'string' && ISO.test(value) ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(at)) throw new GraphQLError('an instant is ISO 8601 with a zone, e.g. 2026-03-01T09:00:00Z');
  return at;
}

const DAY_MS = 86_400_000;
/** What a JavaScript Date can say. */
const LAST_MS = 8.64e15;
const MOST_DAYS = 4_096;
/** `2026-03-01T` by days since 1970: a page names some hundred instants of a few days. */
const dates = new Map<number, string>();

function dateOf(day: number): string {
  const known = dates.get(day);
  if (known !== undefined) return known;
  const text = new Date(day * DAY_MS).toISOString();
  const date = text.slice(0, text.indexOf('T') + 1);
  if (dates.size >= MOST_DAYS) dates.clear();
  dates.set(day, date);
  return date;
}

const two = (n: number): string => (n < 10 ? `0${n}` : String(n));
const three = (n: number): string => (n < 100 ? `0${two(n)}` : String(n));

/** As `toISOString`, in a fraction of its time. Throws RangeError where that does. */
export function isoOf(at: number): string {
  if (!Number.isInteger(at) || Math.abs(at) > LAST_MS) return new Date(at).toISOString();
  const day = Math.floor(at / DAY_MS);
  const ms = at - day * DAY_MS;
  const [seconds, minutes] = [Math.floor(ms / 1_000), Math.floor(ms / 60_000)];
  const time = `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}:${two(seconds % 60)}.${three(ms % 1_000)}Z`;
  return `${dateOf(day)}${time}`;
}

function serializeInstant(value: unknown): string {
  const at = value instanceof Date ? value.getTime() : typeof value === 'string' ? Date.parse(value) : value;
  if (typeof at !== 'number' || Number.isNaN(at)) throw new GraphQLError('not an instant');
  return isoOf(at);
}

/** An instant: UTC milliseconds inside, ISO 8601 with `Z` outside. */
export const InstantScalar = new GraphQLScalarType<Instant, string>({
  name: 'Instant',
  serialize: serializeInstant,
  parseValue: parseInstant,
  parseLiteral: (node) => parseInstant(node.kind === Kind.STRING ? node.value : null),
});

function parseLocalDate(value: unknown): string {
  const parts = typeof value === 'string' ? DATE.exec(value) : null;
  const text = parts?.[0];
  const at = Date.parse(`${text ?? ''}T00:00:00Z`);
  if (text === undefined || Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== text) {
    throw new GraphQLError('a date is YYYY-MM-DD and exists on the calendar');
  }
  return text;
}

/** A date on a wall calendar, `YYYY-MM-DD`. */
export const LocalDateScalar = new GraphQLScalarType<string, string>({
  name: 'LocalDate',
  serialize: parseLocalDate,
  parseValue: parseLocalDate,
  parseLiteral: (node) => parseLocalDate(node.kind === Kind.STRING ? node.value : null),
});

const identity = (value: unknown): unknown => value;

/** A document of the domain (terms, calendars), validated by the domain and not by GraphQL. Variables only. */
export const JsonScalar = new GraphQLScalarType({
  name: 'Json',
  serialize: identity,
  parseValue: identity,
  parseLiteral: () => {
    throw new GraphQLError('documents are passed as variables');
  },
});

export const scalars = { Instant: InstantScalar, LocalDate: LocalDateScalar, Json: JsonScalar };
