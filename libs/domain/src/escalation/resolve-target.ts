import { unreachable } from '../unreachable.js';
import type { Instant } from '../time/instant.js';
import { DAY } from '../time/instant.js';
import type { ContactChannel, EscalationContact } from './contact.js';
import { contactsOf, recordsOf } from './directory.js';
import type { EscalationDirectory } from './directory.js';
import type { EscalationTarget } from './policy.js';
import type { Duty, UnreachableReason } from './reach.js';
import { unreachableBecause, workingChannels } from './reach.js';
import { onCall, shifts } from './shifts.js';

/** Why a target, or a person behind it, is passed over (D-ESC-1). */
export type SkipReason =
  | UnreachableReason
  | { readonly kind: 'UNKNOWN_CONTACT' | 'UNKNOWN_PERSON' | 'UNKNOWN_SCHEDULE' | 'UNKNOWN_TEAM' }
  /** `nextFrom`: when the next shift begins within a year; null: none does. */
  | { readonly kind: 'NOBODY_ON_SHIFT'; readonly nextFrom: Instant | null }
  | { readonly kind: 'NOBODY_IN_ROLE' | 'EMPTY_TEAM' | 'ALREADY_LISTED' };

/** Somebody to call, and why. */
export interface Callable {
  readonly target: EscalationTarget;
  readonly contact: EscalationContact;
  /** Working channels in the order in which they are tried; never empty. */
  readonly channels: readonly ContactChannel[];
}

/** Somebody who isn't called. */
export interface Skipped {
  readonly target: EscalationTarget;
  readonly contactId: string | null;
  readonly personId: string | null;
  readonly name: string | null;
  readonly reason: SkipReason;
}

export interface Resolved {
  readonly callable: readonly Callable[];
  readonly skipped: readonly Skipped[];
}

/** How far ahead the next shift is looked for. */
const SEARCH_AHEAD = 366 * DAY;

/** A target looked up for one client at one instant. */
interface Question {
  readonly directory: EscalationDirectory;
  readonly tenantId: string;
  readonly target: EscalationTarget;
  readonly at: Instant;
}

/** The people behind a target at an instant, in calling order, and everyone passed over with the reason. */
export function resolveTarget(
  directory: EscalationDirectory,
  tenantId: string,
  target: EscalationTarget,
  at: Instant,
): Resolved {
  const question = { directory, tenantId, target, at };
  switch (target.kind) {
    case 'CONTACT':
      return contacts(question, ({ id }) => id === target.contactId, 'UNKNOWN_CONTACT');
    case 'ROLE':
      return contacts(question, ({ side, role }) => side === target.side && role === target.role, 'NOBODY_IN_ROLE');
    case 'SCHEDULE':
      return schedule(question, target.scheduleId);
    case 'TEAM':
      return team(question, target.teamId);
    default:
      return unreachable(target);
  }
}

function contacts(
  question: Question,
  wanted: (contact: EscalationContact) => boolean,
  otherwise: 'UNKNOWN_CONTACT' | 'NOBODY_IN_ROLE',
): Resolved {
  const found = contactsOf(question.directory, question.tenantId).filter(wanted);
  if (found.length === 0) return nobody(question, { kind: otherwise });
  return together(found.map((contact) => one(question, contact, 'AS_CONTACT')));
}

function schedule(question: Question, scheduleId: string): Resolved {
  const { directory, at } = question;
  const found = directory.schedules.find(({ id }) => id === scheduleId);
  if (found === undefined) return nobody(question, { kind: 'UNKNOWN_SCHEDULE' });
  const duty = onCall(found, at);
  if (duty !== null) return person(question, duty.personId, 'ON_SHIFT');
  const [next] = shifts(found, at, at + SEARCH_AHEAD);
  return nobody(question, { kind: 'NOBODY_ON_SHIFT', nextFrom: next?.from ?? null });
}

function team(question: Question, teamId: string): Resolved {
  const found = question.directory.teams.find(({ id }) => id === teamId);
  if (found === undefined) return nobody(question, { kind: 'UNKNOWN_TEAM' });
  if (found.memberIds.length === 0) return nobody(question, { kind: 'EMPTY_TEAM' });
  return together(found.memberIds.map((personId) => person(question, personId, 'AS_CONTACT')));
}

/** The first of a person's records that can be called; when none can, the first one tells why. */
function person(question: Question, personId: string, duty: Duty): Resolved {
  const records = recordsOf(question.directory, question.tenantId, personId).map((record) =>
    one(question, record, duty),
  );
  const callable = records.find((record) => record.callable.length > 0);
  return callable ?? records[0] ?? nobody(question, { kind: 'UNKNOWN_PERSON' }, personId);
}

function one({ directory, target, at }: Question, contact: EscalationContact, duty: Duty): Resolved {
  const reason = unreachableBecause(contact, at, duty, directory.calendarOf);
  if (reason === null) {
    return { callable: [{ target, contact, channels: workingChannels(contact, at) }], skipped: [] };
  }
  const { id: contactId, personId, name } = contact;
  return { callable: [], skipped: [{ target, contactId, personId, name, reason }] };
}

function nobody({ target }: Question, reason: SkipReason, personId: string | null = null): Resolved {
  return { callable: [], skipped: [{ target, contactId: null, personId, name: null, reason }] };
}

function together(parts: readonly Resolved[]): Resolved {
  return {
    callable: parts.flatMap(({ callable }) => callable),
    skipped: parts.flatMap(({ skipped }) => skipped),
  };
}

/** Nobody is called twice at one time: a person who is listed already is passed over. */
export function withoutListed(resolved: Resolved, listed: Set<string>): Resolved {
  const callable: Callable[] = [];
  const twice: Skipped[] = [];
  for (const one of resolved.callable) {
    const { id: contactId, personId, name } = one.contact;
    if (listed.has(personId)) {
      twice.push({ target: one.target, contactId, personId, name, reason: { kind: 'ALREADY_LISTED' } });
    } else callable.push(one);
    listed.add(personId);
  }
  return { callable, skipped: [...resolved.skipped, ...twice] };
}
