import type { Read, ReadProblem } from '../json/read.js';
import type { WallInterval } from '../time/calendar.js';
import { WEEKDAYS } from '../time/calendar.js';
import type { Interval } from '../time/instant.js';
import { isZone } from '../time/zone.js';
import type { ChannelKind, EscalationContact } from './contact.js';
import type { OnCallLayer, OnCallSchedule, OnCallSwap } from './on-call.js';
import type { EscalationDelay, EscalationPolicy, EscalationTarget } from './policy.js';
import { targetKey } from './policy.js';
import { readContacts, readPolicy, readSchedule } from './read-escalation.js';

/** What is wrong with contacts, a schedule or a policy; `path` reads `layers[0].participants[1]`. */
export interface EscalationProblem {
  readonly path: string;
  readonly kind:
    ReadProblem['kind'] | 'UNKNOWN_ZONE' | 'UNKNOWN_REFERENCE' | 'ENDS_BEFORE_START' | 'EMPTY_INTERVAL' | 'SAME_PERSON';
  readonly detail: string;
}

/** Names that a document may refer to. */
export interface KnownNames {
  readonly personIds: ReadonlySet<string>;
  readonly contactIds: ReadonlySet<string>;
  readonly scheduleIds: ReadonlySet<string>;
  readonly teamIds: ReadonlySet<string>;
  readonly calendarIds: ReadonlySet<string>;
  readonly contractIds: ReadonlySet<string>;
}

type Parsed<K extends string, T> =
  | ({ readonly kind: 'valid' } & { readonly [key in K]: T })
  | { readonly kind: 'invalid'; readonly problems: readonly EscalationProblem[] };

export type ParsedContacts = Parsed<'contacts', readonly EscalationContact[]>;
export type ParsedSchedule = Parsed<'schedule', OnCallSchedule>;
export type ParsedPolicy = Parsed<'policy', EscalationPolicy>;

/** Reads a list of contacts strictly; all problems are listed with their places (D-ESC-1). */
export function parseContacts(value: unknown, known: Pick<KnownNames, 'calendarIds'>): ParsedContacts {
  const read = readWhole(readContacts, value, (contacts) =>
    contacts.flatMap((contact, index) => contactProblems(contact, `[${index}]`, known)),
  );
  return read.kind === 'valid' ? { kind: 'valid', contacts: read.value } : read;
}

/** Reads an on-call schedule strictly: a known zone, known people, turns of some length; problems with their places. */
export function parseSchedule(value: unknown, known: Pick<KnownNames, 'personIds'>): ParsedSchedule {
  const read = readWhole(readSchedule, value, (schedule) => scheduleProblems(schedule, known));
  return read.kind === 'valid' ? { kind: 'valid', schedule: read.value } : read;
}

/** Reads an escalation policy strictly: at least one step, no negative delay, known targets; problems with their places. */
export function parsePolicy(value: unknown, known: Omit<KnownNames, 'personIds'>): ParsedPolicy {
  const read = readWhole(readPolicy, value, (policy) => policyProblems(policy, known));
  return read.kind === 'valid' ? { kind: 'valid', policy: read.value } : read;
}

type ReadWhole<T> =
  | { readonly kind: 'valid'; readonly value: T }
  | { readonly kind: 'invalid'; readonly problems: readonly EscalationProblem[] };

/** What holds between parts is looked at only once the shape is right. */
function readWhole<T>(
  read: Read<T>,
  value: unknown,
  between: (value: T) => readonly EscalationProblem[],
): ReadWhole<T> {
  const shapeProblems: ReadProblem[] = [];
  const whole = read(value, { path: '', problems: shapeProblems });
  if (whole === undefined || shapeProblems.length > 0) return { kind: 'invalid', problems: shapeProblems };
  const problems = between(whole);
  return problems.length === 0 ? { kind: 'valid', value: whole } : { kind: 'invalid', problems };
}

const ADDRESS: Readonly<Record<ChannelKind, RegExp>> = {
  EMAIL: /^[^\s@]+@[^\s@]+$/,
  SMS: /^\+?[0-9][0-9 ()-]{3,}$/,
  VOICE: /^\+?[0-9][0-9 ()-]{3,}$/,
  MESSENGER: /^\S+$/,
  CHAT_WEBHOOK: /^https:\/\/\S+$/,
};

function contactProblems(
  { zone, hoursCalendarId, validFrom, validTo, channels }: EscalationContact,
  path: string,
  { calendarIds }: Pick<KnownNames, 'calendarIds'>,
): readonly EscalationProblem[] {
  const addresses = channels.flatMap(({ kind, address }, index): readonly EscalationProblem[] =>
    ADDRESS[kind].test(address)
      ? []
      : [{ path: `${path}.channels[${index}].address`, kind: 'BAD_FORMAT', detail: kind }],
  );
  const hours = hoursCalendarId === null ? [] : unknown(calendarIds, hoursCalendarId, `${path}.hoursCalendarId`);
  const range = { from: validFrom, to: validTo ?? Infinity };
  return [...unknownZone(zone, `${path}.zone`), ...addresses, ...hours, ...backwards(range, `${path}.validTo`)];
}

