import type { CompiledCalendar, Instant, Interval, Stop } from '@daylight/domain';
import { deadline, RANGE_TO, SECOND, unreachable, workingTime } from '@daylight/domain';
import type { Question } from './case.js';

/** The answer under the name that the format gives it. A null instant: never, within the years that calendars answer for. */
export type Answer =
  | { readonly name: 'due' | 'next_open' | 'next_close'; readonly value: Instant | null }
  | { readonly name: 'elapsed_seconds'; readonly value: number }
  | { readonly name: 'open'; readonly value: boolean }
  | { readonly name: 'windows'; readonly value: readonly Interval[] };

export function answer(calendar: CompiledCalendar, question: Question): Answer {
  switch (question.kind) {
    case 'due':
      return { name: 'due', value: dueOf(calendar, question) };
    case 'elapsed': {
      const { start, end, pauses } = question;
      return { name: 'elapsed_seconds', value: workingTime(calendar, start, end, pauses) / SECOND };
    }
    case 'is_open':
      return { name: 'open', value: calendar.isOpen(question.at) };
    case 'next_open':
      return { name: 'next_open', value: calendar.nextOpen(question.at) };
    case 'next_close':
      return { name: 'next_close', value: calendar.nextClose(question.at) };
    case 'windows':
      return { name: 'windows', value: windowsOf(calendar, question) };
    case 'add_business_days': {
      const reached = calendar.addBusinessDays(question.start, question.days);
      return { name: 'due', value: question.toEnd && reached !== null ? calendar.endOfBusinessDay(reached) : reached };
    }
    default:
      return unreachable(question);
  }
}

function dueOf(calendar: CompiledCalendar, { start, target, pauses }: Extract<Question, { kind: 'due' }>) {
  return target === 0 ? firstRunning(calendar, start, pauses) : deadline(calendar, start, target, pauses);
}

/** A target of nothing is due when the clock first could run: open and not paused. */
function firstRunning(calendar: CompiledCalendar, start: Instant, pauses: readonly Stop[]): Instant | null {
  let at = calendar.nextOpen(start);
  for (const { from, to } of pauses) {
    if (at === null || to === null) return at;
    if (from <= at && at < to) at = calendar.nextOpen(to);
  }
  return at;
}

const YEAR = 366 * 24 * 3_600 * SECOND;

function windowsOf(calendar: CompiledCalendar, { start, end, limit }: Extract<Question, { kind: 'windows' }>) {
  const to = end ?? RANGE_TO;
  const most = limit ?? Infinity;
  // Years are built as they are needed: a year ahead, then twice as far, until there are enough or no more.
  for (let ahead = end === null ? YEAR : to - start; ; ahead *= 2) {
    const until = Math.min(start + ahead, to);
    const windows = calendar.windows(start, until);
    // One more than asked for: the last window that fits may go on behind `until`.
    if (windows.length > most || until >= to) return windows.slice(0, most);
  }
}
