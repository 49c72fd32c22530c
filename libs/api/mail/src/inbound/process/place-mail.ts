import { permissionsOf, type ClientRole } from '@daylight/domain';
import type { AutomaticKind } from '../read/automatic.js';

/** Why a mail waits for a person; nothing was changed. */
export type HoldReason =
  | 'UNKNOWN_SENDER'
  | 'THIRD_PARTY'
  | 'NOT_ON_TICKET'
  | 'SEVERAL_TENANTS'
  | 'STAFF_SENDER'
  | 'UNREADABLE'
  | 'TOO_LARGE'
  | 'REOPENED_TOO_OFTEN'
  | 'TOO_MANY'
  | 'REFUSED'
  | 'FAILED';

/** Why a mail has no effect. */
export type IgnoreReason = AutomaticKind | 'OWN_MAIL' | 'DUPLICATE';

/** Who sent it, by its address; null where nobody is known by it. */
export interface Sender {
  readonly personId: string;
  readonly side: 'CLIENT' | 'PROVIDER';
  readonly active: boolean;
  readonly memberships: readonly { readonly tenantId: string; readonly roles: readonly ClientRole[] }[];
}

/** The ticket that a signed address or a mail of ours leads to. */
export interface AnsweredTicket {
  readonly ticketId: string;
  readonly tenantId: string;
  readonly resolved: boolean;
  readonly confidential: boolean;
  /** Requester or watcher is who sent this. */
  readonly senderIsOnIt: boolean;
  /** How often mail has reopened it within a day. */
  readonly reopenedLately: number;
  /** Whether an automatic mail of this sender came into it within a day. */
  readonly automaticLately: boolean;
}

/** All that decides where a mail goes. */
export interface MailFacts {
  readonly automatic: AutomaticKind | null;
  /** Written by us: our address, or a message id of ours. */
  readonly own: boolean;
  readonly duplicate: boolean;
  /** A person has looked at it and let it through. */
  readonly released: boolean;
  /** The client of the mailbox, or the one that was named at the release; null: the sender says it. */
  readonly tenantId: string | null;
  readonly sender: Sender | null;
  readonly ticket: AnsweredTicket | null;
  /** The mail of ours that was answered, to its signed address, from the address it went to; null: none. */
  readonly repliedMailId: string | null;
  /** Whoever was called for help answers the call: taken from anybody, since we asked just them (domain.md section 6). */
  readonly byTheCalled: boolean;
  readonly openedLately: number;
}

export type ReplyAs = 'CLIENT' | 'THIRD_PARTY' | 'NOTE' | 'AUTOMATIC';

export type Placement =
  | { readonly kind: 'ignored'; readonly reason: IgnoreReason }
  | { readonly kind: 'held'; readonly reason: HoldReason }
  | { readonly kind: 'reply'; readonly ticket: AnsweredTicket; readonly as: ReplyAs; readonly personId: string | null }
  | { readonly kind: 'open'; readonly tenantId: string; readonly personId: string | null };

/** Within a day. A person reopens a ticket again and again only in a quarrel, a program in a loop. */
export const MOST_REOPENINGS = 3;
/** Within an hour, by one sender. */
export const MOST_OPENINGS = 20;

const held = (reason: HoldReason): Placement => ({ kind: 'held', reason });

/**
 * Where a mail goes (domain.md section 11). Nothing but a signed address or a mail of ours leads to a ticket; a sender must
 * belong to its client; automatic mail never opens, reopens or answers. What a person released has passed every limit.
 */
export function placeMail(facts: MailFacts): Placement {
  if (facts.duplicate) return { kind: 'ignored', reason: 'DUPLICATE' };
  if (facts.own) return { kind: 'ignored', reason: 'OWN_MAIL' };
  if (facts.automatic !== null && !facts.released) return placeAutomatic(facts, facts.automatic);
  return facts.ticket === null ? placeNew(facts) : placeReply(facts, facts.ticket);
}

const rolesAt = (sender: Sender, tenantId: string): readonly ClientRole[] | null =>
  sender.memberships.find((membership) => membership.tenantId === tenantId)?.roles ?? null;

/** A note that somebody is away is worth reading once. It moves nothing, and nobody is told of it. */
function placeAutomatic({ sender, ticket }: MailFacts, reason: AutomaticKind): Placement {
  const known = sender !== null && ticket !== null && sender.active && rolesAt(sender, ticket.tenantId) !== null;
  const readable = reason === 'AUTOMATIC_REPLY' && known && ticket.senderIsOnIt && !ticket.automaticLately;
  return readable ? { kind: 'reply', ticket, as: 'AUTOMATIC', personId: sender.personId } : { kind: 'ignored', reason };
}

function placeReply({ sender, released, byTheCalled }: MailFacts, ticket: AnsweredTicket): Placement {
  if (byTheCalled && !speaksForClient(sender, ticket)) {
    const personId = sender?.side === 'PROVIDER' && sender.active ? sender.personId : null;
    return { kind: 'reply', ticket, as: 'NOTE', personId };
  }
  const outsider = (reason: HoldReason): Placement =>
    released ? { kind: 'reply', ticket, as: 'THIRD_PARTY', personId: null } : held(reason);
  if (sender === null || !sender.active) return outsider('UNKNOWN_SENDER');
  const { personId } = sender;
  if (sender.side === 'PROVIDER') {
    return released ? { kind: 'reply', ticket, as: 'NOTE', personId } : held('STAFF_SENDER');
  }
  const roles = rolesAt(sender, ticket.tenantId);
  if (roles === null) return outsider('THIRD_PARTY');
  if (!released && !speaksForClient(sender, ticket)) return held('NOT_ON_TICKET');
  if (!released && ticket.resolved && ticket.reopenedLately >= MOST_REOPENINGS) return held('REOPENED_TOO_OFTEN');
  return { kind: 'reply', ticket, as: 'CLIENT', personId };
}

/** Whether the sender may write into the ticket as the client: anybody else's answer to a call is a note among staff. */
function speaksForClient(sender: Sender | null, ticket: AnsweredTicket): boolean {
  const roles = sender?.active === true ? rolesAt(sender, ticket.tenantId) : null;
  if (roles === null) return false;
  const permissions = permissionsOf(roles);
  const sees = ticket.senderIsOnIt || (permissions.has('ticket:read') && !ticket.confidential);
  return sees && permissions.has('ticket:reply');
}

function placeNew({ sender, released, tenantId, openedLately }: MailFacts): Placement {
  // A released mail of an outsider is opened for the client that was named, asked for by nobody of it.
  const outsider = (reason: HoldReason): Placement =>
    released && tenantId !== null ? { kind: 'open', tenantId, personId: null } : held(reason);
  if (sender === null || !sender.active) return outsider('UNKNOWN_SENDER');
  if (sender.side === 'PROVIDER') return outsider('STAFF_SENDER');
  const [only, ...others] = sender.memberships;
  if (tenantId === null && others.length > 0) return held('SEVERAL_TENANTS');
  const concerned = tenantId ?? only?.tenantId ?? null;
  const roles = concerned === null ? null : rolesAt(sender, concerned);
  if (concerned === null || roles === null)
    return outsider(sender.memberships.length === 0 ? 'UNKNOWN_SENDER' : 'THIRD_PARTY');
  if (!released && !permissionsOf(roles).has('ticket:open')) return held('NOT_ON_TICKET');
  if (!released && openedLately >= MOST_OPENINGS) return held('TOO_MANY');
  return { kind: 'open', tenantId: concerned, personId: sender.personId };
}
