import type { NewJob } from '@daylight/api-database';

export const REVIEW_PDF_QUEUE = 'review-pdf';
/** What lay before the signers, and what shows their signatures. */
export type PdfStage = 'PUBLISHED' | 'SIGNED';

export function pdfJob(tenantId: string, reviewId: string, stage: PdfStage): NewJob {
  return {
    queue: REVIEW_PDF_QUEUE,
    tenantId,
    payload: { reviewId, stage },
    runAt: null,
    dedupeKey: `${reviewId}/${stage}`,
  };
}
