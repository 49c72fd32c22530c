import fc from 'fast-check';
import type { TicketEvent, TicketEventBody } from '../ticketing/events.js';
import type { Instant } from '../time/instant.js';
import { DAY, MINUTE } from '../time/instant.js';
import type { Clock } from './clock.js';
import { calendars, target, targets, termsWith } from './contract.fixture.js';
import { evaluateClocks } from './evaluate.js';
import { does, opened, seoul, story } from './story.fixture.js';

// Random logs of one ticket, for properties: sensible or not, as imports may bring them.

export const terms = termsWith({ targets: [...targets, target('UPDATE_CADENCE', 'P2', 300)] });
export const calendarOf = calendars();
export const OPENING = seoul('08-13 16:00');
export const END = OPENING + 9 * DAY;

type Side = TicketEvent['actor']['side'];
export type Act = readonly [side: Side, body: TicketEventBody];

export const acts: readonly Act[] = [
  ['PROVIDER', does.reply('m1')],
  ['PROVIDER', does.question('q1')],
  ['PROVIDER', does.withdraw('m1')],
  ['CLIENT', does.reply('c1')],
  ['CLIENT', does.withdraw('c1')],
  ['PROVIDER', does.note()],
  ['PROVIDER', does.waitForClient()],
  ['PROVIDER', does.waitForVendor('C-1')],
  ['PROVIDER', does.schedule('08-19 11:00')],
  ['CLIENT', does.resume()],
  ['PROVIDER', does.restore()],
  ['PROVIDER', does.resolve()],
  ['CLIENT', does.reopen()],
  ['PROVIDER', does.prioritise('P2', 'P1')],
  ['PROVIDER', does.prioritise('P2', 'P3')],
  ['PROVIDER', does.prioritise('P3', 'P2', 'MISCLASSIFIED')],
  ['PROVIDER', does.moveTo('network', 'quick')],
  ['PROVIDER', does.absorb('08-13 09:00')],
  ['SYSTEM', does.close('STAFF')],
  ['CLIENT', does.setDate('08-18 12:00', 'REQUESTED')],
  ['PROVIDER', does.setDate('08-20 12:00', 'CONSENT_RECORDED')],
  ['PROVIDER', does.setDate('08-21 12:00', 'WITHOUT_CONSENT')],
];
/** Acts that name an event by its number: for logs that aren't numbered anew. */
const contests: readonly Act[] = [
  ['PROVIDER', does.waitForClient()],
  ['CLIENT', does.contest(3)],
  ['CLIENT', does.contest(5)],
  ['PROVIDER', does.settle(3, 'CONCEDED')],
  ['CLIENT', does.settle(5, 'WITHDRAWN')],
  ['PROVIDER', does.thanked('c1')],
];
export const endings: readonly Act[] = [
  ['PROVIDER', does.merge()],
  ['CLIENT', does.cancel()],
];

export const step = (choice: readonly Act[]) => fc.tuple(fc.integer({ min: 0, max: 900 }), fc.constantFrom(...choice));

/** Any log at all, sensible or not: the fold has to hold for imports too. */
export const anyLog = fc
  .tuple(fc.array(step(acts), { maxLength: 12 }), fc.option(step(endings)))
  .map(([steps, ending]) => logOf(ending === null ? steps : [...steps, ending]));

/** The same, with waiting that is contested and settled, and thank-yous put right. */
export const anyContestedLog = fc.array(fc.oneof(step(acts), step(contests)), { maxLength: 14 }).map(logOf);

export function logOf(steps: readonly (readonly [number, Act])[]): readonly TicketEvent[] {
  let at = OPENING;
  const log = [...story(opened('08-13 16:00'))];
  for (const [minutes, [side, body]] of steps) {
    at += minutes * MINUTE;
    log.push({ ...body, seq: log.length + 1, at, actor: { side, userId: null } });
  }
  return log;
}

export const anyInstant = fc
  .integer({ min: 0, max: (END - OPENING) / MINUTE })
  .map((minutes) => OPENING + minutes * MINUTE);
export const clocksAt = (events: readonly TicketEvent[], asOf: Instant) =>
  evaluateClocks({ events, terms, calendarOf, asOf });
export const same = (one: Clock) => (other: Clock) => one.kind === other.kind && one.cycle === other.cycle;