function scheduleProblems(
  { zone, layers, swaps, overrides }: OnCallSchedule,
  { personIds }: Pick<KnownNames, 'personIds'>,
): readonly EscalationProblem[] {
  return [
    ...unknownZone(zone, 'zone'),
    ...layers.flatMap((layer, index) => layerProblems(layer, `layers[${index}]`, personIds)),
    ...swaps.flatMap((swap, index) => swapProblems(swap, `swaps[${index}]`, personIds)),
    ...overrides.flatMap((override, index) => [
      ...unknown(personIds, override.personId, `overrides[${index}].personId`),
      ...backwards(override, `overrides[${index}].to`),
    ]),
  ];
}

function layerProblems(layer: OnCallLayer, path: string, personIds: ReadonlySet<string>): readonly EscalationProblem[] {
  const { participants, startDate, endDate, hours } = layer;
  const people = participants.flatMap((person, index) => unknown(personIds, person, `${path}.participants[${index}]`));
  const ends: readonly EscalationProblem[] =
    endDate === null || endDate > startDate
      ? []
      : [{ path: `${path}.endDate`, kind: 'ENDS_BEFORE_START', detail: endDate }];
  const days = WEEKDAYS.map((weekday) => [weekday, hours?.[weekday] ?? []] as const);
  const never = hours !== null && days.every(([, intervals]) => intervals.length === 0);
  const empty: readonly EscalationProblem[] = never ? [{ path: `${path}.hours`, kind: 'EMPTY', detail: 'hours' }] : [];
  const wrong = days.flatMap(([weekday, intervals]) => hourProblems(intervals, `${path}.hours.${weekday}`));
  return [...people, ...ends, ...empty, ...wrong];
}

/** As in service hours, only `00:00-00:00` says a whole day; any other start that is its own end is a slip of the hand. */
function hourProblems(intervals: readonly WallInterval[], path: string): readonly EscalationProblem[] {
  return intervals.flatMap(({ from, to }, index): readonly EscalationProblem[] =>
    from === to && from !== '00:00' ? [{ path: `${path}[${index}]`, kind: 'EMPTY_INTERVAL', detail: from }] : [],
  );
}

function swapProblems(
  { first, second }: OnCallSwap,
  path: string,
  personIds: ReadonlySet<string>,
): readonly EscalationProblem[] {
  const same: readonly EscalationProblem[] =
    first.personId === second.personId ? [{ path, kind: 'SAME_PERSON', detail: first.personId }] : [];
  return [
    ...unknown(personIds, first.personId, `${path}.first.personId`),
    ...unknown(personIds, second.personId, `${path}.second.personId`),
    ...same,
    ...backwards(first, `${path}.first.to`),
    ...backwards(second, `${path}.second.to`),
  ];
}

function policyProblems(policy: EscalationPolicy, known: Omit<KnownNames, 'personIds'>): readonly EscalationProblem[] {
  const { scope, steps, afterLastStep, fallback } = policy;
  return [
    ...scope.contractIds.flatMap((one, index) => unknown(known.contractIds, one, `scope.contractIds[${index}]`)),
    ...steps.flatMap(({ delay, targets }, index) => [
      ...delayProblems(delay, `steps[${index}].delay`, known),
      ...targetProblems(targets, `steps[${index}].targets`, known),
    ]),
    ...delayProblems(afterLastStep, 'afterLastStep', known),
    ...targetProblems(fallback, 'fallback', known),
  ];
}

function delayProblems(
  delay: EscalationDelay,
  path: string,
  { calendarIds }: Pick<KnownNames, 'calendarIds'>,
): readonly EscalationProblem[] {
  return delay.unit === 'WALL_MINUTES' ? [] : unknown(calendarIds, delay.calendarId, `${path}.calendarId`);
}

function targetProblems(
  targets: readonly EscalationTarget[],
  path: string,
  known: Omit<KnownNames, 'personIds'>,
): readonly EscalationProblem[] {
  const keys = targets.map(targetKey);
  return targets.flatMap((target, index): readonly EscalationProblem[] => {
    const at = `${path}[${index}]`;
    const key = targetKey(target);
    const twice: readonly EscalationProblem[] =
      keys.indexOf(key) < index ? [{ path: at, kind: 'DUPLICATE', detail: key }] : [];
    return [...twice, ...unknownTarget(target, at, known)];
  });
}

/** A role is no name to look up: coverage tells when nobody holds it (D-ESC-2). */
function unknownTarget(
  target: EscalationTarget,
  path: string,
  known: Omit<KnownNames, 'personIds'>,
): readonly EscalationProblem[] {
  if (target.kind === 'CONTACT') return unknown(known.contactIds, target.contactId, `${path}.contactId`);
  if (target.kind === 'SCHEDULE') return unknown(known.scheduleIds, target.scheduleId, `${path}.scheduleId`);
  return target.kind === 'TEAM' ? unknown(known.teamIds, target.teamId, `${path}.teamId`) : [];
}

function unknown(known: ReadonlySet<string>, name: string, path: string): readonly EscalationProblem[] {
  return known.has(name) ? [] : [{ path, kind: 'UNKNOWN_REFERENCE', detail: name }];
}

function unknownZone(zone: string, path: string): readonly EscalationProblem[] {
  return isZone(zone) ? [] : [{ path, kind: 'UNKNOWN_ZONE', detail: zone }];
}

function backwards({ from, to }: Interval, path: string): readonly EscalationProblem[] {
  return from < to ? [] : [{ path, kind: 'ENDS_BEFORE_START', detail: path }];
}
