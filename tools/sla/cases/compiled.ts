import type { CompiledCalendar } from '@daylight/domain';
import { canonicalJson, compileCalendar } from '@daylight/domain';
import { readCalendar } from './calendar.js';
import { layoutOf } from './layout.js';
import type { Problems } from './note.js';

/** So many calendars are kept; whoever asks about more of them in one go waits while some are compiled anew. */
const KEPT = 500;

/** A calendar with how many members the words that state it have. */
export interface KnownCalendar {
  readonly calendar: CompiledCalendar;
  readonly members: number;
}

const byText = new Map<string, KnownCalendar>();
const byCanonicalText = new Map<string, CompiledCalendar>();

/** The calendar that was stated in these very words before. */
export function knownCalendar(text: string): KnownCalendar | undefined {
  return byText.get(text);
}

/**
 * The compiled calendar of a case, once for each however its keys are ordered; undefined after noting what is wrong. `text` is
 * how the case states it, under which {@link knownCalendar} finds it the next time; null when that can't be told.
 */
export function calendarOf(value: unknown, text: string | null, problems: Problems): CompiledCalendar | undefined {
  const wrong = problems.length;
  const document = readCalendar(value, problems);
  if (document === undefined || problems.length > wrong) return undefined;
  const canonical = canonicalJson(value);
  const compiled = byCanonicalText.get(canonical) ?? compileCalendar(document, [], 0);
  keep(byCanonicalText, canonical, compiled);
  if (text !== null) keep(byText, text, { calendar: compiled, members: layoutOf(text).colons });
  return compiled;
}

function keep<T>(kept: Map<string, T>, key: string, value: T): void {
  if (kept.size >= KEPT && !kept.has(key)) kept.clear();
  kept.set(key, value);
}
