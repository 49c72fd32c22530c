import type { ContractParty, Instant, ReviewStatus } from '@daylight/domain';
import type { Cause } from '../document/generate.js';
import type { Sections } from '../document/document.js';

/** The row of `review` as the database returns it. Instants are UTC ms. */
export interface StoredReview {
  readonly review_id: string;
  readonly tenant_id: string;
  readonly tenant_name: string;
  readonly prefix: string;
  readonly period_key: string;
  readonly zone: string;
  readonly period_from: Instant;
  readonly period_to: Instant;
  readonly state: ReviewStatus;
  readonly shared: boolean;
  readonly sections: Sections;
  readonly causes: readonly Cause[];
  readonly created_at: Instant;
  readonly published_at: Instant | null;
  readonly published_by: string | null;
  readonly signed_at: Instant | null;
  readonly document: string | null;
  readonly digest: string | null;
  readonly figures_digest: string | null;
  readonly version: number;
}

export const REVIEW_COLUMNS = `r.review_id, r.tenant_id, t.name as tenant_name, t.prefix, r.period_key, r.zone, r.period_from, r.period_to,
  r.state, r.shared, r.sections, r.causes, r.created_at, r.published_at, r.published_by, r.signed_at, r.document, r.digest,
  r.figures_digest, r.version`;

export interface StoredSignature {
  readonly party: ContractParty;
  readonly person_id: string;
  /** Whose authority it rests on, where the person stood in for somebody. */
  readonly on_behalf_of: string | null;
  readonly title: string | null;
  readonly form: 'ON_SCREEN' | 'SEALED_COPY';
  readonly at: Instant;
  readonly address: string | null;
  readonly digest: string;
  readonly pdf_sha256: string | null;
  readonly sealed_copy_id: string | null;
}
