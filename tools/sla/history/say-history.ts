import type { ClockExplanation, Instant, Language, Ms, Segment } from '@daylight/domain';
import { compileCalendar, explainClocks, HOUR, localParts, MINUTE, SECOND } from '@daylight/domain';
import { sayCause, sayClock, sayMark } from '@daylight/text';
import type { History } from './read-history.js';

const WORDS = {
  title: { ko: '처리 시간 계산', en: 'How time was counted' },
  none: { ko: '적용되는 목표가 없습니다.', en: 'No target applies.' },
  columns: { ko: ['부터', '까지', '길이', '산입', '사유'], en: ['from', 'to', 'length', 'counted', 'why'] },
  sum: { ko: '합계', en: 'sum' },
} as const;

/** Every clock of a ticket as text: the sentence, its stretches with exact lengths, their sums, and what happened when. */
export function sayHistory(history: History, language: Language): string {
  const { terms, boundTerms, holidays, events, asOf, ticket } = history;
  const calendarOf = (id: string, knownAt: Instant, version = '') => {
    const { calendars = [] } = terms ?? boundTerms?.get(version) ?? {};
    const document = calendars.find((calendar) => calendar.id === id);
    if (document === undefined) throw new Error(`terms without the calendar ${id} were accepted`);
    return compileCalendar(document, holidays, knownAt);
  };
  const accounts = explainClocks({ events, terms, boundTerms, calendarOf, asOf });
  const title = `${ticket}: ${WORDS.title[language]}`;
  const parts = accounts.length === 0 ? [WORDS.none[language]] : accounts.map((each) => sayAccount(each, language));
  return `${[title, ...parts].join('\n\n')}\n`;
}

function sayAccount(account: ClockExplanation, language: Language): string {
  const { segments, marks, zone } = account;
  const total = (of: (segment: Segment) => Ms) => sayExactly(segments.reduce((sum, each) => sum + of(each), 0));
  const rows = [
    WORDS.columns[language],
    ...segments.map((segment) => rowOf(segment, zone, language)),
    [WORDS.sum[language], '', total(({ from, to }) => to - from), total(({ countedMs }) => countedMs), ''],
  ];
  const marked = marks.map((mark) => `  ${sayMark(mark, zone, language)}`);
  return [sayClock(account, language), ...layOut(rows), ...marked].join('\n');
}

function rowOf({ from, to, cause, countedMs }: Segment, zone: string, language: Language): readonly string[] {
  const length = sayExactly(to - from);
  return [sayReading(from, zone), sayReading(to, zone), length, sayExactly(countedMs), sayCause(cause, language)];
}

/** Columns under each other; Korean words stand last or are as wide as they are. */
function layOut(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = rows.reduce<readonly number[]>(
    (most, row) => row.map((cell, column) => Math.max(most[column] ?? 0, widthOf(cell))),
    [],
  );
  return rows.map((row) => {
    const cells = row.map((cell, column) => {
      const gap = ' '.repeat(Math.max(0, (widths[column] ?? 0) - widthOf(cell)));
      return column === 2 || column === 3 ? `${gap}${cell}` : `${cell}${gap}`;
    });
    return `  ${cells.join('  ')}`.trimEnd();
  });
}

/** Cells that a text takes in a terminal: Hangul takes two. */
function widthOf(text: string): number {
  return [...text].reduce(
    (width, letter) => width + (/[\u1100-\u11ff\u3000-\u9fff\uac00-\ud7a3]/.test(letter) ? 2 : 1),
    0,
  );
}

/** `2026-08-03 10:00:00`, as the wall shows it; milliseconds only when there are any. */
function sayReading(at: Instant, zone: string): string {
  const { date, hour, minute, second, ms } = localParts(zone, at);
  const time = [hour, minute, second].map((part) => String(part).padStart(2, '0')).join(':');
  return `${date} ${time}${ms === 0 ? '' : `.${String(ms).padStart(3, '0')}`}`;
}

/** `4:12:00`, to the millisecond where there are any: lengths that sum exactly have to be shown exactly. */
function sayExactly(length: Ms): string {
  const [minutes, seconds] = [Math.floor((length % HOUR) / MINUTE), Math.floor((length % MINUTE) / SECOND)];
  const rest = [minutes, seconds].map((part) => String(part).padStart(2, '0')).join(':');
  const ms = length % SECOND;
  return `${Math.floor(length / HOUR)}:${rest}${ms === 0 ? '' : `.${String(ms).padStart(3, '0')}`}`;
}
