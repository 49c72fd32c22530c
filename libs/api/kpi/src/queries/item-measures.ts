import {
  outcomeAt,
  ratingAt,
  waitAt,
  type Instant,
  type KpiKey,
  type KpiPeriod,
  type Language,
  type TicketFact,
} from '@daylight/domain';
import { implementationName, ratingText } from '@daylight/text';

/** What a figure measures of a ticket that has no clock in it, and when it happened. */
export interface Measured {
  readonly at: Instant;
  readonly seconds: number | null;
}

const PAUSED = /^PAUSED_/;
export const seconds = (ms: number) => Math.floor(ms / 1_000);

export function inside({ from, to }: KpiPeriod, at: Instant | null): at is Instant {
  return at !== null && at >= from && at < to;
}

/** The longest of the client's answers in the period. */
function answer({ clientReplies, openedAt }: TicketFact, period: KpiPeriod): Measured {
  const answers = clientReplies.filter(({ answeredAt }) => inside(period, answeredAt));
  const longest = answers.toSorted((a, b) => b.answeredAt - b.askedAt - (a.answeredAt - a.askedAt))[0];
  return {
    at: longest?.answeredAt ?? openedAt,
    seconds: longest === undefined ? null : seconds(longest.answeredAt - longest.askedAt),
  };
}

/** Figures about how a ticket ended are placed by its last resolution, moves by their own instant. */
const BY_RESOLUTION: readonly KpiKey[] = ['REOPEN_RATE', 'FIRST_CONTACT_RESOLUTION', 'CHANGE_SUCCESS'];

export function measureOf(key: KpiKey, ticket: TicketFact, period: KpiPeriod): Measured {
  const { openedAt, acknowledgedAt, restoredAt, earliestOpenedAt, moves } = ticket;
  if (key === 'RESTORE_TIME_P50' || key === 'RESTORE_TIME_P90') {
    return { at: restoredAt ?? openedAt, seconds: restoredAt === null ? null : seconds(restoredAt - earliestOpenedAt) };
  }
  if (key === 'CLIENT_REPLY_TIME_P50' || key === 'CLIENT_REPLY_TIME_P90') return answer(ticket, period);
  if (PAUSED.test(key)) {
    const since = waitAt(ticket, period.to)?.from;
    return { at: since ?? openedAt, seconds: since === undefined ? null : seconds(period.to - since) };
  }
  if (key === 'ACKNOWLEDGE_TIME_MEAN' && acknowledgedAt !== null)
    return { at: acknowledgedAt, seconds: seconds(acknowledgedAt - openedAt) };
  if (key === 'SATISFACTION') return { at: ratingAt(ticket, period)?.at ?? openedAt, seconds: null };
  if (key === 'SURVEY_RESPONSE') return { at: ticket.surveyedAt ?? openedAt, seconds: null };
  const kind = BY_RESOLUTION.includes(key) ? 'RESOLVED' : key;
  const move = moves.findLast((candidate) => candidate.kind === kind && inside(period, candidate.at));
  return { at: move?.at ?? openedAt, seconds: null };
}

/** What a figure reads of a ticket where that is no duration: how a change went, how it was rated. null: nothing. */
export function readingOf(key: KpiKey, ticket: TicketFact, period: KpiPeriod, language: Language): string | null {
  if (key === 'CHANGE_SUCCESS') {
    const outcome = outcomeAt(ticket, period);
    return outcome === null ? null : implementationName(outcome, language);
  }
  if (key !== 'SATISFACTION' && key !== 'SURVEY_RESPONSE') return null;
  const rating = ratingAt(ticket, period);
  return rating === null ? null : ratingText(rating.score, language);
}
