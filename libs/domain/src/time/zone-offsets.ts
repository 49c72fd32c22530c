import type { Instant, Interval, Ms } from './instant.js';
import { DAY, SECOND } from './instant.js';

/** A stretch of real time during which a zone keeps one offset: wall reading = instant + offset. */
export type OffsetSpan = Interval & { readonly offset: Ms };

/**
 * Samples are three days apart: the shortest time between two changes that undo each other since 1970 is an hour short of a week
 * (northern Brazil, October 2000), so every change shows in the offsets of two neighbouring samples.
 */
const SAMPLE_STEP: Ms = 3 * DAY;

/** No zone has ever been further than this from UTC (Manila -15:56, Juneau +15:02, both before 1870). */
export const MAX_OFFSET: Ms = 16 * 3_600_000;

interface ZoneReader {
  readonly format: Intl.DateTimeFormat;
  readonly years: Map<number, readonly OffsetSpan[]>;
}

const readers = new Map<string, ZoneReader | null>();

/** Whether this runtime knows the IANA zone. Fixed offsets such as `+09:00` are no zones: they carry no rules. */
export function isZone(zone: string): boolean {
  return readerOf(zone) !== null;
}

/** The offsets of a zone throughout one UTC year, in order and gapless. Throws a RangeError for an unknown zone. */
export function offsetsOfYear(zone: string, year: number): readonly OffsetSpan[] {
  const reader = readerOf(zone);
  if (reader === null) throw new RangeError(`unknown time zone: ${zone}`);
  const known = reader.years.get(year);
  if (known !== undefined) return known;
  const spans = findSpans(reader.format, yearStart(year), yearStart(year + 1));
  reader.years.set(year, spans);
  return spans;
}

/** Midnight UTC of 1 January. */
export function yearStart(year: number): Instant {
  return new Date(0).setUTCFullYear(year, 0, 1);
}

/** The UTC year of an instant. */
export function yearOf(at: Instant): number {
  return new Date(at).getUTCFullYear();
}

function readerOf(zone: string): ZoneReader | null {
  const known = readers.get(zone);
  if (known !== undefined) return known;
  const reader = createReader(zone);
  readers.set(zone, reader);
  return reader;
}

function createReader(zone: string): ZoneReader | null {
  if (!/^[A-Za-z]/.test(zone)) return null;
  try {
    const format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    return { format, years: new Map() };
  } catch {
    return null;
  }
}

function findSpans(format: Intl.DateTimeFormat, from: Instant, to: Instant): readonly OffsetSpan[] {
  const spans: OffsetSpan[] = [];
  let spanFrom = from;
  let seen = from;
  let offset = readOffset(format, from);
  while (seen < to) {
    // The last instant of the year is a sample too, so that a change at New Year belongs to the next chunk.
    const sample = Math.min(seen + SAMPLE_STEP, to - SECOND);
    if (readOffset(format, sample) !== offset) {
      const change = findChange(format, seen, sample, offset);
      spans.push({ from: spanFrom, to: change, offset });
      [spanFrom, seen, offset] = [change, change, readOffset(format, change)];
    } else if (sample === to - SECOND) break;
    else seen = sample;
  }
  spans.push({ from: spanFrom, to, offset });
  return spans;
}

/** First second in `(low, high]` at which the offset is no longer `offset`. */
function findChange(format: Intl.DateTimeFormat, low: Instant, high: Instant, offset: Ms): Instant {
  let [before, after] = [low, high];
  while (after - before > SECOND) {
    const middle = before + Math.floor((after - before) / (2 * SECOND)) * SECOND;
    if (readOffset(format, middle) === offset) before = middle;
    else after = middle;
  }
  return after;
}

/** Offset at a whole second, from the wall reading itself: exact for local mean times with odd seconds too. */
function readOffset(format: Intl.DateTimeFormat, at: Instant): Ms {
  const [month = 0, day = 0, year = 0, hour = 0, minute = 0, second = 0] = format
    .format(at)
    .split(/\D+/, 6)
    .map(Number);
  const midnight = new Date(0).setUTCFullYear(year, month - 1, day);
  return midnight + ((hour * 60 + minute) * 60 + second) * SECOND - at;
}
