import { isId } from '@daylight/api-calendars';
import { statement, type Tx } from '@daylight/api-database';
import { sha256, type PersonScope } from '@daylight/api-platform';
import { asPublished, snapshotDigest, snapshotOf, verifySnapshot, type Instant } from '@daylight/domain';
import { sayDifference, type ReviewDifferenceFact } from '@daylight/text';
import { readDocument, type ReviewDocument } from '../document/document.js';
import { evidenceThen } from '../document/evidence.js';

const PUBLISHED = statement<{
  tenant_id: string;
  document: string;
  digest: string;
  figures_digest: string;
  published_at: Instant;
  prefix: string;
}>(
  'review-published',
  `select r.tenant_id, r.document, r.digest, r.figures_digest, r.published_at, t.prefix
   from review r join tenant t on t.provider_id = r.provider_id and t.tenant_id = r.tenant_id
   where r.provider_id = $1 and r.review_id = $2 and r.document is not null`,
);
/** Of more differences than this nobody reads on. */
const MOST = 200;

interface Found {
  readonly differences: readonly ReviewDifferenceFact[];
  readonly recomputedDigest: string;
  readonly tickets: number;
  readonly numbers: ReadonlyMap<string, string>;
}

async function recompute(
  tx: Tx,
  document: ReviewDocument,
  publishedAt: Instant,
  tzDataVersion: string,
): Promise<Found> {
  const { figures, evidence, tenantId } = document;
  const { facts, logs } = await evidenceThen(tx, {
    tenantId,
    period: figures.period,
    publishedAt,
    tickets: figures.tickets,
  });
  const again = asPublished(figures, snapshotOf(facts, figures.period, tzDataVersion));
  const verification = verifySnapshot(figures, again);
  const digests = new Map(logs.map(({ ticketId, logDigest }) => [ticketId, logDigest]));
  const altered = evidence
    .filter(({ ticketId, logDigest }) => digests.has(ticketId) && digests.get(ticketId) !== logDigest)
    .map(({ ticketId }): ReviewDifferenceFact => ({ kind: 'TICKET_LOG', ticketId }));
  return {
    differences: [...altered, ...(verification.kind === 'same' ? [] : verification.inputs)],
    recomputedDigest: snapshotDigest(again, sha256),
    tickets: logs.length,
    numbers: new Map(facts.tickets.map(({ ticketId, ticketNumber }) => [ticketId, ticketNumber])),
  };
}

function shown(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function differenceView(difference: ReviewDifferenceFact, ticketName: (id: string) => string, tx: Tx<PersonScope>) {
  const ticketId = 'ticketId' in difference ? difference.ticketId : null;
  return {
    ...{ kind: difference.kind, ticketId, ticketKey: ticketId === null ? null : ticketName(ticketId) },
    figureKey: difference.kind === 'FIGURE' ? difference.key : null,
    clock: difference.kind === 'FIGURE' ? difference.clock : null,
    before: 'before' in difference ? shown(difference.before) : null,
    after: 'after' in difference ? shown(difference.after) : null,
    message: sayDifference(difference, ticketName, tx.scope.language),
  };
}

/**
 * Recomputes a published review from the events and says the same bits, or which input differs (D-KPI-3). Null when there
 * is no such review or it isn't published. `tzDataVersion` is the one this process computes with.
 */
export async function verifyReview(tx: Tx<PersonScope>, reviewId: string, tzDataVersion: string) {
  const [row] = isId(reviewId) ? await tx.query(PUBLISHED, [tx.scope.providerId, reviewId]) : [];
  if (row === undefined) return null;
  const document = readDocument(row.document);
  const genuine =
    document !== null &&
    sha256(row.document) === row.digest &&
    snapshotDigest(document.figures, sha256) === row.figures_digest;
  const found = document === null ? null : await recompute(tx, document, row.published_at, tzDataVersion);
  const all: readonly ReviewDifferenceFact[] = [
    ...(genuine ? [] : [{ kind: 'DOCUMENT' } as const]),
    ...(found?.differences ?? []),
  ];
  const ticketName = (ticketId: string) => `${row.prefix}-${found?.numbers.get(ticketId) ?? '?'}`;
  return {
    ...{
      same: all.length === 0,
      checkedAt: tx.now,
      digest: row.figures_digest,
      recomputedDigest: found?.recomputedDigest ?? '',
    },
    tickets: found?.tickets ?? 0,
    differences: all.slice(0, MOST).map((difference) => differenceView(difference, ticketName, tx)),
  };
}
