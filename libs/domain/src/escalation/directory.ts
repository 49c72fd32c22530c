import type { LocalizedText } from '../text.js';
import type { CompiledCalendar } from '../time/calendar.js';
import type { EscalationContact } from './contact.js';
import type { OnCallSchedule } from './on-call.js';
import type { EscalationPolicy } from './policy.js';

/** A set of staff that on-call is routed to; in the order in which they are called. */
export interface EscalationTeam {
  readonly id: string;
  readonly name: LocalizedText;
  readonly memberIds: readonly string[];
}

/** Everything of one provider that decides who is called. */
export interface EscalationDirectory {
  readonly contacts: readonly EscalationContact[];
  readonly schedules: readonly OnCallSchedule[];
  readonly teams: readonly EscalationTeam[];
  readonly policies: readonly EscalationPolicy[];
  /** A calendar ready to answer; null: there is none of that id. */
  readonly calendarOf: (calendarId: string) => CompiledCalendar | null;
}

/** The contacts of a client's list and those for every client, in calling order; another client's are not there. */
export function contactsOf({ contacts }: EscalationDirectory, tenantId: string): readonly EscalationContact[] {
  return contacts
    .filter((contact) => contact.tenantId === null || contact.tenantId === tenantId)
    .sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
}

/** Records of one person of the provider: the client's own list first, then the general one. */
export function recordsOf(
  directory: EscalationDirectory,
  tenantId: string,
  personId: string,
): readonly EscalationContact[] {
  const records = contactsOf(directory, tenantId).filter(
    (contact) => contact.personId === personId && contact.side === 'PROVIDER',
  );
  const own = records.filter((contact) => contact.tenantId !== null);
  return [...own, ...records.filter((contact) => contact.tenantId === null)];
}
