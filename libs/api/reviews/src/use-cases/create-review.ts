import { inputRefused, isId, notFoundResult } from '@daylight/api-calendars';
import { reportingOf } from '@daylight/api-kpi';
import { recordAudit, statement, timestamp, type Tx } from '@daylight/api-database';
import { newId, type StaffScope } from '@daylight/api-platform';
import { NO_PERIOD } from '../messages.js';
import { changed, type ChangeReviewResult } from './locked-review.js';

const INSERT = statement<{ review_id: string }>(
  'review-insert',
  `insert into review (provider_id, tenant_id, review_id, period_key, zone, period_from, period_to, state, created_at, created_by)
   values ($1, $2, $3, $4, $5, $6, $7, 'DRAFT', $8, $9)
   on conflict on constraint review_period_key do nothing returning review_id`,
);
const EXISTING = statement<{ review_id: string }>(
  'review-of-period',
  'select review_id from review where provider_id = $1 and tenant_id = $2 and period_key = $3',
);
/** Open actions of the last review before this one go on in it: copied, and linked so that one place keeps their state. */
const CARRY = statement<{ action_id: string }>(
  'review-carry-actions',
  `with last as (
     select r.review_id, r.period_key from review r
     where r.provider_id = $1 and r.tenant_id = $2 and r.review_id <> $3 and r.period_to <= $4 order by r.period_to desc, r.review_id desc limit 1),
   open as (
     select a.*, last.period_key, gen_random_uuid() as copy_id
     from review_action a join last on last.review_id = a.review_id
     where a.provider_id = $1 and a.state = 'OPEN' and a.carried_to is null for update of a),
   copied as (
     insert into review_action (provider_id, tenant_id, action_id, review_id, title_ko, title_en, owner, owner_person_id, due_date, state, carried_from, created_at)
     select provider_id, tenant_id, copy_id, $3, title_ko, title_en, owner, owner_person_id, due_date, 'OPEN', coalesce(carried_from, period_key), created_at from open)
   update review_action a set carried_to = open.copy_id from open
   where a.provider_id = $1 and a.action_id = open.action_id returning a.action_id`,
);

export interface CreateReviewInput {
  readonly tenantId: string;
  readonly period: string;
}

/** Opens a review with the open actions of the last one. The one that exists for the period already is given back. */
export async function createReview(tx: Tx<StaffScope>, input: CreateReviewInput): Promise<ChangeReviewResult> {
  const { providerId, personId, language } = tx.scope;
  const known = isId(input.tenantId) ? await tx.query(TENANT, [providerId, input.tenantId]) : [];
  if (known.length === 0) return notFoundResult('tenant');
  const reporting = await reportingOf(tx, input.tenantId, input.period);
  if (reporting === null) return inputRefused([{ path: 'period', kind: 'NO_PERIOD', message: NO_PERIOD[language] }]);
  const { tenantId, zone, period } = reporting;
  const reviewId = newId();
  const range = [timestamp(period.from), timestamp(period.to)];
  const values = [providerId, tenantId, reviewId, period.key, zone, ...range, timestamp(tx.now), personId];
  const [created] = await tx.query(INSERT, values);
  if (created === undefined) {
    const [existing] = await tx.query(EXISTING, [providerId, tenantId, period.key]);
    return existing === undefined ? notFoundResult('review') : changed(tx, existing.review_id);
  }
  const carried = await tx.query(CARRY, [providerId, tenantId, reviewId, timestamp(period.from)]);
  const after = { period: period.key, carriedActions: carried.length };
  await recordAudit(tx, { action: 'review.create', objectType: 'review', objectId: reviewId, tenantId, after });
  return changed(tx, reviewId);
}

const TENANT = statement<{ tenant_id: string }>(
  'review-tenant',
  'select tenant_id from tenant where provider_id = $1 and tenant_id = $2',
);
