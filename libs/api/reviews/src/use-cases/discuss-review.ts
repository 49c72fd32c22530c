import { inputRefused, isId, notFoundResult, textProblems } from '@daylight/api-calendars';
import { appendEvents, recordAudit, statement, timestamp, type Tx } from '@daylight/api-database';
import { newId, type PersonScope, type StaffScope } from '@daylight/api-platform';
import type { ContractParty, LocalDate, LocalizedText } from '@daylight/domain';
import type { SectionKey } from '../document/document.js';
import { NO_PERSON } from '../messages.js';
import { bothProblems } from './edit-review.js';
import {
  changed,
  decide,
  isRefused,
  lockReview,
  partyOf,
  refused,
  reviewIds,
  touchReview,
  type ChangeReviewResult,
} from './locked-review.js';

const COMMENT = statement(
  'review-comment',
  `insert into review_comment (provider_id, tenant_id, review_id, comment_id, section, at, author_id, side, body)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
);
const ADD_ACTION = statement(
  'review-action-add',
  `insert into review_action (provider_id, tenant_id, review_id, action_id, title_ko, title_en, owner, owner_person_id, due_date, state, created_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'OPEN', $10)`,
);
const PERSON = statement<{ person_id: string }>(
  'review-owner',
  `select person_id from directory_entry where provider_id = $1 and person_id = $2 and side = $3 and (tenant_id is null or tenant_id = $4)`,
);
const ACTION = statement<{ owner: ContractParty; state: string; carried_to: string | null }>(
  'review-action-lock',
  `select owner, state, carried_to from review_action where provider_id = $1 and review_id = $2 and action_id = $3 for update`,
);
const CLOSE = statement(
  'review-action-close',
  `update review_action set state = $3, closed_at = $4, closed_by = $5, closing_note = $6 where provider_id = $1 and action_id = $2`,
);
const ADDENDUM = statement(
  'review-addendum-add',
  `insert into review_addendum (provider_id, tenant_id, review_id, addendum_id, at, author_id, body_ko, body_en)
   values ($1, $2, $3, $4, $5, $6, $7, $8)`,
);

/** A word of either side on a review or one of its parts. */
export async function commentReview(
  tx: Tx<PersonScope>,
  input: { readonly reviewId: string; readonly section?: SectionKey | null; readonly body: string },
): Promise<ChangeReviewResult> {
  const problems = textProblems(input.body, { path: 'body', max: 5_000, language: tx.scope.language });
  if (problems.length > 0) return inputRefused(problems);
  const review = await lockReview(tx, input.reviewId);
  if (review === null) return notFoundResult('review');
  const decision = decide(tx, review, { kind: 'COMMENT' });
  if (isRefused(decision)) return decision;
  const { providerId, personId } = tx.scope;
  const { tenant_id: tenantId, review_id: reviewId } = review.row;
  const said = [newId(), input.section ?? null, timestamp(tx.now), personId, partyOf(tx), input.body];
  await tx.query(COMMENT, [providerId, tenantId, reviewId, ...said]);
  await appendEvents(tx, [{ topic: 'review.commented', tenantId, ids: reviewIds(tx, review.row) }]);
  return changed(tx, reviewId);
}

export interface AddActionInput {
  readonly reviewId: string;
  readonly title: LocalizedText;
  readonly owner: ContractParty;
  readonly ownerPersonId?: string | null;
  readonly dueDate?: LocalDate | null;
}

/** One thing agreed to be done by one side. */
export async function addReviewAction(tx: Tx<StaffScope>, input: AddActionInput): Promise<ChangeReviewResult> {
  const { title, owner, ownerPersonId = null, dueDate = null } = input;
  const { providerId, language } = tx.scope;
  const problems = bothProblems(title, { path: 'title', max: 500, language });
  if (problems.length > 0) return inputRefused(problems);
  const review = await lockReview(tx, input.reviewId);
  if (review === null) return notFoundResult('review');
  const decision = decide(tx, review, { kind: 'EDIT' });
  if (isRefused(decision)) return decision;
  const { tenant_id: tenantId, review_id: reviewId } = review.row;
  const people =
    ownerPersonId === null
      ? [{}]
      : isId(ownerPersonId)
        ? await tx.query(PERSON, [providerId, ownerPersonId, owner, tenantId])
        : [];
  if (people.length === 0)
    return inputRefused([{ path: 'ownerPersonId', kind: 'UNKNOWN_PERSON', message: NO_PERSON[language] }]);
  const action = [newId(), title.ko, title.en, owner, ownerPersonId, dueDate, timestamp(tx.now)];
  await tx.query(ADD_ACTION, [providerId, tenantId, reviewId, ...action]);
  await touchReview(tx, reviewId);
  return changed(tx, reviewId);
}

export interface CloseActionInput {
  readonly reviewId: string;
  readonly actionId: string;
  readonly state: 'OPEN' | 'DONE' | 'DROPPED';
  readonly note?: string | null;
}

/** Says that an action is done or dropped, or opens it again. Its progress is no part of what is signed. */
export async function closeReviewAction(tx: Tx<PersonScope>, input: CloseActionInput): Promise<ChangeReviewResult> {
  const { reviewId, actionId, state, note = null } = input;
  const { providerId, personId, side, language } = tx.scope;
  const problems = note === null || note === '' ? [] : textProblems(note, { path: 'note', max: 2_000, language });
  if (problems.length > 0) return inputRefused(problems);
  const review = await lockReview(tx, reviewId);
  if (review === null) return notFoundResult('review');
  const [action] = isId(actionId) ? await tx.query(ACTION, [providerId, reviewId, actionId]) : [];
  if (action === undefined) return refused('NO_SUCH_ACTION', tx);
  if (action.carried_to !== null) return refused('ACTION_CARRIED', tx);
  if (side === 'CLIENT' && action.owner !== 'CLIENT') return refused('NOT_YOUR_ACTION', tx);
  const closed = state === 'OPEN' ? [null, null, null] : [timestamp(tx.now), personId, note];
  await tx.query(CLOSE, [providerId, actionId, state, ...closed]);
  await touchReview(tx, reviewId);
  const about = { objectType: 'review', objectId: reviewId, tenantId: review.row.tenant_id };
  await recordAudit(tx, {
    ...about,
    action: 'review.close-action',
    before: { actionId, state: action.state },
    after: { actionId, state },
  });
  return changed(tx, reviewId);
}

/** A correction beside figures that no longer change. */
export async function addReviewAddendum(
  tx: Tx<StaffScope>,
  input: { readonly reviewId: string; readonly body: LocalizedText },
): Promise<ChangeReviewResult> {
  const { body, reviewId } = input;
  const { providerId, personId, language } = tx.scope;
  const problems = bothProblems(body, { path: 'body', max: 10_000, language });
  if (problems.length > 0) return inputRefused(problems);
  const review = await lockReview(tx, reviewId);
  if (review === null) return notFoundResult('review');
  const addendumId = newId();
  const decision = decide(tx, review, { kind: 'ADD_ADDENDUM', addendumId });
  if (isRefused(decision)) return decision;
  const tenantId = review.row.tenant_id;
  await tx.query(ADDENDUM, [providerId, tenantId, reviewId, addendumId, timestamp(tx.now), personId, body.ko, body.en]);
  await touchReview(tx, reviewId);
  await appendEvents(tx, [{ topic: 'review.amended', tenantId, ids: { ...reviewIds(tx, review.row), addendumId } }]);
  await recordAudit(tx, {
    action: 'review.add-addendum',
    objectType: 'review',
    objectId: reviewId,
    tenantId,
    after: { addendumId },
  });
  return changed(tx, reviewId);
}
