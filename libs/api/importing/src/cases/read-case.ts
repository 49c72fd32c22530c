import type { Instant, TicketType } from '@daylight/domain';
import {
  fill,
  placeholdersIn,
  type Choice,
  type Effect,
  type EventLogMapping,
  type Mapping,
  type TicketListMapping,
} from '../mapping/mapping.js';
import { readTime } from '../mapping/times.js';
import { isUnreadable } from '../reading/read-rows.js';
import { CaseRejected, type CaseProblem, type ImportedCase, type ReadCase, type SourceRow } from './case.js';
import { historyOf, type Entry, type HistoryContext } from './history.js';

const MAX_SUBJECT = 300;
const MOST_DESCRIPTION = 100_000;
const MOST_MESSAGE = 200_000;

function reject(row: SourceRow | null, kind: CaseProblem['kind'], column: string | null, detail: string): never {
  throw new CaseRejected({ line: row?.line ?? null, kind, column, detail });
}

const valueOf = (row: SourceRow, column: string): string => row.values[column] ?? '';

function instantIn(row: SourceRow, column: string, mapping: Mapping): Instant {
  const text = valueOf(row, column);
  const read = readTime(text, mapping.times.format, mapping.times.zone);
  if (read.kind === 'time') return read.at;
  return reject(row, read.kind === 'no-zone' ? 'NO_ZONE' : 'NOT_A_TIME', column, text);
}

function chosen<Value>(row: SourceRow, choice: Choice<Value>): Value {
  if ('value' in choice) return choice.value;
  const text = valueOf(row, choice.column);
  const value = Object.hasOwn(choice.map, text) ? choice.map[text] : choice.otherwise;
  return value ?? reject(row, 'UNKNOWN_VALUE', choice.column, text);
}

/** A service without a table is the code that stands in the column. */
function serviceOf(row: SourceRow, choice: Choice<string>): string {
  const plain = 'column' in choice && choice.otherwise === undefined && Object.keys(choice.map).length === 0;
  return plain ? valueOf(row, choice.column) : chosen(row, choice);
}

function matches(row: SourceRow, when: Readonly<Record<string, string | readonly string[]>>): boolean {
  return Object.entries(when).every(([column, wanted]) => {
    const value = valueOf(row, column);
    return typeof wanted === 'string' ? wanted === value : wanted.includes(value);
  });
}

function questionIn(effects: readonly Effect[], row: SourceRow): string | null {
  for (const effect of effects)
    if (typeof effect !== 'string' && effect.question !== undefined) return filled(effect.question, row, MOST_MESSAGE);
  return null;
}

function logEntries(rows: readonly SourceRow[], mapping: EventLogMapping): readonly Entry[] {
  const timed = rows.map((row) => ({ row, at: instantIn(row, mapping.at, mapping) }));
  timed.sort((a, b) => a.at - b.at || a.row.line - b.row.line);
  return timed.map(({ row, at }): Entry => {
    const effects = mapping.steps.find((step) => matches(row, step.when))?.is;
    if (effects === undefined && mapping.unmatched === 'REJECT') reject(row, 'UNMATCHED_ENTRY', null, '');
    return { line: row.line, at, effects: effects ?? ['NOTE'], question: questionIn(effects ?? [], row) };
  });
}

const LIST_EFFECTS = [
  ['firstResponseAt', 'FIRST_RESPONSE'],
  ['restoredAt', 'RESTORED'],
  ['resolvedAt', 'RESOLVED'],
  ['closedAt', 'CLOSED'],
  ['cancelledAt', 'CANCELLED'],
] as const;

function listEntries(row: SourceRow, mapping: TicketListMapping): readonly Entry[] {
  const openedAt = instantIn(row, mapping.columns.openedAt, mapping);
  const later = LIST_EFFECTS.flatMap(([field, effect]): readonly Entry[] => {
    const column = mapping.columns[field];
    if (column === undefined || valueOf(row, column).trim() === '') return [];
    const at = instantIn(row, column, mapping);
    if (at < openedAt) reject(row, 'OUT_OF_ORDER', column, valueOf(row, column));
    return [{ line: row.line, at, effects: [effect], question: null }];
  });
  return [{ line: row.line, at: openedAt, effects: ['NOTE'], question: null }, ...later.sort((a, b) => a.at - b.at)];
}

function entriesOf(rows: readonly SourceRow[], first: SourceRow, mapping: Mapping): readonly Entry[] {
  if (mapping.source === 'EVENT_LOG') return logEntries(rows, mapping);
  const [, second] = rows;
  if (second !== undefined) reject(second, 'OUT_OF_ORDER', mapping.case, valueOf(second, mapping.case));
  return listEntries(first, mapping);
}

function checkText(rows: readonly SourceRow[]): void {
  for (const row of rows) {
    for (const column in row.values) {
      const value = valueOf(row, column);
      if (isUnreadable(value) || !value.isWellFormed()) reject(row, 'UNREADABLE_TEXT', column, '');
    }
  }
}

/** A text put together from cells, no longer than the ticket can hold (ticket_description_length, ticket_message_length). */
function filled(template: string, row: SourceRow, most: number): string {
  const text = fill(template, row.values);
  return text.length <= most ? text : reject(row, 'TEXT_TOO_LONG', placeholdersIn(template)[0] ?? null, String(most));
}

/** Reads all rows of a case under a mapping: the ticket and its history, or the one problem that rejects it. Pure. */
export function readCase(
  caseKey: string,
  rows: readonly SourceRow[],
  mapping: Mapping,
  context: HistoryContext,
): ReadCase {
  const [first] = rows;
  if (first === undefined)
    return { kind: 'rejected', problem: { line: null, kind: 'WRONG_COLUMNS', column: mapping.case, detail: '' } };
  try {
    checkText(rows);
    const entries = entriesOf(rows, first, mapping);
    const { ticket } = mapping;
    const subject = fill(ticket.subject, first.values).trim() || caseKey;
    const type: TicketType = chosen(first, ticket.type);
    return {
      kind: 'read',
      case: {
        caseKey,
        subject: subject.slice(0, MAX_SUBJECT),
        description: filled(ticket.description, first, MOST_DESCRIPTION),
        type,
        serviceCode: serviceOf(first, ticket.service),
        impact: chosen(first, ticket.impact),
        urgency: chosen(first, ticket.urgency),
        assignee: ticket.assignee === undefined ? null : lastValue(rows, ticket.assignee.column),
        requester: ticket.requester === undefined ? null : valueOf(first, ticket.requester.column) || null,
        openedAt: entries[0]?.at ?? 0,
        entries: recordOf(rows, entries),
        events: historyOf(entries, context),
      },
    };
  } catch (error) {
    if (error instanceof CaseRejected) return { kind: 'rejected', problem: error.problem };
    throw error;
  }
}

function lastValue(rows: readonly SourceRow[], column: string): string | null {
  return rows.findLast((row) => valueOf(row, column) !== '')?.values[column] ?? null;
}

/** The rows as they were, each with the instant of its (first) entry. */
function recordOf(rows: readonly SourceRow[], entries: readonly Entry[]): ImportedCase['entries'] {
  const at = new Map(entries.toReversed().map((entry) => [entry.line, entry.at]));
  return rows.map((row) => ({ ...row, at: at.get(row.line) ?? 0 }));
}
