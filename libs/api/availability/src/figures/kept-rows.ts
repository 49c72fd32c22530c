import { statement, timestamp, type Tx } from '@daylight/api-database';
import type { AvailabilityVerdict, Instant } from '@daylight/domain';

/** A kept figure without its document. */
export interface KeptFigure {
  readonly figure_id: string;
  readonly service_item_id: string;
  readonly period_key: string;
  readonly ordinal: number;
  readonly period_from: Instant;
  readonly period_to: Instant;
  readonly version_id: string;
  readonly bears_credit: boolean;
  /** Exact; null: no data. */
  readonly numerator: string | null;
  readonly denominator: string | null;
  readonly verdict: AvailabilityVerdict;
  readonly credited: boolean;
  readonly credit_minor: number;
  readonly total_minor: number;
  readonly digest: string;
  readonly computed_at: Instant;
  readonly published_at: Instant | null;
}

/** With the document and who published it. */
export interface KeptDocument extends KeptFigure {
  readonly tenant_id: string;
  readonly document: string;
  readonly published_by: string | null;
  readonly publisher: string | null;
}

const COLUMNS = `f.figure_id, f.service_item_id, f.period_key, f.ordinal, f.period_from, f.period_to, f.version_id, f.bears_credit,
  f.numerator::text, f.denominator::text, f.verdict, f.credited, f.credit_minor::float8 as credit_minor, f.total_minor::float8 as total_minor, f.digest, f.computed_at, f.published_at`;
const KEPT = statement<KeptFigure>(
  'availability-kept',
  `select ${COLUMNS} from availability_figure f where f.provider_id = $1 and f.tenant_id = $2 and f.period_to > $3
   order by f.period_from, f.service_item_id, f.ordinal`,
);
const DOCUMENT = `select ${COLUMNS}, f.tenant_id, f.document, f.published_by,
    (select d.display_name from directory_entry d where d.provider_id = f.provider_id and d.person_id = f.published_by limit 1) as publisher
  from availability_figure f`;
const DOCUMENTS = statement<KeptDocument>(
  'availability-kept-documents',
  `${DOCUMENT} where f.provider_id = $1 and f.tenant_id = $2 and f.published_at is not null and f.period_key = any ($3)
   order by f.service_item_id, f.period_key, f.ordinal`,
);
const BY_ID = statement<KeptDocument>(
  'availability-kept-by-id',
  `${DOCUMENT} where f.provider_id = $1 and f.figure_id = any ($2::uuid[]) or f.provider_id = $1 and exists (
     select 1 from availability_figure z where z.provider_id = $1 and z.figure_id = any ($2::uuid[]) and z.ordinal = 0
       and f.tenant_id = z.tenant_id and f.service_item_id = z.service_item_id and f.period_key = z.period_key)
   order by f.service_item_id, f.period_key, f.ordinal`,
);

/** Everything kept of a client's periods that end after `since`, oldest first. One statement, no documents. */
export function keptFigures(tx: Tx, tenantId: string, since: Instant): Promise<readonly KeptFigure[]> {
  return tx.query(KEPT, [tx.scope.providerId, tenantId, timestamp(since)]);
}

/** Published figures of some periods, with their addenda and documents. One statement. */
export function publishedDocuments(
  tx: Tx,
  tenantId: string,
  periodKeys: readonly string[],
): Promise<readonly KeptDocument[]> {
  return tx.query(DOCUMENTS, [tx.scope.providerId, tenantId, periodKeys]);
}

/** Kept figures by id, each with its addenda. One statement. */
export function documentsById(tx: Tx, figureIds: readonly string[]): Promise<readonly KeptDocument[]> {
  return tx.query(BY_ID, [tx.scope.providerId, figureIds]);
}
