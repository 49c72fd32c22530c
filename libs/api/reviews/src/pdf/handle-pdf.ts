import { storeFile } from '@daylight/api-files';
import {
  appendEvents,
  statement,
  timestamp,
  type DeliveryHandler,
  type DeliveryOutcome,
  type Tx,
} from '@daylight/api-database';
import { DaylightError, type SystemScope } from '@daylight/api-platform';
import type { Language } from '@daylight/domain';
import type { FontFolders } from './fonts.js';
import { REVIEW_PDF_QUEUE, type PdfStage } from './pdf-job.js';
import { reportInput } from './report-input.js';
import { reportOf, type ReportInput } from './report-of.js';
import type { Report } from './report.js';

const KEEP = statement(
  'review-document-keep',
  `insert into review_document (provider_id, tenant_id, review_id, language, stage, file_id, rendered_at)
   values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
);

/** Turns a report into the bytes of a PDF. */
export type RenderPdf = (report: Report) => Promise<Buffer>;

/** The renderer is loaded when the first PDF is due: the API never needs it. */
export function pdfRenderer(folders: FontFolders): RenderPdf {
  return async (report) => (await import('./render-pdf.js')).renderPdf(report, folders);
}

interface Rendered {
  readonly language: Language;
  readonly bytes: Buffer;
}

async function renderBoth(input: ReportInput, render: RenderPdf): Promise<readonly Rendered[]> {
  const rendered: Rendered[] = [];
  // One after the other: rendering holds the process, and two at once would hold it no shorter.
  for (const language of ['ko', 'en'] as const) {
    const report = reportOf(input, language);
    if (report === null) throw new DaylightError('INTERNAL', 'a published review has an unreadable period');
    rendered.push({ language, bytes: await render(report) });
  }
  return rendered;
}

async function keep(
  tx: Tx<SystemScope>,
  on: { readonly tenantId: string; readonly reviewId: string; readonly stage: PdfStage; readonly name: string },
  rendered: readonly Rendered[],
): Promise<DeliveryOutcome> {
  const { tenantId, reviewId, stage, name } = on;
  for (const { language, bytes } of rendered) {
    const stored = await storeFile(tx, {
      name: `${name}-${language}.pdf`,
      mediaType: 'application/pdf',
      bytes,
      tenantId,
      audience: 'TENANT',
    });
    if (stored.kind !== 'stored') throw new DaylightError('TOO_LARGE', 'the PDF of a review is too large');
    await tx.query(KEEP, [
      tx.scope.providerId,
      tenantId,
      reviewId,
      language,
      stage,
      stored.file.fileId,
      timestamp(tx.now),
    ]);
  }
  await appendEvents(tx, [{ topic: 'review.rendered', tenantId, ids: { reviewId } }]);
  return { kind: 'done' };
}

function stageOf(payload: Readonly<Record<string, unknown>>): PdfStage {
  return payload['stage'] === 'SIGNED' ? 'SIGNED' : 'PUBLISHED';
}

/** Queue `review-pdf`: renders a published review in both languages and keeps the files with their SHA-256 (decision 22). */
export function reviewPdfHandler(render: RenderPdf): DeliveryHandler {
  return {
    queue: REVIEW_PDF_QUEUE,
    async prepare(tx, { payload }) {
      const [reviewId, stage] = [String(payload['reviewId']), stageOf(payload)];
      const found = await reportInput(tx, reviewId, stage);
      if (found === null) return null;
      const { tenantId, input } = found;
      const { prefix, figures } = input.document;
      const name = `${prefix}-${figures.period.key}-review${stage === 'SIGNED' ? '-signed' : ''}`;
      return {
        deliver: async () => {
          const rendered = await renderBoth(input, render);
          return (recording) => keep(recording, { tenantId, reviewId, stage, name }, rendered);
        },
      };
    },
  };
}
