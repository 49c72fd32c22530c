import { PRIORITIES, TICKET_TYPES } from '../contracts/terms.js';
import type { Place, Read } from '../json/read.js';
import { integer, list, nullable, oneOf, partial, record, text, variant } from '../json/read.js';
import type { Language, LocalizedText } from '../text.js';
import type { WallInterval } from '../time/calendar.js';
import { WEEKDAYS } from '../time/calendar.js';
import { dayOf } from '../time/date.js';
import type { Instant } from '../time/instant.js';
import { parseIso } from '../time/iso.js';
import type { ContactChannel, EscalationContact } from './contact.js';
import { CHANNEL_KINDS, CONTACT_SIDES } from './contact.js';
import type {
  OnCallHours,
  OnCallLayer,
  OnCallOverride,
  OnCallSchedule,
  OnCallSwap,
  OnCallTurn,
  Rotation,
} from './on-call.js';
import type { EscalationDelay, EscalationPolicy, EscalationStep, EscalationTarget, PolicyScope } from './policy.js';

// The shape of contacts, schedules and policies as JSON, read strictly. Instants are ISO 8601 with an offset. What holds
// between parts, and whether names are known, is parse.ts.

const identity = (value: string) => value;
const id: Read<string> = text({ max: 100, format: /^[A-Za-z0-9][A-Za-z0-9._:-]*$/ });
const word: Read<string> = text({ max: 200 });
const name: Read<LocalizedText> = record({ ko: word, en: word });
const iso = text({ max: 40 });
const dateText = text({ max: 10, format: /^\d{4}-\d{2}-\d{2}$/ });
const startTime = text({ max: 5, format: /^([01]\d|2[0-3]):[0-5]\d$/ });
const endTime = text({ max: 5, format: /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/ });

function badFormat(at: Place, detail: string): undefined {
  at.problems.push({ path: at.path, kind: 'BAD_FORMAT', detail });
  return undefined;
}

const instant: Read<Instant> = (value, at) => {
  const written = iso(value, at);
  return written === undefined ? undefined : (parseIso(written) ?? badFormat(at, 'instant with offset'));
};

const date: Read<string> = (value, at) => {
  const written = dateText(value, at);
  return written === undefined || dayOf(written) !== null ? written : badFormat(at, 'date');
};

const channel: Read<ContactChannel> = record({
  id,
  kind: oneOf(...CHANNEL_KINDS),
  address: text({ max: 2_000 }),
  bouncedAt: nullable(instant),
});

const contact: Read<EscalationContact> = record({
  id,
  tenantId: nullable(id),
  personId: id,
  name: word,
  side: oneOf(...CONTACT_SIDES),
  order: integer(0, 10_000),
  role: word,
  channels: list(channel, { min: 1, max: 20, unique: (item) => item.id }),
  languages: list(oneOf<Language>('ko', 'en'), { min: 1, unique: identity }),
  zone: word,
  hoursCalendarId: nullable(id),
  validFrom: instant,
  validTo: nullable(instant),
  lastVerifiedAt: nullable(instant),
});

export const readContacts: Read<readonly EscalationContact[]> = list(contact, { unique: (item) => item.id });

const rotation: Read<Rotation> = variant<Rotation>('kind', {
  DAILY: record({ kind: oneOf('DAILY'), handOver: startTime }),
  WEEKLY: record({ kind: oneOf('WEEKLY'), weekday: oneOf(...WEEKDAYS), handOver: startTime }),
  EVERY_N_DAYS: record({ kind: oneOf('EVERY_N_DAYS'), days: integer(1, 366), handOver: startTime }),
});

const intervals = list<WallInterval>(record({ from: startTime, to: endTime }), { max: 24 });
const hours: Read<OnCallHours> = partial<OnCallHours>({
  ...{ mon: intervals, tue: intervals, wed: intervals, thu: intervals, fri: intervals },
  ...{ sat: intervals, sun: intervals },
});

const layer: Read<OnCallLayer> = record({
  id,
  name,
  rotation,
  participants: list(id, { min: 1, max: 200 }),
  startDate: date,
  endDate: nullable(date),
  hours: nullable(hours),
});

const turn: Read<OnCallTurn> = record({ personId: id, from: instant, to: instant });
const override: Read<OnCallOverride> = record({ id, personId: id, from: instant, to: instant });
const swap: Read<OnCallSwap> = record({ id, first: turn, second: turn });

export const readSchedule: Read<OnCallSchedule> = record({
  id,
  name,
  zone: word,
  layers: list(layer, { min: 1, max: 50, unique: (item) => item.id }),
  swaps: list(swap, { max: 1_000, unique: (item) => item.id }),
  overrides: list(override, { max: 1_000, unique: (item) => item.id }),
});

/** At most a week: a longer wait is a slip of the pen, not an escalation. */
const MAX_DELAY = 10_080;

function delayFrom(least: number): Read<EscalationDelay> {
  const minutes = integer(least, MAX_DELAY);
  return variant<EscalationDelay>('unit', {
    WALL_MINUTES: record({ unit: oneOf('WALL_MINUTES'), minutes }),
    CALENDAR_MINUTES: record({ unit: oneOf('CALENDAR_MINUTES'), minutes, calendarId: id }),
  });
}

const target: Read<EscalationTarget> = variant<EscalationTarget>('kind', {
  CONTACT: record({ kind: oneOf('CONTACT'), contactId: id }),
  ROLE: record({ kind: oneOf('ROLE'), side: oneOf(...CONTACT_SIDES), role: word }),
  SCHEDULE: record({ kind: oneOf('SCHEDULE'), scheduleId: id }),
  TEAM: record({ kind: oneOf('TEAM'), teamId: id }),
});
const targets = list(target, { min: 1, max: 50 });

const step: Read<EscalationStep> = record({ id, delay: delayFrom(0), targets });

const scope: Read<PolicyScope> = record({
  contractIds: list(id, { max: 1_000, unique: identity }),
  priorities: list(oneOf(...PRIORITIES), { unique: identity }),
  types: list(oneOf(...TICKET_TYPES), { unique: identity }),
});

export const readPolicy: Read<EscalationPolicy> = record({
  id,
  name,
  scope,
  steps: list(step, { min: 1, max: 50, unique: (item) => item.id }),
  repeats: integer(0, 20),
  // Rounds without any time between them would call everybody at once.
  afterLastStep: delayFrom(1),
  fallback: targets,
});
