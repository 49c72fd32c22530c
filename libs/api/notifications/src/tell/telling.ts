import type { NotificationKind } from '../kinds.js';

/** One person to be told one thing, before preferences and rights have had their say. */
export interface Telling {
  readonly personId: string;
  readonly kind: NotificationKind;
  readonly inApp: boolean;
  readonly mail: boolean;
  /** Holds what clients don't see; they are never told, whatever else is true of them. */
  readonly staffOnly: boolean;
}

/** A ticket with those it concerns, and who did what to it. */
export interface TicketEventFacts {
  readonly requesterId: string | null;
  readonly assigneeId: string | null;
  readonly teamMemberIds: readonly string[];
  readonly watcherIds: readonly string[];
  /** null: Daylight itself. */
  readonly actorId: string | null;
  readonly message: { readonly side: 'CLIENT' | 'PROVIDER' | 'SYSTEM'; readonly automatic: boolean } | null;
}

export type How = Pick<Telling, 'inApp' | 'mail'> & { readonly staffOnly?: boolean };
export const BOTH: How = { inApp: true, mail: true };
export const IN_APP: How = { inApp: true, mail: false };

/** Whom to tell one thing, each once. */
export class Tellings {
  private readonly byPerson = new Map<string, Telling>();

  constructor(
    private readonly kind: NotificationKind,
    private readonly actorId: string | null,
  ) {}

  /** Nobody is told of the own act; whoever comes twice keeps the first, so callers begin with those it matters to most. */
  add(people: readonly (string | null)[], how: How): this {
    for (const personId of people) {
      if (personId === null || personId === this.actorId || this.byPerson.has(personId)) continue;
      const { inApp, mail, staffOnly = false } = how;
      this.byPerson.set(personId, { personId, kind: this.kind, inApp, mail, staffOnly });
    }
    return this;
  }

  get list(): readonly Telling[] {
    return [...this.byPerson.values()];
  }
}

function opened(facts: TicketEventFacts): readonly Telling[] {
  const { requesterId, actorId, assigneeId, teamMemberIds } = facts;
  const others = new Tellings('TICKET_OPENED', actorId)
    .add([requesterId], BOTH)
    .add([assigneeId, ...teamMemberIds], IN_APP);
  // Whoever opens a ticket for oneself gets the receipt by mail: the confirmation on the screen is soon gone.
  const receipt = requesterId !== null && requesterId === actorId;
  if (!receipt) return others.list;
  return [{ personId: requesterId, kind: 'TICKET_OPENED', inApp: false, mail: true, staffOnly: false }, ...others.list];
}

function replied({ message, ...facts }: TicketEventFacts): readonly Telling[] {
  // Automatic words tell nobody: that is how mail loops begin.
  if (message === null || message.automatic || message.side === 'SYSTEM') return [];
  const tellings = new Tellings('TICKET_REPLIED', facts.actorId);
  const clientSide = [facts.requesterId, ...facts.watcherIds];
  if (message.side === 'PROVIDER') return tellings.add(clientSide, BOTH).add([facts.assigneeId], IN_APP).list;
  tellings.add([facts.assigneeId, ...clientSide], BOTH);
  return facts.assigneeId === null ? tellings.add(facts.teamMemberIds, IN_APP).list : tellings.list;
}

function clock(kind: 'CLOCK_WARNED' | 'CLOCK_BREACHED', facts: TicketEventFacts): readonly Telling[] {
  const tellings = new Tellings(kind, null).add([facts.assigneeId], { ...BOTH, staffOnly: true });
  if (facts.assigneeId !== null) return tellings.list;
  return tellings.add(facts.teamMemberIds, { ...IN_APP, staffOnly: true }).list;
}

/** Who is told what when something happens to a ticket. A topic that nobody is told about gives nothing. */
export function tellingsFor(topic: string, facts: TicketEventFacts): readonly Telling[] {
  switch (topic) {
    case 'ticket.opened':
      return opened(facts);
    case 'ticket.replied':
      return replied(facts);
    case 'ticket.noted':
      return new Tellings('TICKET_REPLIED', facts.actorId).add([facts.assigneeId, ...facts.watcherIds], {
        ...IN_APP,
        staffOnly: true,
      }).list;
    case 'ticket.assigned':
      return new Tellings('TICKET_ASSIGNED', facts.actorId).add([facts.assigneeId], { ...BOTH, staffOnly: true }).list;
    case 'ticket.resolved':
      return new Tellings('TICKET_RESOLVED', facts.actorId).add([facts.requesterId, ...facts.watcherIds], BOTH).list;
    case 'clock.warned':
      return clock('CLOCK_WARNED', facts);
    case 'clock.breached':
      return clock('CLOCK_BREACHED', facts);
    default:
      return [];
  }
}

/** Both parties to a contract or review, and who acted. */
export interface PartiesFacts {
  readonly actorId: string | null;
  /** The side that acted; null: unknown, so both are told. */
  readonly actorSide: 'CLIENT' | 'PROVIDER' | null;
  readonly approverIds: readonly string[];
  /** The client's people who read figures and contracts, approvers among them. */
  readonly readerIds: readonly string[];
  readonly managerIds: readonly string[];
}

const PARTY_KINDS: Readonly<Record<string, NotificationKind>> = {
  'contract.proposed': 'CONTRACT_PROPOSED',
  'contract.agreed': 'CONTRACT_AGREED',
  'contract.term-ahead': 'CONTRACT_TERM_AHEAD',
  'contract.term-reached': 'CONTRACT_TERM_REACHED',
  'review.published': 'REVIEW_PUBLISHED',
  'review.signed': 'REVIEW_SIGNED',
  'review.amended': 'REVIEW_AMENDED',
};

/** Who is told what about contracts and reviews: a proposal waits for the other side's signatories, the rest is for both. */
export function partyTellingsFor(topic: string, facts: PartiesFacts): readonly Telling[] {
  const kind = PARTY_KINDS[topic];
  if (kind === undefined) return [];
  const tellings = new Tellings(kind, facts.actorId);
  switch (kind) {
    case 'CONTRACT_PROPOSED':
      if (facts.actorSide !== 'CLIENT') tellings.add(facts.approverIds, BOTH);
      return facts.actorSide === 'PROVIDER' ? tellings.list : tellings.add(facts.managerIds, BOTH).list;
    case 'CONTRACT_TERM_AHEAD':
    case 'CONTRACT_TERM_REACHED':
      // Whoever could give notice or agree on something else; time has acted, not the one who agreed back then.
      return new Tellings(kind, null).add([...facts.approverIds, ...facts.managerIds], BOTH).list;
    case 'REVIEW_PUBLISHED':
      return tellings.add(facts.readerIds, BOTH).list;
    default:
      return tellings.add([...facts.readerIds, ...facts.managerIds], BOTH).list;
  }
}

export const TICKET_TOPICS = [
  'ticket.opened',
  'ticket.replied',
  'ticket.noted',
  'ticket.assigned',
  'ticket.resolved',
  'clock.warned',
  'clock.breached',
] as const;
export const PARTY_TOPICS = [
  ...(['contract.proposed', 'contract.agreed', 'contract.term-ahead', 'contract.term-reached'] as const),
  ...(['review.published', 'review.signed', 'review.amended'] as const),
] as const;
