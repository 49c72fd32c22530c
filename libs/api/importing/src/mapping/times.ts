import { instantsOfWall, type Instant } from '@daylight/domain';

const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/;
const FIELD = /YYYY|MM|DD|HH|mm|ss|SSS/g;

export type ReadTime =
  { readonly kind: 'time'; readonly at: Instant } | { readonly kind: 'not-a-time' } | { readonly kind: 'no-zone' };

interface Wall {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly ms: number;
}

function wallMs({ year, month, day, ms }: Wall): number | null {
  const midnight = Date.UTC(year, month - 1, day);
  const back = new Date(midnight);
  const real = back.getUTCFullYear() === year && back.getUTCMonth() === month - 1 && back.getUTCDate() === day;
  return real && ms < 86_400_000 ? midnight + ms : null;
}

const NUMBER = (part: string | undefined): number => (part === undefined ? 0 : Number(part));
const timeOfDay = (hour: number, minute: number, second: number, milli: number): number =>
  hour < 24 && minute < 60 && second < 60
    ? ((hour * 60 + minute) * 60 + second) * 1_000 + milli
    : Number.POSITIVE_INFINITY;

/** A wall-clock reading in a zone: the first of two instants in an autumn overlap, the first after a spring gap. */
function inZone(wall: number | null, zone: string | null): ReadTime {
  if (wall === null) return { kind: 'not-a-time' };
  if (zone === null) return { kind: 'no-zone' };
  for (let minutes = 0; minutes <= 24 * 60; minutes += 30) {
    const [first] = instantsOfWall(zone, wall + minutes * 60_000);
    if (first !== undefined) return { kind: 'time', at: first };
  }
  return { kind: 'not-a-time' };
}

function readIso(text: string, zone: string | null): ReadTime {
  const parts = ISO.exec(text.trim());
  if (parts === null) return { kind: 'not-a-time' };
  const [, year, month, day, hour, minute, second, fraction, offset] = parts;
  const milli = Math.floor(Number(`0.${fraction ?? '0'}`) * 1_000);
  const wall = wallMs({
    year: NUMBER(year),
    month: NUMBER(month),
    day: NUMBER(day),
    ms: timeOfDay(NUMBER(hour), NUMBER(minute), NUMBER(second), milli),
  });
  if (offset === undefined) return inZone(wall, zone);
  if (wall === null) return { kind: 'not-a-time' };
  if (offset === 'Z') return { kind: 'time', at: wall };
  const sign = offset.startsWith('-') ? -1 : 1;
  const digits = offset.replace(/\D/g, '');
  return { kind: 'time', at: wall - sign * (Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2))) * 60_000 };
}

function readPattern(text: string, format: string, zone: string | null): ReadTime {
  const names: string[] = [];
  const escaped = format.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  const expression = escaped.replace(FIELD, (field) => {
    names.push(field);
    return field === 'YYYY' ? '(\\d{4})' : field === 'SSS' ? '(\\d{1,3})' : '(\\d{1,2})';
  });
  const found = new RegExp(`^${expression}$`).exec(text.trim());
  if (found === null || !names.includes('YYYY') || !names.includes('MM') || !names.includes('DD'))
    return { kind: 'not-a-time' };
  const value = (name: string): number => (names.includes(name) ? Number(found[names.indexOf(name) + 1]) : 0);
  const ms = timeOfDay(value('HH'), value('mm'), value('ss'), value('SSS'));
  return inZone(wallMs({ year: value('YYYY'), month: value('MM'), day: value('DD'), ms }), zone);
}

/** Reads a time as the mapping says it is written; never guesses a zone. */
export function readTime(text: string, format: string, zone: string | null): ReadTime {
  if (format === 'ISO') return readIso(text, zone);
  if (format === 'EPOCH_SECONDS' || format === 'EPOCH_MS') {
    if (!/^\d{1,16}(\.\d+)?$/.test(text.trim())) return { kind: 'not-a-time' };
    return { kind: 'time', at: Math.round(Number(text) * (format === 'EPOCH_SECONDS' ? 1_000 : 1)) };
  }
  return readPattern(text, format, zone);
}
