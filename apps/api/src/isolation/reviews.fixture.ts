// For houses.fixture.ts: one client's reviews.
import type { asStaff } from '@daylight/api-database';
import {
  addReviewAction,
  addReviewAddendum,
  commentReview,
  createReview,
  editReview,
  publishReview,
  shareReview,
  TZ_DATA_VERSION,
} from '@daylight/api-reviews';
import type { Acts } from './acts.fixture.js';
import { mark, type RowsOf } from './rows.fixture.js';

type StaffTx = ReturnType<typeof asStaff>;

/** A published review with a comment of `reader`'s, its draft for the next quarter unshared; its id, and its action's. */
export async function seedReview(
  { db, key, of: { tenant_id: tenantId } }: RowsOf,
  acts: Acts,
  { manager, reader }: { readonly manager: string; readonly reader: string },
): Promise<Readonly<Record<'review' | 'reviewAction', string>>> {
  const words = { ko: `${mark(key)} 글`, en: `${mark(key)} words` };
  const as: <T>(work: (tx: StaffTx) => Promise<T>) => Promise<T> = (work) => acts.staffTx(manager, work);
  const draft = await as((tx) => createReview(tx, { tenantId, period: '2026-Q1' }));
  if (draft.__typename !== 'ReviewChanged') throw new Error(JSON.stringify(draft));
  const { id: reviewId, version: expectedVersion } = draft.review;
  const edited = await as((tx) => editReview(tx, { reviewId, expectedVersion, section: 'SUMMARY', ...words }));
  await as((tx) => shareReview(tx, { reviewId, shared: true }));
  const due = { ownerPersonId: null, dueDate: null };
  await as((tx) => addReviewAction(tx, { reviewId, title: words, owner: 'CLIENT', ...due }));
  const [row] = await db.owner<{ version: number }>('select version from review where review_id = $1', [reviewId]);
  const published = await as((tx) =>
    publishReview(tx, { reviewId, expectedVersion: row?.version ?? 0 }, TZ_DATA_VERSION),
  );
  if (edited.__typename !== 'ReviewChanged' || published.__typename !== 'ReviewChanged')
    throw new Error(JSON.stringify(published));
  await as((tx) => addReviewAddendum(tx, { reviewId, body: words }));
  // As one that names a ticket's clock does, so that its reference to the ticket is tried too.
  await db.owner(
    `update review_addendum set clock = 'RESOLUTION', cycle = 1, verdict = 'MET',
       ticket_id = (select ticket_id from ticket where tenant_id = $2 order by ticket_id limit 1) where review_id = $1`,
    [reviewId, tenantId],
  );
  const next = await as((tx) => createReview(tx, { tenantId, period: '2026-Q2' }));
  if (next.__typename !== 'ReviewChanged') throw new Error(JSON.stringify(next));
  const internal = { ko: mark(key, 'int'), en: mark(key, 'int') };
  const note = { reviewId: next.review.id, expectedVersion: next.review.version, section: 'SUMMARY' as const };
  await as((tx) => editReview(tx, { ...note, ...internal }));
  await acts.clientTx(reader, (tx) =>
    commentReview(tx as Parameters<typeof commentReview>[0], { reviewId, section: null, body: `${mark(key)} comment` }),
  );
  const [action] = await db.owner<{ action_id: string }>('select action_id from review_action where review_id = $1', [
    reviewId,
  ]);
  return { review: reviewId, reviewAction: action?.action_id ?? '' };
}
