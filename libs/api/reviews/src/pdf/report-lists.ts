import { localParts, type ClockKind, type Language } from '@daylight/domain';
import {
  actionStateName,
  clockName,
  contractDateText,
  notListed,
  partyName,
  REPORT_WORDS,
  sayLength,
} from '@daylight/text';
import type { ReportInput } from './report-of.js';
import type { Table } from './report.js';

const two = (part: number) => String(part).padStart(2, '0');

/** `2026-03-02 10:30` on the wall of the report's zone: tables need one width. */
function wall(at: number, zone: string): string {
  const { year, month, day, hour, minute } = localParts(zone, at);
  return `${year}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}`;
}

function isClock(clock: string): clock is ClockKind {
  return ['FIRST_RESPONSE', 'NEXT_RESPONSE', 'UPDATE_CADENCE', 'RESTORE', 'RESOLUTION', 'AGREED_DATE'].includes(clock);
}

function words(language: Language) {
  return (key: keyof typeof REPORT_WORDS): string => REPORT_WORDS[key][language];
}

/** What was missed and why. Tickets that not everybody may see are counted in the note. */
export function missTable({ document, subjects }: ReportInput, note: string | null, language: Language): Table {
  const say = words(language);
  const { zone } = document.figures.period;
  const rows = document.generated.misses
    .filter(({ confidential }) => !confidential)
    .map((miss) => [
      { text: `${document.prefix}-${miss.number}\n${subjects.get(miss.ticketId) ?? ''}`.trim() },
      { text: miss.priority },
      { text: isClock(miss.clock) ? clockName(miss.clock, language) : miss.clock },
      { text: wall(miss.at, zone) },
      { text: miss.overSeconds === null ? say('stillOpen') : sayLength(miss.overSeconds * 1_000, language) },
      { text: miss.cause?.[language] || miss.cause?.[language === 'ko' ? 'en' : 'ko'] || '–' },
    ]);
  const columns = [
    ...[
      { title: say('ticket'), width: 27 },
      { title: say('priority'), width: 8 },
      { title: 'SLA', width: 12 },
    ],
    ...[
      { title: say('at'), width: 16 },
      { title: say('over'), width: 12 },
      { title: say('cause'), width: 25 },
    ],
  ];
  return { title: say('misses'), columns, rows, note: rows.length === 0 ? (note ?? say('noMisses')) : note };
}

export function outOfContractTable({ document, subjects }: ReportInput, language: Language): readonly Table[] {
  const say = words(language);
  const rows = document.generated.outOfContract
    .filter(({ confidential }) => !confidential)
    .map(({ ticketId, number, priority, openedAt }) => [
      { text: `${document.prefix}-${number}` },
      { text: subjects.get(ticketId) ?? '' },
      { text: priority },
      { text: wall(openedAt, document.figures.period.zone) },
    ]);
  const columns = [
    ...[
      { title: say('ticket'), width: 14 },
      { title: '', width: 58 },
      { title: say('priority'), width: 10 },
      { title: say('openedAt'), width: 18 },
    ],
  ];
  const hidden = document.generated.outOfContract.length - rows.length;
  const note = hidden === 0 ? null : notListed(hidden, language);
  return rows.length + hidden === 0 ? [] : [{ title: say('outOfContract'), columns, rows, note }];
}

export function contractTable({ document }: ReportInput, language: Language): readonly Table[] {
  const say = words(language);
  const rows = document.generated.contractDates.map(({ date, kind, contractTitle }) => [
    { text: date },
    { text: contractDateText(kind, language) },
    { text: contractTitle },
  ]);
  const columns = [
    { title: say('due'), width: 16 },
    { title: say('action'), width: 34 },
    { title: '', width: 50 },
  ];
  return rows.length === 0 ? [] : [{ title: say('contractDates'), columns, rows, note: null }];
}

export function actionTable({ document }: ReportInput, language: Language): Table {
  const say = words(language);
  const rows = document.actions.map(({ title, owner, dueDate, state, carriedFrom }) => {
    const name = title[language] === '' ? title[language === 'ko' ? 'en' : 'ko'] : title[language];
    const carried =
      carriedFrom === null ? '' : language === 'ko' ? ` (${carriedFrom} 이월)` : ` (carried over from ${carriedFrom})`;
    return [
      { text: `${name}${carried}` },
      { text: partyName(owner, language) },
      { text: dueDate ?? '–' },
      { text: actionStateName(state, language) },
    ];
  });
  const columns = [
    ...[
      { title: say('action'), width: 54 },
      { title: say('owner'), width: 18 },
      { title: say('due'), width: 15 },
      { title: say('state'), width: 13 },
    ],
  ];
  return { title: say('actions'), columns, rows, note: rows.length === 0 ? say('noActions') : null };
}
