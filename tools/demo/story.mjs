// A ticket told act by act: each goes through the product's own decisions, so that no history is one that couldn't be.
import { newId } from '@daylight/api-platform';
import { decide, evaluateClocks, evolve, HOUR } from '@daylight/domain';

/** Thrown by an act that would lie after the present: the story stops there, as those of open tickets do. */
class NotYet extends Error {}

export class TicketStory {
  /** @param law what `bindAt` said; @param cast requester, agent, team; @param until the present */
  constructor({ tenantId, law, cast, words, until }) {
    Object.assign(this, { tenantId, law, cast, words, until, ticketId: newId(), log: [], messages: [], state: null });
    this.now = 0;
  }

  /** Acts at `at`, never before what went before; `side`: CLIENT, PROVIDER or SYSTEM. Throws when the product refuses. */
  act(side, at, command) {
    const now = Math.max(Math.round(at), this.now);
    if (now > this.until) throw new NotYet();
    const userId = { CLIENT: this.cast.requester, PROVIDER: this.cast.agent, SYSTEM: null }[side];
    const actor = { side, userId };
    const decision = decide(this.state, command, { terms: this.law.terms, now, actor });
    if (decision.kind === 'rejected') throw new Error(`the story was refused: ${JSON.stringify(decision.problem)}`);
    for (const body of decision.events) {
      const event = { ...body, seq: this.log.length + 1, at: now, actor };
      this.log.push(event);
      this.state = evolve(this.state, event);
    }
    this.now = now;
    return this;
  }

  open(at, { type, impact, urgency, confidential = false, channel = 'PORTAL', by = 'CLIENT', priority = null }) {
    const requesterId = by === 'SYSTEM' ? null : this.cast.requester;
    const about = { type, impact, urgency, priority, channel, confidential, requesterId, binding: this.law.binding };
    return this.act(by, at, { kind: 'OPEN', ...about });
  }

  say(side, at, body, { question = false, internal = false } = {}) {
    const messageId = newId();
    const visibility = internal ? 'INTERNAL' : 'PUBLIC';
    this.act(side, at, { kind: 'REPLY', messageId, visibility, automatic: false, question });
    this.messages.push({ messageId, body });
    return messageId;
  }

  assign(at, { agent = this.cast.agent, team = this.cast.team } = {}) {
    return this.act('PROVIDER', at, { kind: 'ASSIGN', assigneeId: agent, teamId: team });
  }

  askAndWait(at, question) {
    const questionMessageId = this.say('PROVIDER', at, question, { question: true });
    const wait = { status: 'WAITING_ON_CLIENT', reason: 'CLIENT_ANSWER', questionMessageId, caseNumber: null };
    return this.act('PROVIDER', this.now, { kind: 'WAIT', ...wait });
  }

  /** The instant at which `ratio` of the time left to a clock will have passed; `otherwise` later when nothing is promised. */
  within(kind, ratio, otherwise) {
    const { terms, calendarOf } = this.law;
    const clocks = evaluateClocks({ events: this.log, terms, calendarOf, asOf: this.now });
    const clock = clocks.findLast((one) => one.kind === kind && one.state === 'RUNNING' && one.dueAt !== null);
    if (clock === undefined) return this.workingTime(otherwise * ratio);
    const calendar = calendarOf(clock.calendarId);
    return calendar.add(this.now, Math.round(calendar.elapsed(this.now, clock.dueAt) * ratio)) ?? this.now + HOUR;
  }

  /** `ms` of the contract's service hours from now. */
  workingTime(ms) {
    const office = this.law.terms?.calendars[1]?.id;
    if (office === undefined) return this.now + ms;
    return this.law.calendarOf(office).add(this.now, Math.round(ms)) ?? this.now + ms;
  }

  /** What `writeTicketHistories` takes. */
  history() {
    const { subject, text } = this.words;
    const { serviceName, terms, calendarOf } = this.law;
    return {
      ...{ ticketId: this.ticketId, tenantId: this.tenantId, number: null, subject, description: text, serviceName },
      ...{ followsUpId: null, externalKey: null, importRunId: null, log: this.log, messages: this.messages },
      ...{ terms, calendarOf },
    };
  }
}

/** Tells a story as far as the present allows. */
export function tell(story, plot) {
  try {
    plot(story);
  } catch (error) {
    if (!(error instanceof NotYet)) throw error;
  }
  return story;
}
