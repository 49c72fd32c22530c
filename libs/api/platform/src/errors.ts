import { IntrinsicException } from '@nestjs/common';

/** Stable codes of `errors[].extensions.code`. Anything a person can act on is a result, not one of these. */
export type ErrorCode =
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'BAD_INPUT'
  | 'TOO_LARGE'
  | 'TOO_MANY_REQUESTS'
  | 'IDEMPOTENCY_KEY_REUSED'
  | 'UNAVAILABLE'
  | 'INTERNAL';

const STATUS: Record<ErrorCode, number> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  BAD_INPUT: 400,
  TOO_LARGE: 413,
  TOO_MANY_REQUESTS: 429,
  IDEMPOTENCY_KEY_REUSED: 422,
  UNAVAILABLE: 503,
  INTERNAL: 500,
};

/** A failure with a public code; expected, so Nest doesn't log it (IntrinsicException). `message` may be shown; `detail` says what and where, for machines and screens. */
export class DaylightError extends IntrinsicException {
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly detail: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
  }

  get status(): number {
    return STATUS[this.code];
  }
}

/** The caller asked for something that doesn't exist or isn't theirs: the same words for both. */
export function notFound(what: string): DaylightError {
  return new DaylightError('NOT_FOUND', `${what} not found`, { what });
}

function sqlState(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('code' in error)) return null;
  return typeof error.code === 'string' ? error.code : null;
}

const BY_SQL_STATE: Readonly<Record<string, readonly [ErrorCode, string]>> = {
  DL401: ['UNAUTHENTICATED', 'sign in first'],
  DL403: ['FORBIDDEN', 'not allowed'],
  DL404: ['NOT_FOUND', 'not found'],
  // Row-level security and composite keys: another tenant's row is not found, in the same words.
  '42501': ['NOT_FOUND', 'not found'],
  '23503': ['NOT_FOUND', 'not found'],
  '22003': ['BAD_INPUT', 'a number is out of its bounds'],
  '22007': ['BAD_INPUT', 'a date is malformed'],
  '22008': ['BAD_INPUT', 'a date is out of its bounds'],
  '22021': ['BAD_INPUT', 'a text holds a character that cannot be stored'],
  '22P02': ['BAD_INPUT', 'a value is malformed'],
  '22P05': ['BAD_INPUT', 'a text holds a character that cannot be stored'],
  '23514': ['BAD_INPUT', 'a value is out of its bounds'],
  '57014': ['UNAVAILABLE', 'this took too long'],
  '57P01': ['UNAVAILABLE', 'the database is away'],
  '57P03': ['UNAVAILABLE', 'the database is away'],
  '53300': ['UNAVAILABLE', 'the database is busy'],
};
const CONNECTION = /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT)$/;

/** Any thrown thing as a failure that may leave the process: no internal message ever does (Q5). */
export function toDaylightError(error: unknown): DaylightError {
  if (error instanceof DaylightError) return error;
  const state = sqlState(error);
  const known = state === null ? undefined : BY_SQL_STATE[state];
  if (known !== undefined) return new DaylightError(known[0], known[1]);
  const lost =
    error instanceof Error && /Connection terminated|timeout exceeded when trying to connect/.test(error.message);
  if (lost || (state !== null && CONNECTION.test(state)))
    return new DaylightError('UNAVAILABLE', 'the database is away');
  return new DaylightError('INTERNAL', 'something went wrong on our side');
}
