import type { Instant } from '../time/instant.js';
import { within, type KpiPeriod } from './figure.js';
import { recorded, recordedShare, type RecordedFigure } from './recorded.js';

/** One question to a client about a ticket, on a scale of 1 (bad) to 5 (good). */
export interface SurveyAnswer {
  readonly askedAt: Instant;
  readonly answer: { readonly at: Instant; readonly score: 1 | 2 | 3 | 4 | 5 } | null;
}

/** Satisfaction never stands without the share that answered. */
export interface Satisfaction {
  /** Share of answers with 4 or 5. */
  readonly satisfied: RecordedFigure;
  /** Mean score in hundredths: 425 is 4.25. */
  readonly meanScore: RecordedFigure;
  readonly responseRate: RecordedFigure;
}

/** Surveys that were asked in the period, with the answers that came before its end: later ones don't move it. */
export function satisfaction(surveys: readonly SurveyAnswer[], period: KpiPeriod): Satisfaction {
  const asked = surveys.filter(({ askedAt }) => within(period, askedAt));
  const scores = asked.flatMap(({ answer }) => (answer !== null && answer.at < period.to ? [answer.score] : []));
  const sum = scores.reduce((total, score) => total + score, 0);
  return {
    satisfied: recordedShare(scores, (score) => score >= 4),
    meanScore: recorded('COUNT', { numerator: 100 * sum, denominator: scores.length, n: scores.length }),
    responseRate: recorded('BASIS_POINTS', { numerator: scores.length, denominator: asked.length, n: asked.length }),
  };
}
