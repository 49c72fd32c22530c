import { notFoundResult } from '@daylight/api-calendars';
import { reportingOf } from '@daylight/api-kpi';
import { appendEvents, enqueue, recordAudit, statement, timestamp, type Tx } from '@daylight/api-database';
import { sha256, type StaffScope } from '@daylight/api-platform';
import {
  canonicalJson,
  snapshotDigest,
  snapshotOf,
  type ContractParty,
  type KpiPeriod,
  type LocalDate,
} from '@daylight/domain';
import type { ReviewDocument } from '../document/document.js';
import { evidenceNow } from '../document/evidence.js';
import { contentFrom } from '../document/generate.js';
import type { StoredReview } from '../model/review.row.js';
import { pdfJob } from '../pdf/pdf-job.js';
import { changed, decide, isRefused, lockReview, reviewIds, stale, type ChangeReviewResult } from './locked-review.js';

const ACTIONS = statement<{
  action_id: string;
  title_ko: string;
  title_en: string;
  owner: ContractParty;
  due_date: LocalDate | null;
  state: string;
  carried_from: string | null;
}>(
  'review-document-actions',
  `select action_id, title_ko, title_en, owner, due_date, state, carried_from from review_action
   where provider_id = $1 and review_id = $2 order by created_at, action_id`,
);
const PUBLISH = statement(
  'review-publish',
  `update review set state = 'PUBLISHED', published_at = $3, published_by = $4, document = $5, digest = $6, figures_digest = $7,
     version = version + 1 where provider_id = $1 and review_id = $2`,
);

/** The document to publish: figures recomputed from the events, with all that they rest on (D-KPI-3). */
export async function documentOf(
  tx: Tx<StaffScope>,
  row: StoredReview,
  tzDataVersion: string,
): Promise<ReviewDocument | null> {
  const { review_id: reviewId, tenant_id: tenantId, tenant_name: tenantName, prefix, zone, sections, causes } = row;
  const period: KpiPeriod = { key: row.period_key, zone, from: row.period_from, to: row.period_to };
  const reporting = await reportingOf(tx, tenantId, row.period_key);
  if (reporting === null) return null;
  const { facts, logs } = await evidenceNow(tx, tenantId, period);
  const { generated } = await contentFrom(tx, reporting, facts, period, causes);
  const actions = await tx.query(ACTIONS, [tx.scope.providerId, reviewId]);
  const figures = snapshotOf(facts, period, tzDataVersion);
  return {
    ...{ schema: 1, reviewId, tenantId, tenantName, prefix, figures, figuresDigest: snapshotDigest(figures, sha256) },
    ...{ evidence: logs, generated, sections },
    actions: actions.map(
      ({
        action_id: actionId,
        title_ko: ko,
        title_en: en,
        owner,
        due_date: dueDate,
        state,
        carried_from: carriedFrom,
      }) => ({
        ...{ actionId, title: { ko, en }, owner, dueDate, state, carriedFrom },
      }),
    ),
  };
}

/**
 * Freezes figures and text (D-KPI-3). Publishing what is published already changes nothing and gives it back. The PDF
 * follows in the background.
 */
export async function publishReview(
  tx: Tx<StaffScope>,
  input: { readonly reviewId: string; readonly expectedVersion: number },
  tzDataVersion: string,
): Promise<ChangeReviewResult> {
  const { reviewId, expectedVersion } = input;
  const review = await lockReview(tx, reviewId);
  if (review === null) return notFoundResult('review');
  const { row } = review;
  if (row.state !== 'DRAFT') return changed(tx, reviewId);
  if (row.version !== expectedVersion) return stale(tx, reviewId, expectedVersion);
  const early = decide(tx, review, { kind: 'PUBLISH', digest: '' });
  if (isRefused(early)) return early;
  const document = await documentOf(tx, row, tzDataVersion);
  if (document === null) return notFoundResult('review');
  const text = canonicalJson(document);
  const digest = sha256(text);
  const values = [timestamp(tx.now), tx.scope.personId, text, digest, document.figuresDigest];
  await tx.query(PUBLISH, [tx.scope.providerId, reviewId, ...values]);
  const tenantId = row.tenant_id;
  await enqueue(tx, [pdfJob(tenantId, reviewId, 'PUBLISHED')]);
  await appendEvents(tx, [{ topic: 'review.published', tenantId, ids: reviewIds(tx, row) }]);
  await recordAudit(tx, {
    action: 'review.publish',
    objectType: 'review',
    objectId: reviewId,
    tenantId,
    after: { digest },
  });
  return changed(tx, reviewId);
}
