import { SchemaMismatch } from '@daylight/api-database';
import { ConfigError } from '@daylight/api-platform';

interface SystemError {
  readonly code: string;
  readonly address: string;
  readonly port: number | string;
}

function isSystemError(error: unknown): error is SystemError {
  return typeof error === 'object' && error !== null && 'code' in error && 'port' in error && 'address' in error;
}

/** Connecting to a name with several addresses fails with one error for each. */
function firstOf(error: unknown): unknown {
  return error instanceof AggregateError ? error.errors[0] : error;
}

/** Why the API could not start, for whoever started it: a sentence where they can do something, else the whole trace. */
export function sayWhyNot(error: unknown): string {
  if (error instanceof ConfigError || error instanceof SchemaMismatch) return error.message;
  const cause = firstOf(error);
  if (isSystemError(cause)) {
    const where = `${cause.address}:${cause.port}`;
    if (cause.code === 'EADDRINUSE')
      return `Daylight's API did not start: ${where} is in use. Stop what listens there, or choose another DAYLIGHT_PORT.`;
    if (cause.code === 'EACCES' || cause.code === 'EADDRNOTAVAIL')
      return `Daylight's API did not start: it may not listen on ${where} (${cause.code}). Choose another DAYLIGHT_HOST or DAYLIGHT_PORT.`;
    if (cause.code === 'ECONNREFUSED' || cause.code === 'ETIMEDOUT' || cause.code === 'EHOSTUNREACH')
      return `Daylight's API did not start: no database answers at ${where} (${cause.code}). See DAYLIGHT_APP_DATABASE_URL.`;
  }
  return `Daylight's API did not start: ${String(error instanceof Error ? error.stack : error)}`;
}
