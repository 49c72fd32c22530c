import { inputRefused, isStorable, notFoundResult, textProblems, type InputProblem } from '@daylight/api-calendars';
import { recordAudit, statement, type Tx } from '@daylight/api-database';
import type { StaffScope } from '@daylight/api-platform';
import type { Language, LocalizedText } from '@daylight/domain';
import type { SectionKey } from '../document/document.js';
import { ONE_LANGUAGE } from '../messages.js';
import {
  changed,
  decide,
  isRefused,
  lockReview,
  refused,
  stale,
  touchReview,
  type ChangeReviewResult,
} from './locked-review.js';

const WRITE_SECTION = statement(
  'review-write-section',
  `update review set sections = sections || jsonb_build_object($3::text, $4::jsonb), version = version + 1 where provider_id = $1 and review_id = $2`,
);
const WRITE_CAUSES = statement(
  'review-write-causes',
  'update review set causes = $3 where provider_id = $1 and review_id = $2',
);
const SHARE = statement('review-share', 'update review set shared = $3 where provider_id = $1 and review_id = $2');
const MISSED = statement<{ ticket_id: string }>(
  'review-missed',
  `select ticket_id from ticket_clock where provider_id = $1 and tenant_id = $2 and ticket_id = $3 and kind = $4
     and coalesce(verdict, case when state = 'RUNNING' and due_at < $7 then 'MISSED' end) = 'MISSED'
     and coalesce(verdict_at, due_at) >= $5 and coalesce(verdict_at, due_at) < $6 limit 1`,
);

/** Texts of which one language may be empty; `optional`: both may. */
export function bothProblems(
  text: LocalizedText,
  at: { readonly path: string; readonly max: number; readonly language: Language; readonly optional?: boolean },
): readonly InputProblem[] {
  const { path, max, language, optional = false } = at;
  const empty = text.ko.trim() === '' && text.en.trim() === '';
  if (empty) return optional ? [] : [{ path, kind: 'EMPTY', message: ONE_LANGUAGE[language] }];
  return (['ko', 'en'] as const).flatMap((each) =>
    text[each] === '' ? [] : textProblems(text[each], { path: `${path}.${each}`, max, language }),
  );
}

export interface EditReviewInput {
  readonly reviewId: string;
  readonly expectedVersion: number;
  readonly section: SectionKey;
  readonly ko: string;
  readonly en: string;
}

/** Writes one part of the narrative. Who read an older version gets both shown instead (decision 15). */
export async function editReview(tx: Tx<StaffScope>, input: EditReviewInput): Promise<ChangeReviewResult> {
  const { reviewId, section, ko, en, expectedVersion } = input;
  const problems = bothProblems(
    { ko, en },
    { path: section, max: 20_000, language: tx.scope.language, optional: true },
  );
  if (problems.length > 0) return inputRefused(problems);
  const review = await lockReview(tx, reviewId);
  if (review === null) return notFoundResult('review');
  const decision = decide(tx, review, { kind: 'EDIT' });
  if (isRefused(decision)) return decision;
  if (review.row.version !== expectedVersion) return stale(tx, reviewId, expectedVersion);
  await tx.query(WRITE_SECTION, [tx.scope.providerId, reviewId, section, JSON.stringify({ ko, en })]);
  return changed(tx, reviewId);
}

export interface ExplainMissInput {
  readonly reviewId: string;
  readonly ticketId: string;
  readonly clock: string;
  readonly cause: LocalizedText;
}

/** Says why a clock was missed; empty texts take it back. */
export async function explainReviewMiss(tx: Tx<StaffScope>, input: ExplainMissInput): Promise<ChangeReviewResult> {
  const { reviewId, ticketId, clock, cause } = input;
  const problems = bothProblems(cause, { path: 'cause', max: 4_000, language: tx.scope.language, optional: true });
  if (problems.length > 0 || !isStorable(ticketId)) return inputRefused(problems);
  const review = await lockReview(tx, reviewId);
  if (review === null) return notFoundResult('review');
  const decision = decide(tx, review, { kind: 'EDIT' });
  if (isRefused(decision)) return decision;
  const { tenant_id: tenantId, period_from: from, period_to: to, causes } = review.row;
  const instants = [from, to, tx.now].map((at) => new Date(at));
  const missed = await tx.query(MISSED, [tx.scope.providerId, tenantId, ticketId, clock, ...instants]);
  if (missed.length === 0) return refused('UNKNOWN_MISS', tx);
  const others = causes.filter((said) => said.ticketId !== ticketId || said.clock !== clock);
  const empty = cause.ko.trim() === '' && cause.en.trim() === '';
  const next = empty ? others : [...others, { ticketId, clock, ...cause }];
  await tx.query(WRITE_CAUSES, [tx.scope.providerId, reviewId, JSON.stringify(next)]);
  await touchReview(tx, reviewId);
  return changed(tx, reviewId);
}

/** Shows a draft to the client, or takes it back from sight. */
export async function shareReview(
  tx: Tx<StaffScope>,
  input: { readonly reviewId: string; readonly shared: boolean },
): Promise<ChangeReviewResult> {
  const { reviewId, shared } = input;
  const review = await lockReview(tx, reviewId);
  if (review === null) return notFoundResult('review');
  const decision = decide(tx, review, { kind: 'EDIT' });
  if (isRefused(decision)) return decision;
  await tx.query(SHARE, [tx.scope.providerId, reviewId, shared]);
  await touchReview(tx, reviewId);
  const about = { objectType: 'review', objectId: reviewId, tenantId: review.row.tenant_id };
  await recordAudit(tx, { ...about, action: 'review.share', before: { shared: review.row.shared }, after: { shared } });
  return changed(tx, reviewId);
}
