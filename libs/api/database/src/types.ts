import pg from 'pg';

const TIMESTAMPTZ = 1184;
const INT8 = 20;
const DATE = 1082;

function parseBigint(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} is not a safe integer`);
  return value;
}

/** "2026-03-01 09:00:00.123+00" as UTC milliseconds. The session's zone is UTC (data-source.ts). */
function parseTimestamp(text: string): number {
  return Date.parse(`${text.replace(' ', 'T').replace(/\+00$/, '')}Z`);
}

const parsers = new Map<number, (text: string) => unknown>([
  [TIMESTAMPTZ, parseTimestamp],
  [INT8, parseBigint],
  // A date stays `YYYY-MM-DD`: as a JavaScript Date it would depend on the process's zone.
  [DATE, (text) => text],
]);

/** How the driver reads values: instants as numbers, bigints as safe numbers, dates as text. */
export const types: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    (format === 'binary' ? undefined : parsers.get(oid)) ?? pg.types.getTypeParser(oid, format),
};
