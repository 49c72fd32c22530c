import type { ClockKind, Terms } from '../contracts/terms.js';
import { MINUTE } from '../time/instant.js';
import type { Clock } from './clock.js';
import { calendars, termsWith } from './contract.fixture.js';
import { evaluateClocks } from './evaluate.js';
import type { Line } from './story.fixture.js';
import { opened, seoul, story } from './story.fixture.js';

/** What a row of a table says of a clock: instants as in stories, lengths in minutes of working time. */
export type Expected = Partial<Pick<Clock, 'state' | 'verdict'>> & {
  readonly due?: string | null;
  readonly used?: number;
  readonly metAt?: string | null;
  readonly breachedAt?: string | null;
  readonly target?: number;
};

export type Row = readonly [name: string, lines: readonly Line[], asOf: string, expected: Expected];

export function clockOf(
  lines: readonly Line[],
  asOf: string,
  kind: ClockKind,
  cycle = 1,
  terms: Terms | null = termsWith(),
): Clock | undefined {
  const clocks = evaluateClocks({ events: story(...lines), terms, calendarOf: calendars(), asOf: seoul(asOf) });
  return clocks.find((clock) => clock.kind === kind && clock.cycle === cycle);
}

const instant = (text: string | null): number | null => (text === null ? null : seoul(text));

export function check(clock: Clock | undefined, expected: Expected): void {
  const facts: Record<string, unknown> = {};
  const wanted: Record<string, unknown> = {};
  const compare = (name: string, is: unknown, should: unknown) => {
    facts[name] = is;
    wanted[name] = should;
  };
  if (expected.state !== undefined) compare('state', clock?.state, expected.state);
  if (expected.verdict !== undefined) compare('verdict', clock?.verdict, expected.verdict);
  if (expected.due !== undefined) compare('due', clock?.dueAt, instant(expected.due));
  if (expected.metAt !== undefined) compare('metAt', clock?.metAt, instant(expected.metAt));
  if (expected.breachedAt !== undefined) compare('breachedAt', clock?.breachedAt, instant(expected.breachedAt));
  if (expected.used !== undefined) compare('used', (clock?.usedMs ?? NaN) / MINUTE, expected.used);
  if (expected.target !== undefined) compare('target', (clock?.targetMs ?? NaN) / MINUTE, expected.target);
  expect(facts).toEqual(wanted);
}

export const atTen = opened('08-03 10:00');
