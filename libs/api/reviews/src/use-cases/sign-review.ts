import {
  inputRefused,
  isId,
  isStorable,
  notFoundResult,
  textProblems,
  type InputProblem,
} from '@daylight/api-calendars';
import { auditedBehalf, authorityFor, behalfOf } from '@daylight/api-identity';
import { readFile, storeFile } from '@daylight/api-files';
import { appendEvents, enqueue, recordAudit, statement, timestamp, type Tx } from '@daylight/api-database';
import type { PersonScope } from '@daylight/api-platform';
import { COPY_NEEDED } from '../messages.js';
import { pdfJob } from '../pdf/pdf-job.js';
import {
  changed,
  decide,
  isRefused,
  lockReview,
  partyOf,
  reviewIds,
  touchReview,
  type ChangeReviewResult,
} from './locked-review.js';

const SIGN = statement(
  'review-sign',
  `insert into review_signature (provider_id, tenant_id, review_id, party, person_id, title, form, at, address, session_id, digest, pdf_sha256, sealed_copy_id, on_behalf_of)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11,
     (select f.sha256 from review_document d join file f on f.provider_id = d.provider_id and f.file_id = d.file_id
      where d.provider_id = $1 and d.review_id = $3 and d.language = $12 and d.stage = 'PUBLISHED'), $13, $14)`,
);

export interface SignReviewInput {
  readonly reviewId: string;
  readonly digest: string;
  readonly title?: string | null;
  readonly form?: 'ON_SCREEN' | 'SEALED_COPY' | null;
  readonly sealedCopyFileId?: string | null;
}

function problemsOf(
  { title, form, sealedCopyFileId }: SignReviewInput,
  { scope: { language } }: Tx<PersonScope>,
): readonly InputProblem[] {
  const ofTitle =
    title === null || title === undefined || title === ''
      ? []
      : textProblems(title, { path: 'title', max: 100, language });
  const needsCopy = form === 'SEALED_COPY' && !isId(sealedCopyFileId ?? '');
  return needsCopy
    ? [...ofTitle, { path: 'sealedCopyFileId', kind: 'EMPTY', message: COPY_NEEDED[language] }]
    : ofTitle;
}

/** The scan as a file of the review: its uploader's own copy is seen by nobody else. */
async function keepCopy(tx: Tx<PersonScope>, tenantId: string, fileId: string): Promise<string | null> {
  const scan = await readFile(tx, fileId);
  if (scan === null) return null;
  const { name, mediaType, bytes } = scan;
  const kept = await storeFile(tx, { name, mediaType, bytes, tenantId, audience: 'TENANT' });
  return kept.kind === 'stored' ? kept.file.fileId : null;
}

/**
 * One authorised signature of the caller's party over exactly the published bytes (D-SIG-1): who, in which function, when,
 * from where, in which session, in which form. SIGNED when both have.
 */
export async function signReview(tx: Tx<PersonScope>, input: SignReviewInput): Promise<ChangeReviewResult> {
  const problems = problemsOf(input, tx);
  if (problems.length > 0) return inputRefused(problems);
  const { reviewId, digest } = input;
  const review = isStorable(digest) ? await lockReview(tx, reviewId) : null;
  if (review === null) return notFoundResult('review');
  const authority = await authorityFor(tx, 'review:sign', 0);
  const lent = behalfOf(authority);
  // A signature confirms figures and commits to no amount: limits don't matter.
  const decision = decide(tx, review, { kind: 'SIGN', digest, authorised: authority.kind !== 'NONE' });
  if (isRefused(decision)) return decision;
  const { providerId, personId, sessionId, language } = tx.scope;
  const { tenant_id: tenantId } = review.row;
  const form = input.form ?? 'ON_SCREEN';
  const copy = form === 'SEALED_COPY' ? await keepCopy(tx, tenantId, input.sealedCopyFileId ?? '') : null;
  if (form === 'SEALED_COPY' && copy === null) {
    return inputRefused([{ path: 'sealedCopyFileId', kind: 'UNKNOWN_FILE', message: COPY_NEEDED[language] }]);
  }
  const party = partyOf(tx);
  const who = [party, personId, input.title ?? null, form, timestamp(tx.now), tx.address, sessionId];
  await tx.query(SIGN, [providerId, tenantId, reviewId, ...who, digest, language, copy, lent?.delegatorId ?? null]);
  const complete = decision.status === 'SIGNED';
  await touchReview(tx, reviewId, complete ? { state: 'SIGNED', signedAt: tx.now } : {});
  await enqueue(tx, complete ? [pdfJob(tenantId, reviewId, 'SIGNED')] : []);
  await appendEvents(tx, [
    { topic: complete ? 'review.signed' : 'review.signed-by-one', tenantId, ids: reviewIds(tx, review.row) },
  ]);
  await recordAudit(tx, {
    action: 'review.sign',
    objectType: 'review',
    objectId: reviewId,
    tenantId,
    after: { party, form, digest, ...auditedBehalf(lent) },
  });
  return changed(tx, reviewId);
}
