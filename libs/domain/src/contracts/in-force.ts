import type { Instant } from '../time/instant.js';
import { laterOnTheWall } from '../time/later-on-the-wall.js';
import type { RenewalTerms } from './terms.js';

/** When a contract version holds, without what it says. For one service item of one client (D-CON-2). */
export interface DatedVersion {
  readonly versionId: string;
  readonly contractId: string;
  readonly from: Instant;
  /** End of the agreed term; null: none was agreed. */
  readonly to: Instant | null;
  /** Zone in which months and days of renewal and notice are counted: the terms' `reportingZone`. */
  readonly zone: string;
  readonly renewal: RenewalTerms;
  /** When a party gave notice; null: nobody did. */
  readonly noticeGivenAt: Instant | null;
  /** An end that both agreed on or that the contract was cut at; null: none. */
  readonly endedAt: Instant | null;
}

export type InForce =
  | { readonly kind: 'IN_TERM'; readonly version: DatedVersion; readonly termEnd: Instant | null }
  | { readonly kind: 'RENEWED'; readonly version: DatedVersion; readonly termEnd: Instant }
  | { readonly kind: 'HELD_OVER'; readonly version: DatedVersion; readonly since: Instant }
  | { readonly kind: 'NONE' };

/** The instant some days before another, at the same wall-clock reading in the zone. */
export function daysBefore(zone: string, at: Instant, days: number): Instant {
  return laterOnTheWall(zone, at, { days: -days });
}

/** End of the `n`-th term, the first being 0. Counted from the first end, so that the 31st doesn't drift to the 28th. */
export function termEnd(version: DatedVersion, to: Instant, n: number): Instant {
  // Parsed terms renew by a month at least; a document that slipped past must not make the search endless.
  const months = Math.max(1, version.renewal.renewMonths) * n;
  return n === 0 ? to : laterOnTheWall(version.zone, to, { months });
}

/** The first end of a term that satisfies a condition; terms lengthen without bound, so one always does. */
function firstTermEnd(version: DatedVersion, to: Instant, holds: (end: Instant) => boolean): Instant {
  let n = 0;
  while (!holds(termEnd(version, to, n))) n += 1;
  return termEnd(version, to, n);
}

/** The instant by which notice must be given to end a term at `end`. */
export function noticeDeadline(version: Pick<DatedVersion, 'zone' | 'renewal'>, end: Instant): Instant {
  return daysBefore(version.zone, end, version.renewal.noticeDays);
}

function endByNotice(version: DatedVersion, givenAt: Instant): Instant {
  const { to, zone, renewal } = version;
  const afterNotice = laterOnTheWall(zone, givenAt, { days: renewal.noticeDays });
  if (to === null) return afterNotice;
  if (renewal.atEnd === 'RENEW') return firstTermEnd(version, to, (end) => givenAt <= noticeDeadline(version, end));
  return Math.max(to, afterNotice);
}

function endByTerms(version: DatedVersion): Instant | null {
  const { to, renewal, noticeGivenAt } = version;
  if (to !== null && renewal.atEnd === 'END') return to;
  return noticeGivenAt === null ? null : endByNotice(version, noticeGivenAt);
}

/**
 * When a version stops holding, as far as is known: an agreed end, the end of a term under notice, or the end of a
 * term that doesn't go on; null while it renews or holds over (nothing lapses silently at midnight, D-CON-2).
 * A successor's beginning is not in here: {@link inForce} looks at it.
 */
export function effectiveEnd(version: DatedVersion): Instant | null {
  const byTerms = endByTerms(version);
  if (version.endedAt === null) return byTerms;
  return byTerms === null ? version.endedAt : Math.min(version.endedAt, byTerms);
}

function holdsAt(version: DatedVersion, at: Instant): boolean {
  const end = effectiveEnd(version);
  return version.from <= at && (end === null || at < end);
}

/**
 * Which version holds at an instant, and why still. `versions` are the agreed ones of one (client, service item). A
 * later version takes over at its `from`, also from one that renews or holds over.
 */
export function inForce(versions: readonly DatedVersion[], at: Instant): InForce {
  const begun = versions.filter((version) => version.from <= at);
  const latest = begun.reduce<DatedVersion | null>(
    (last, version) => (last && last.from >= version.from ? last : version),
    null,
  );
  if (latest === null || !holdsAt(latest, at)) return { kind: 'NONE' };
  if (latest.to === null || at < latest.to) return { kind: 'IN_TERM', version: latest, termEnd: latest.to };
  if (latest.renewal.atEnd !== 'RENEW') return { kind: 'HELD_OVER', version: latest, since: latest.to };
  return { kind: 'RENEWED', version: latest, termEnd: firstTermEnd(latest, latest.to, (end) => at < end) };
}

/** The version that a ticket opened at `at` is bound to; null: out of contract (D-CON-1, D-CON-2). */
export function versionInForce(versions: readonly DatedVersion[], at: Instant): DatedVersion | null {
  const answer = inForce(versions, at);
  return answer.kind === 'NONE' ? null : answer.version;
}

/** A half-open range `[from, to)`; `to` null: without end. */
export interface DatedRange {
  readonly id: string;
  readonly from: Instant;
  readonly to: Instant | null;
}

/** Pairs of ranges that share an instant, each pair once, the earlier first (D-CON-2: there must be none). */
export function overlaps(ranges: readonly DatedRange[]): readonly (readonly [string, string])[] {
  const solid = ranges.filter(({ from, to }) => to === null || from < to);
  const ordered = [...solid].sort((a, b) => a.from - b.from);
  return ordered.flatMap((range, index) =>
    ordered
      .slice(index + 1)
      .filter((later) => range.to === null || later.from < range.to)
      .map((later): readonly [string, string] => [range.id, later.id]),
  );
}
