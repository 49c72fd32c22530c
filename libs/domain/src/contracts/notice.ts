import type { Instant } from '../time/instant.js';
import { effectiveEnd, inForce, noticeDeadline, type DatedVersion } from './in-force.js';

/** What notice of one party brings (D-CON-2). */
export interface NoticeEffect {
  /** When the contract ends, exclusive. */
  readonly end: Instant;
  /** Until when notice is in time for the term that runs; null: there is no such instant, its days count from when it is given. */
  readonly noticeBy: Instant | null;
  /** False: too late for that term, so it renews once more. */
  readonly inTime: boolean;
}

/**
 * What notice given at an instant brings. Null: the version ends anyway, by its terms, an agreed end or notice that was given
 * before. Notice about terms that haven't begun counts from their first day.
 */
export function noticeEffect(version: DatedVersion, givenAt: Instant): NoticeEffect | null {
  if (effectiveEnd(version) !== null) return null;
  const noticeGivenAt = version.to === null ? Math.max(givenAt, version.from) : givenAt;
  const end = effectiveEnd({ ...version, noticeGivenAt });
  if (end === null) return null;
  const term = termAt(version, givenAt);
  if (version.renewal.atEnd !== 'RENEW' || term === null) return { end, noticeBy: null, inTime: true };
  const noticeBy = noticeDeadline(version, term);
  return { end, noticeBy, inTime: givenAt <= noticeBy };
}

/** End of the term that runs at an instant, the first one where none has begun. */
function termAt(version: DatedVersion, at: Instant): Instant | null {
  const answer = inForce([version], Math.max(at, version.from));
  return answer.kind === 'IN_TERM' || answer.kind === 'RENEWED' ? answer.termEnd : null;
}
