import { CHECK_WITH_COUNSEL, sayStatutoryClock } from '@daylight/text';
import {
  deemedAt,
  waitingName,
  type DeemingLaw,
  type Instant,
  type Language,
  type LocalizedText,
  type Proposal,
  type Side,
  type Terms,
  type TicketState,
} from '@daylight/domain';
import { sayAgreement } from '../text/agreement-sentences.js';
import { noticesOf } from '../timers/statutory.js';

interface Reader extends DeemingLaw {
  readonly language: Language;
  readonly zone: string;
  readonly side: Side;
  readonly now: Instant;
}

/** `TicketProposal` of the schema. */
export function proposalView(proposal: Proposal, reader: Reader) {
  const { proposalId, offer, side, at } = proposal;
  const event = { kind: 'PROPOSED', v: 1, proposalId, offer, reasonTextId: null } as const;
  const said = sayAgreement({ ...event, seq: 0, at, actor: { side, userId: null } }, reader.zone);
  return {
    ...{ id: proposalId, kind: offer.kind, side, at, sentence: said[reader.language] },
    dueAt: offer.kind === 'DATE' ? offer.dueAt : null,
    deemedAt: deemedAt(proposal, reader),
    ...{ mayAgree: side !== reader.side, mayWithdraw: side === reader.side },
  };
}

function noticeViews(state: TicketState, { terms, now, language, zone }: Reader) {
  return noticesOf(state, terms, now).map(({ clock, duty, template }) => ({
    ...{ templateId: clock.templateId, dutyId: clock.dutyId, state: clock.state, law: template.name, name: duty.name },
    ...{ source: duty.source, startedAt: clock.startedAt, dueAt: clock.dueAt, metAt: clock.metAt },
    ...{ breachedAt: clock.breachedAt, sentence: sayStatutoryClock(clock, duty, zone, language) },
    counsel: CHECK_WITH_COUNSEL[language],
  }));
}

/** What the sides agreed, contest and owe; fields of `Ticket` of the schema. */
export function agreementViews(state: TicketState, reader: Reader) {
  const { terms } = reader;
  return {
    agreedDate: state.agreedDate,
    proposals: state.proposals.map((proposal) => proposalView(proposal, reader)),
    waits: state.waits.map(({ seq, reason, from, to, contest }) => ({
      ...{ seq, reason: waitingName(reason, terms), from, to, contest },
    })),
    statutoryNotices: noticeViews(state, reader),
    personalDataSince: state.security.leakAwareAt,
    reopenedByMessageId: state.status === 'OPEN' ? (state.reopening?.messageId ?? null) : null,
    clientActivities: clientActivities(terms),
  };
}

/** What the client is accountable for by the matrix of the terms (D-SLA-8). */
export function clientActivities(terms: Terms | null): readonly LocalizedText[] {
  const rows = terms?.responsibilities ?? [];
  return rows.flatMap(({ accountable, activity }) => (accountable === 'CLIENT' ? [activity] : []));
}

/** Of a ticket whose log nobody asked for. */
export const NO_AGREEMENTS = {
  ...{ agreedDate: null, proposals: [], waits: [], statutoryNotices: [], personalDataSince: null },
  ...{ reopenedByMessageId: null, clientActivities: [] },
};
