import { isId, isStorable } from '@daylight/api-calendars';
import type { Tx } from '@daylight/api-database';
import { DAY, MINUTE } from '@daylight/domain';
import { staffAmong, tenantPeopleAmong } from '../queries/people.js';
import { ticketsExist } from '../queries/exists.js';
import type { InputFault } from './outcome.js';
import type { NewTicket } from './open-ticket.js';

export const SUBJECT_LENGTH = 300;
export const BODY_LENGTH = 50_000;
const OLDEST_CALL_DAYS = 30;

/** What is wrong with a text: nothing in it, or more than fits. */
export function textFault(path: string, text: string, longest: number): readonly InputFault[] {
  return text.trim() === '' ? [{ path, kind: 'REQUIRED' }] : lengthFault(path, text, longest);
}

/** The same for a text that may be empty. */
export function lengthFault(path: string, text: string, longest: number): readonly InputFault[] {
  if (text.length > longest) return [{ path, kind: 'TOO_LONG' }];
  return isStorable(text) ? [] : [{ path, kind: 'BAD_CHARACTER' }];
}

/** A call can't be taken down before it was made, nor a month afterwards. */
function callFault(tx: Tx, { channel, openedAt }: NewTicket): readonly InputFault[] {
  if (channel !== 'PHONE') return [];
  if (openedAt > tx.now + MINUTE) return [{ path: 'calledAt', kind: 'IN_FUTURE' }];
  return openedAt < tx.now - OLDEST_CALL_DAYS * DAY ? [{ path: 'calledAt', kind: 'TOO_LONG_AGO' }] : [];
}

async function peopleFaults(tx: Tx, { tenantId, requesterId, watcherIds }: NewTicket): Promise<readonly InputFault[]> {
  // Who asks for oneself is of the client already: the scope was minted for it.
  const asked = tx.scope.side === 'CLIENT' && requesterId === tx.scope.personId ? null : requesterId;
  const wanted = [...new Set([...watcherIds, ...(asked === null ? [] : [asked])])];
  if (wanted.length === 0) return [];
  const [members, staff] = await Promise.all([tenantPeopleAmong(tx, tenantId, wanted), staffAmong(tx, wanted)]);
  const strangers = watcherIds.filter((id) => !members.has(id) && !staff.has(id));
  const requester: readonly InputFault[] =
    asked === null || members.has(asked) ? [] : [{ path: 'requesterId', kind: 'UNKNOWN_PERSON' }];
  return strangers.length === 0 ? requester : [...requester, { path: 'watcherIds', kind: 'UNKNOWN_PERSON' }];
}

/** All that is wrong with a new ticket as asked for, but for its service and files. */
export async function openingFaults(tx: Tx, ticket: NewTicket): Promise<readonly InputFault[]> {
  const { subject, description, followsUpId, tenantId } = ticket;
  const people = await peopleFaults(tx, ticket);
  const known = followsUpId === null || (isId(followsUpId) && (await ticketsExist(tx, tenantId, [followsUpId])));
  return [
    ...textFault('subject', subject, SUBJECT_LENGTH),
    ...lengthFault('description', description, BODY_LENGTH),
    ...callFault(tx, ticket),
    ...people,
    ...(known ? [] : [{ path: 'followsUpId', kind: 'UNKNOWN_TICKET' } as const]),
  ];
}
