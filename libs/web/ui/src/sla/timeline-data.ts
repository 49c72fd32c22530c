/** The account of one clock, as the API gives it: `ClockExplanation` of libs/domain with ISO instants (D-SLA-9). */
export type TimelineCause =
  | { readonly kind: 'RUNNING' | 'OUTSIDE_HOURS' | 'RESOLVED' | 'OVERDUE' }
  | { readonly kind: 'HOLIDAY'; readonly date: string; readonly name: LocalText }
  | { readonly kind: 'WAITING'; readonly name: LocalText; readonly byName?: string | null };

/** A text in both languages, or already in the reader's. */
export type LocalText = string | { readonly ko: string; readonly en: string };

export interface TimelineSegment {
  readonly from: string;
  readonly to: string;
  readonly cause: TimelineCause;
  readonly countedMs: number;
}

export type TimelineMark =
  | {
      readonly kind:
        | 'STARTED'
        | 'MET'
        | 'BREACHED'
        | 'REOPENED'
        | 'CANCELLED'
        | 'DATE_SET'
        | 'WAITING_CONCEDED'
        | 'REBOUND'
        | 'UNMERGED';
      readonly at: string;
    }
  | { readonly kind: 'TARGET_CHANGED'; readonly at: string; readonly from: string; readonly to: string };

export const localText = (text: LocalText, language: 'ko' | 'en'): string =>
  typeof text === 'string' ? text : text[language];

export const lengthOf = (segment: TimelineSegment): number => Date.parse(segment.to) - Date.parse(segment.from);

/** Time that counted: the sum over all segments, equal to the clock's `usedMs` by D-SLA-9. */
export const countedTotal = (segments: readonly TimelineSegment[]): number =>
  segments.reduce((sum, segment) => sum + segment.countedMs, 0);

/** Length per kind, in the order in which they first appear: the legend. */
export function totals(
  segments: readonly TimelineSegment[],
): readonly { readonly kind: TimelineCause['kind']; readonly ms: number }[] {
  const sums = new Map<TimelineCause['kind'], number>();
  for (const segment of segments) sums.set(segment.cause.kind, (sums.get(segment.cause.kind) ?? 0) + lengthOf(segment));
  return [...sums].map(([kind, ms]) => ({ kind, ms }));
}
