import type { Instant, Interval } from '../time/instant.js';
import type { Span } from '../time/spans.js';
import { clipSpans } from '../time/spans.js';
import type { ContactChannel, EscalationContact } from './contact.js';
import type { EscalationDirectory } from './directory.js';

/** Whether somebody is called because of a shift, which overrides own hours, or as a contact, which doesn't. */
export type Duty = 'ON_SHIFT' | 'AS_CONTACT';

/** Why a person who is known can't be called at an instant (D-ESC-1). */
export type UnreachableReason =
  | { readonly kind: 'NOT_YET_VALID'; readonly from: Instant }
  | { readonly kind: 'NO_LONGER_VALID'; readonly since: Instant }
  | { readonly kind: 'NO_CHANNEL' }
  | { readonly kind: 'ALL_CHANNELS_BOUNCED'; readonly since: Instant }
  | { readonly kind: 'UNKNOWN_CALENDAR'; readonly calendarId: string }
  /** `nextOpen` is null when the hours never come. */
  | { readonly kind: 'OUTSIDE_OWN_HOURS'; readonly nextOpen: Instant | null };

/** The channels that work at an instant, in the order in which they are tried. */
export function workingChannels(contact: EscalationContact, at: Instant): readonly ContactChannel[] {
  return contact.channels.filter(({ bouncedAt }) => bouncedAt === null || at < bouncedAt);
}

/** Why a contact can't be called at an instant; null: it can. The lasting reasons come before the passing one. */
export function unreachableBecause(
  contact: EscalationContact,
  at: Instant,
  duty: Duty,
  calendarOf: EscalationDirectory['calendarOf'],
): UnreachableReason | null {
  const { validFrom, validTo, channels } = contact;
  if (at < validFrom) return { kind: 'NOT_YET_VALID', from: validFrom };
  if (validTo !== null && at >= validTo) return { kind: 'NO_LONGER_VALID', since: validTo };
  if (channels.length === 0) return { kind: 'NO_CHANNEL' };
  if (at >= workingUntil(contact)) return { kind: 'ALL_CHANNELS_BOUNCED', since: workingUntil(contact) };
  return duty === 'ON_SHIFT' ? null : outsideHours(contact, at, calendarOf);
}

function outsideHours(
  { hoursCalendarId }: EscalationContact,
  at: Instant,
  calendarOf: EscalationDirectory['calendarOf'],
): UnreachableReason | null {
  if (hoursCalendarId === null) return null;
  const calendar = calendarOf(hoursCalendarId);
  if (calendar === null) return { kind: 'UNKNOWN_CALENDAR', calendarId: hoursCalendarId };
  return calendar.isOpen(at) ? null : { kind: 'OUTSIDE_OWN_HOURS', nextOpen: calendar.nextOpen(at) };
}

/** The stretches of a range in which `unreachableBecause` is null, by interval arithmetic. */
export function reachableSpans(
  contact: EscalationContact,
  range: Interval,
  duty: Duty,
  calendarOf: EscalationDirectory['calendarOf'],
): readonly Span[] {
  const from = Math.max(range.from, contact.validFrom);
  const to = Math.min(range.to, contact.validTo ?? Infinity, workingUntil(contact));
  if (!(from < to)) return [];
  if (duty === 'ON_SHIFT' || contact.hoursCalendarId === null) return [{ from, to }];
  return clipSpans(calendarOf(contact.hoursCalendarId)?.windows(from, to) ?? [], from, to);
}

/** When the last channel broke; -Infinity without any channel, Infinity while one works. */
function workingUntil({ channels }: EscalationContact): Instant {
  return channels.reduce((latest, { bouncedAt }) => Math.max(latest, bouncedAt ?? Infinity), -Infinity);
}
