import { isId } from '@daylight/api-calendars';
import { statement, type Tx } from '@daylight/api-database';
import type { Instant } from '@daylight/domain';
import { readDocument } from '../document/document.js';
import { SIGNATURES, subjectsOf } from '../queries/review-parts.js';
import type { PdfStage } from './pdf-job.js';
import type { ReportInput } from './report-of.js';

const PUBLISHED = statement<PublishedRow>(
  'review-to-render',
  `select r.tenant_id, r.document, r.digest, r.published_at, p.name as provider_name,
     (select d.display_name from directory_entry d where d.provider_id = r.provider_id and d.person_id = r.published_by limit 1) as publisher_name,
     exists (select 1 from review_document x where x.provider_id = r.provider_id and x.review_id = r.review_id and x.stage = $3) as rendered
   from review r join provider p on p.provider_id = r.provider_id
   where r.provider_id = $1 and r.review_id = $2 and r.document is not null`,
);

interface PublishedRow {
  readonly tenant_id: string;
  readonly document: string;
  readonly digest: string;
  readonly published_at: Instant;
  readonly provider_name: string;
  readonly publisher_name: string | null;
  readonly rendered: boolean;
}

/** What to render, or null when it is rendered already or there is nothing to. */
export async function reportInput(
  tx: Tx,
  reviewId: string,
  stage: PdfStage,
): Promise<{ readonly tenantId: string; readonly input: ReportInput } | null> {
  const [row] = isId(reviewId) ? await tx.query(PUBLISHED, [tx.scope.providerId, reviewId, stage]) : [];
  const document = row === undefined || row.rendered ? null : readDocument(row.document);
  if (row === undefined || document === null) return null;
  const { misses, outOfContract } = document.generated;
  // The file is for everybody who reads reviews: of confidential tickets it says nothing (decision 26).
  const open = [...misses, ...outOfContract]
    .filter(({ confidential }) => !confidential)
    .map(({ ticketId }) => ticketId);
  const [subjects, signed] = await Promise.all([
    subjectsOf(tx, open),
    tx.query(SIGNATURES, [tx.scope.providerId, reviewId]),
  ]);
  const signatures =
    stage === 'PUBLISHED'
      ? []
      : signed.map(({ party, person_name: name, title, at, form, on_behalf_of: lender, behalf_name }) => ({
          ...{ party, name: name ?? '—', title, at, form },
          behalfName: lender === null ? null : (behalf_name ?? '—'),
        }));
  const published = { publishedAt: row.published_at, publishedBy: row.publisher_name, providerName: row.provider_name };
  return { tenantId: row.tenant_id, input: { document, digest: row.digest, ...published, subjects, signatures } };
}
