import type { Instant } from '@daylight/domain';
import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

const ISO = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;
const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

function parseInstant(value: unknown): Instant {
  const at = typeof value === 'string' && ISO.test(value) ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(at)) throw new GraphQLError('an instant is ISO 8601 with a zone, e.g. 2026-03-01T09:00:00Z');
  return at;
}

function serializeInstant(value: unknown): string {
  const at = value instanceof Date ? value.getTime() : typeof value === 'string' ? Date.parse(value) : value;
  if (typeof at !== 'number' || Number.isNaN(at)) throw new GraphQLError('not an instant');
  return new Date(at).toISOString();
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
