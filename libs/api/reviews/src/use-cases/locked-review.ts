import { isId, notFoundResult, type InputRefused, type NotFound } from '@daylight/api-calendars';
import { statement, timestamp, type Tx } from '@daylight/api-database';
import type { PersonScope } from '@daylight/api-platform';
import { decideReview, type ContractParty, type Instant, type ReviewCommand, type ReviewState } from '@daylight/domain';
import { REVIEW_COLUMNS, type StoredReview } from '../model/review.row.js';
import { problemText } from '../messages.js';
import { reviewView, type ReviewView } from '../queries/review-view.js';

const LOCK = statement<StoredReview>(
  'review-lock',
  `select ${REVIEW_COLUMNS} from review r join tenant t on t.provider_id = r.provider_id and t.tenant_id = r.tenant_id
   where r.provider_id = $1 and r.review_id = $2 for no key update of r`,
);
// After the lock: a snapshot taken before it could miss the signature that it waited for.
const SIGNATURES = statement<{ party: ContractParty; person_id: string; at: Instant; digest: string }>(
  'review-lock-signatures',
  'select party, person_id, at, digest from review_signature where provider_id = $1 and review_id = $2 order by at, party',
);
const TOUCH = statement(
  'review-touch',
  `update review set version = version + 1, state = coalesce($3, state), signed_at = coalesce($4, signed_at)
   where provider_id = $1 and review_id = $2`,
);

export interface ReviewChanged {
  readonly __typename: 'ReviewChanged';
  readonly review: ReviewView;
}
export interface ReviewRefused {
  readonly __typename: 'ReviewRefused';
  readonly kind: string;
  readonly message: string;
}
export interface StaleReview {
  readonly __typename: 'StaleReview';
  readonly yourVersion: number;
  readonly current: ReviewView;
}
export type ChangeReviewResult = ReviewChanged | ReviewRefused | StaleReview | InputRefused | NotFound;

/** A review locked for a change, with the state that the rules look at. */
export interface LockedReview {
  readonly row: StoredReview;
  readonly state: ReviewState;
}

/** Locks a review; null when there is none in the caller's sight. */
export async function lockReview(tx: Tx, reviewId: string): Promise<LockedReview | null> {
  if (!isId(reviewId)) return null;
  const values = [tx.scope.providerId, reviewId];
  const [[row], signed] = await Promise.all([tx.query(LOCK, values), tx.query(SIGNATURES, values)]);
  if (row === undefined) return null;
  const signatures = signed.map(({ party, person_id: userId, at, digest }) => ({ party, userId, at, digest }));
  const { state: status, published_at: publishedAt, digest } = row;
  return { row, state: { status, publishedAt, digest, signatures, addenda: [] } };
}

export function partyOf({ scope }: Tx<PersonScope>): ContractParty {
  return scope.side === 'CLIENT' ? 'CLIENT' : 'PROVIDER';
}

/** What the outbox says of a review: which, of what period, and who acted. */
export function reviewIds(
  { scope }: Tx<PersonScope>,
  { review_id: reviewId, period_key: period }: StoredReview,
): Readonly<Record<string, string>> {
  return { reviewId, period, personId: scope.personId };
}

/** Asks the rules; an accepted command gives the state to write. */
export function decide(
  tx: Tx<PersonScope>,
  { row, state }: LockedReview,
  command: ReviewCommand,
): ReviewState | ReviewRefused {
  const context = { now: tx.now, party: partyOf(tx), userId: tx.scope.personId, periodEnd: row.period_to };
  const decision = decideReview(state, command, context);
  return decision.kind === 'accepted' ? decision.state : refused(decision.problem.kind, tx);
}

export function refused(kind: Parameters<typeof problemText>[0], tx: Tx<PersonScope>): ReviewRefused {
  return { __typename: 'ReviewRefused', kind, message: problemText(kind, tx.scope.language) };
}

export function isRefused(decision: ReviewState | ReviewRefused): decision is ReviewRefused {
  return '__typename' in decision;
}

/** Counts the change, and moves the status where it moved. */
export async function touchReview(
  tx: Tx,
  reviewId: string,
  moved: { readonly state?: string; readonly signedAt?: Instant } = {},
): Promise<void> {
  await tx.query(TOUCH, [tx.scope.providerId, reviewId, moved.state ?? null, timestamp(moved.signedAt ?? null)]);
}

/** The review as it stands now, read in the same transaction (decision 14). */
export async function changed(tx: Tx<PersonScope>, reviewId: string): Promise<ReviewChanged | NotFound> {
  const review = await reviewView(tx, reviewId);
  return review === null ? notFoundResult('review') : { __typename: 'ReviewChanged', review };
}

/** Somebody else was first: both versions are shown (decision 15). */
export async function stale(
  tx: Tx<PersonScope>,
  reviewId: string,
  yourVersion: number,
): Promise<StaleReview | NotFound> {
  const current = await reviewView(tx, reviewId);
  return current === null ? notFoundResult('review') : { __typename: 'StaleReview', yourVersion, current };
}
