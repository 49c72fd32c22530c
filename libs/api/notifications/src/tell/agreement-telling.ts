import { BOTH, IN_APP, Tellings, type TicketEventFacts, type Telling } from './telling.js';

/** A ticket's people, those who decide for either side, and what was agreed, contested or owed. */
export interface AgreementFacts extends TicketEventFacts {
  /** Who acted; SYSTEM: time went by. */
  readonly actorSide: 'CLIENT' | 'PROVIDER' | 'SYSTEM';
  /** The client's coordinators and approvers. */
  readonly deciderIds: readonly string[];
  /** The client's approvers, who alone consent to another version for it. */
  readonly approverIds: readonly string[];
  readonly managerIds: readonly string[];
  /** Words of the event that its sentence is made of. */
  readonly words: Readonly<Record<string, string>>;
}

/** Whoever works on it; the team while nobody does. */
function workersOf({ assigneeId, teamMemberIds }: AgreementFacts): readonly string[] {
  return assigneeId === null ? teamMemberIds : [assigneeId];
}

function clientsOf({ requesterId, watcherIds }: AgreementFacts): readonly (string | null)[] {
  return [requesterId, ...watcherIds];
}

/** The other side has to answer: by mail those who may, in the application those whom it concerns. */
function proposed(facts: AgreementFacts): readonly Telling[] {
  const tellings = new Tellings('TICKET_PROPOSED', facts.actorId);
  const offer = facts.words['offer'];
  // Judging by another version binds the parties: an account manager or approver answers (D-CON-1).
  if (facts.actorSide === 'CLIENT' && offer === 'REBINDING')
    return tellings.add(facts.managerIds, BOTH).add(workersOf(facts), IN_APP).list;
  if (facts.actorSide === 'CLIENT') return tellings.add(workersOf(facts), BOTH).list;
  // A date is the requester's to agree to, a responsibility that of those who decide.
  const whoever = offer === 'REBINDING' ? facts.approverIds : facts.deciderIds;
  const answering = offer === 'DATE' ? [facts.requesterId] : whoever;
  return tellings.add(answering, BOTH).add(clientsOf(facts), IN_APP).list;
}

/** What the sides settled is news to the one that didn't act; to both when time did. */
function toTheOther(kind: Telling['kind'], facts: AgreementFacts): readonly Telling[] {
  const tellings = new Tellings(kind, facts.actorId);
  if (facts.actorSide !== 'PROVIDER') tellings.add(workersOf(facts), IN_APP);
  return facts.actorSide === 'CLIENT' ? tellings.list : tellings.add(clientsOf(facts), IN_APP).list;
}

/** An agreement on another version is told as what it does; the bare answer would say the same again. */
function answered(facts: AgreementFacts): readonly Telling[] {
  const { offer, answer } = facts.words;
  return offer === 'REBINDING' && answer === 'AGREED' ? [] : toTheOther('TICKET_ANSWERED', facts);
}

/** Verdicts both parties look at changed: whoever answers for either side knows, and those whose ticket it is. */
function rebound(facts: AgreementFacts): readonly Telling[] {
  const parties = [...workersOf(facts), ...facts.managerIds, ...facts.approverIds];
  return new Tellings('TICKET_REBOUND', facts.actorId).add([...parties, ...clientsOf(facts)], IN_APP).list;
}

/** Its clocks go on, so somebody has to work on it again. */
function unmerged(facts: AgreementFacts): readonly Telling[] {
  const tellings = new Tellings('TICKET_UNMERGED', facts.actorId);
  return tellings.add(workersOf(facts), BOTH).add(clientsOf(facts), IN_APP).list;
}

/** Both sides: the processor tells the controller, and either may owe the notice. */
function byLaw(kind: 'TICKET_NOTICE_WARNED' | 'TICKET_NOTICE_BREACHED', facts: AgreementFacts): readonly Telling[] {
  const people = [...workersOf(facts), ...facts.managerIds, ...facts.deciderIds];
  return new Tellings(kind, null).add(people, BOTH).add([facts.requesterId], IN_APP).list;
}

/** Who is told of what the sides agree on at a ticket, and of what law asks for; mail where somebody has to act. */
export function agreementTellingsFor(topic: string, facts: AgreementFacts): readonly Telling[] {
  switch (topic) {
    case 'ticket.proposed':
      return proposed(facts);
    case 'ticket.proposal-answered':
      return answered(facts);
    case 'ticket.rebound':
      return rebound(facts);
    case 'ticket.unmerged':
      return unmerged(facts);
    case 'ticket.date-set':
      return toTheOther('TICKET_DATE_SET', facts);
    case 'ticket.waiting-contested':
      return new Tellings('TICKET_WAITING_CONTESTED', facts.actorId).add([...workersOf(facts), ...facts.managerIds], {
        ...BOTH,
        staffOnly: true,
      }).list;
    case 'ticket.contest-settled':
      return toTheOther('TICKET_CONTEST_SETTLED', facts);
    case 'ticket.notice-given':
      return toTheOther('TICKET_NOTICE_GIVEN', facts);
    case 'notice.warned':
      return byLaw('TICKET_NOTICE_WARNED', facts);
    case 'notice.breached':
      return byLaw('TICKET_NOTICE_BREACHED', facts);
    case 'clock.due-moved':
      return toTheOther('CLOCK_DUE_MOVED', facts);
    default:
      return [];
  }
}

export const AGREEMENT_TOPICS = [
  ...(['ticket.proposed', 'ticket.proposal-answered', 'ticket.date-set'] as const),
  ...(['ticket.waiting-contested', 'ticket.contest-settled', 'ticket.notice-given'] as const),
  ...(['ticket.rebound', 'ticket.unmerged'] as const),
  ...(['notice.warned', 'notice.breached', 'clock.due-moved'] as const),
] as const;
