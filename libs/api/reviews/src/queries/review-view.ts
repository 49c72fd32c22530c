import { lentApprovals } from '@daylight/api-identity';
import { figureViews, kpiSource, periodView, volumeViews, type FigureSetting } from '@daylight/api-kpi';
import { isId } from '@daylight/api-calendars';
import { statement, type Tx } from '@daylight/api-database';
import type { PersonScope } from '@daylight/api-platform';
import { localDateOf, period, type KpiReport, type Language, type Permission } from '@daylight/domain';
import { contractDateText, sectionTitle } from '@daylight/text';
import { readDocument, SECTION_KEYS, type GeneratedContent } from '../document/document.js';
import { generatedContent, TREND } from '../document/generate.js';
import { REVIEW_COLUMNS, type StoredReview } from '../model/review.row.js';
import { reviewParts, subjectsOf } from './review-parts.js';
import { reviewRowsById } from './review-rows.js';

const ONE = statement<StoredReview & { readonly publisher_name: string | null }>(
  'review-one',
  `select ${REVIEW_COLUMNS}, (select d.display_name from directory_entry d where d.provider_id = r.provider_id and d.person_id = r.published_by limit 1) as publisher_name
   from review r join tenant t on t.provider_id = r.provider_id and t.tenant_id = r.tenant_id
   where r.provider_id = $1 and r.review_id = $2`,
);

interface Content {
  readonly report: KpiReport;
  readonly generated: GeneratedContent;
}

/** Frozen once published; live from the kept facts while a draft. */
async function contentOf(tx: Tx<PersonScope>, row: StoredReview): Promise<Content | null> {
  const document = row.document === null ? null : readDocument(row.document);
  if (document !== null) return { report: document.figures.report, generated: document.generated };
  const source = await kpiSource(tx, { tenantId: row.tenant_id, period: row.period_key, trendLength: TREND });
  if (source === null) return null;
  return { report: source.report, generated: await generatedContent(tx, source, source.report.period, row.causes) };
}

function settingOf({ generated }: Content, row: StoredReview, language: Language): FigureSetting {
  const periods = generated.trendPeriods.map((key) => period(row.zone, key));
  const series = new Map(Object.entries(generated.series));
  return { language, targets: generated.targets, periods, series, compareWithPrevious: true };
}

/** Tickets in lists: those of confidential tickets only for who may see them (decision 26). */
async function listsOf(tx: Tx<PersonScope>, { generated }: Content, prefix: string) {
  const { misses, outOfContract } = generated;
  const subjects = await subjectsOf(
    tx,
    [...misses, ...outOfContract].map(({ ticketId }) => ticketId),
  );
  const seen = <T extends { readonly ticketId: string; readonly confidential: boolean }>(items: readonly T[]) =>
    items.filter(({ ticketId, confidential }) => !confidential || subjects.has(ticketId));
  const named = <T extends { readonly ticketId: string; readonly number: number }>(item: T) => ({
    ...{ ...item, key: `${prefix}-${item.number}`, subject: subjects.get(item.ticketId) ?? null },
  });
  return {
    misses: seen(misses).map(named),
    missesNotListed: generated.missesNotListed + misses.length - seen(misses).length,
    outOfContract: seen(outOfContract).map(named),
  };
}

const ALLOWED: readonly (readonly [mutation: string, permission: Permission, statuses: readonly string[]])[] = [
  ['editReview', 'review:edit', ['DRAFT']],
  ['explainReviewMiss', 'review:edit', ['DRAFT']],
  ['shareReview', 'review:edit', ['DRAFT']],
  ['addReviewAction', 'review:edit', ['DRAFT']],
  ['publishReview', 'review:publish', ['DRAFT']],
  ['addReviewAddendum', 'review:publish', ['PUBLISHED', 'SIGNED']],
  ['signReview', 'review:sign', ['PUBLISHED']],
  ['commentReview', 'review:comment', ['DRAFT', 'PUBLISHED', 'SIGNED']],
  ['closeReviewAction', 'review:comment', ['DRAFT', 'PUBLISHED', 'SIGNED']],
];
const STAFF_ONLY = new Set([
  'editReview',
  'explainReviewMiss',
  'shareReview',
  'addReviewAction',
  'publishReview',
  'addReviewAddendum',
]);

function actionsAllowed(
  { scope, now }: Tx<PersonScope>,
  row: StoredReview,
  { signed, lent }: { readonly signed: boolean; readonly lent: boolean },
): readonly string[] {
  return ALLOWED.filter(([mutation, permission, statuses]) => {
    const may = scope.permissions.has(permission) || (lent && permission === 'review:sign');
    if (!may || !statuses.includes(row.state)) return false;
    if (scope.side === 'CLIENT' && STAFF_ONLY.has(mutation)) return false;
    return !(mutation === 'signReview' && signed) && !(mutation === 'publishReview' && now < row.period_to);
  }).map(([mutation]) => mutation);
}

function heading(row: StoredReview & { readonly publisher_name: string | null }) {
  return {
    ...{
      id: row.review_id,
      tenantId: row.tenant_id,
      tenantName: row.tenant_name,
      status: row.state,
      version: row.version,
    },
    ...{ shared: row.shared, createdAt: row.created_at, publishedAt: row.published_at, signedAt: row.signed_at },
    ...{ digest: row.digest, figuresDigest: row.figures_digest },
    publishedBy:
      row.published_by === null
        ? null
        : { id: row.published_by, displayName: row.publisher_name ?? '—', side: 'PROVIDER' },
  };
}

/** `Review` of the schema; null when there is none in the reader's sight. */
export async function reviewView(tx: Tx<PersonScope>, reviewId: string) {
  const [row] = isId(reviewId) ? await tx.query(ONE, [tx.scope.providerId, reviewId]) : [];
  const content = row === undefined ? null : await contentOf(tx, row);
  if (row === undefined || content === null) return null;
  const { language, side } = tx.scope;
  const setting = settingOf(content, row, language);
  const wanted = {
    reviewId,
    tenantId: row.tenant_id,
    from: row.period_from,
    to: row.period_to,
    today: localDateOf(row.zone, tx.now),
  };
  const [parts, lists, lent] = await Promise.all([
    reviewParts(tx, wanted),
    listsOf(tx, content, row.prefix),
    lentApprovals(tx),
  ]);
  const { previousId, nextId, ...shownParts } = parts;
  const rows = await reviewRowsById(
    tx,
    [previousId, nextId].flatMap((id) => id ?? []),
  );
  const names = new Map(Object.entries(content.generated.serviceNames));
  return {
    ...heading(row),
    period: periodView(period(row.zone, row.period_key), tx.now, language),
    figures: figureViews(content.report.figures, setting),
    flow: content.report.flow,
    volumes: volumeViews(content.report, language, names),
    ...lists,
    contractDates: content.generated.contractDates.map((date) => ({
      ...date,
      label: contractDateText(date.kind, language),
    })),
    sections: SECTION_KEYS.map((key) => ({
      key,
      title: sectionTitle(key, language),
      ko: row.sections[key]?.ko ?? '',
      en: row.sections[key]?.en ?? '',
    })),
    ...shownParts,
    previous: previousId === null ? null : (rows.get(previousId) ?? null),
    next: nextId === null ? null : (rows.get(nextId) ?? null),
    actionsAllowed: actionsAllowed(tx, row, {
      signed: shownParts.signatures.some(({ party }) => party === side),
      lent: lent.length > 0,
    }),
  };
}

export type ReviewView = NonNullable<Awaited<ReturnType<typeof reviewView>>>;
