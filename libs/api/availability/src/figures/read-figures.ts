import { isId } from '@daylight/api-calendars';
import { statement, type Tx } from '@daylight/api-database';
import type { PersonScope } from '@daylight/api-platform';
import { parsePeriod, type LocalizedText, type Period } from '@daylight/domain';
import { readFigure, type ComputedFigure } from './document.js';
import { liveFigure, type FigureSources } from './figures-of.js';
import { figureSources } from './keep.js';
import { publishedDocuments, type KeptDocument } from './kept-rows.js';
import { figureView, type FigureView } from './view.js';

const TENANT = statement<{ name: string; zone: string }>(
  'availability-tenant',
  'select t.name, reporting_zone($1, $2) as zone from tenant t where t.provider_id = $1 and t.tenant_id = $2',
);

export interface TenantPlace {
  readonly tenantId: string;
  readonly name: string;
  readonly zone: string;
}

/** The client and the zone its periods are cut in; null: none in reach. */
export async function tenantPlace(tx: Tx, tenantId: string): Promise<TenantPlace | null> {
  const [row] = isId(tenantId) ? await tx.query(TENANT, [tx.scope.providerId, tenantId]) : [];
  return row === undefined ? null : { tenantId, ...row };
}

/** A figure that is asked for. */
export interface WantedFigure {
  readonly serviceItemId: string;
  readonly name: LocalizedText;
  readonly period: Period;
}

/** What was kept, parsed. Throws for a document that was tampered with so that it is none any more. */
export function figureOfDocument(row: Pick<KeptDocument, 'document' | 'figure_id'>): ComputedFigure {
  const figure = readFigure(JSON.parse(row.document));
  if (figure === null) throw new Error(`the figure ${row.figure_id} can't be read`);
  return figure;
}

function publisherOf({ published_by: id, publisher }: KeptDocument) {
  return id === null ? null : ({ id, displayName: publisher ?? '', side: 'PROVIDER' } as const);
}

/** One kept figure with its addenda, as the schema has it. */
export function keptView(
  tx: Tx<PersonScope>,
  rows: readonly KeptDocument[],
  place: Pick<TenantPlace, 'tenantId' | 'name'> & { readonly serviceName: LocalizedText },
): FigureView | null {
  const row = rows.find(({ ordinal }) => ordinal === 0);
  if (row === undefined) return null;
  const figure = figureOfDocument(row);
  const { language } = tx.scope;
  const { tenantId, name: tenantName, serviceName } = place;
  return figureView(
    figure,
    {
      ...{ tenantId, tenantName, serviceItemId: row.service_item_id, serviceName, period: figure.input.period },
      ...{ bearsCredit: row.bears_credit, kept: row, publisher: publisherOf(row) },
      addenda: rows.filter(({ ordinal }) => ordinal > 0),
    },
    { now: tx.now, language },
  );
}

/** Figures as they are: published ones as published, the others by what is known now. One statement besides `sources`. */
export async function readFigures(
  tx: Tx<PersonScope>,
  tenant: TenantPlace,
  { sources, wanted }: { readonly sources: FigureSources; readonly wanted: readonly WantedFigure[] },
): Promise<readonly FigureView[]> {
  const keys = [...new Set(wanted.map(({ period }) => period.key))];
  const published = await publishedDocuments(tx, tenant.tenantId, keys);
  const views: FigureView[] = [];
  for (const { serviceItemId, name: serviceName, period } of wanted) {
    const own = published.filter((row) => row.service_item_id === serviceItemId && row.period_key === period.key);
    const shown =
      keptView(tx, own, { ...tenant, serviceName }) ??
      (await live(tx, tenant, sources, { serviceItemId, name: serviceName, period }));
    if (shown !== null) views.push(shown);
  }
  return views;
}

async function live(
  tx: Tx<PersonScope>,
  { tenantId, name: tenantName }: TenantPlace,
  sources: FigureSources,
  { serviceItemId, name: serviceName, period }: WantedFigure,
): Promise<FigureView | null> {
  const figure = await liveFigure(tx, sources, serviceItemId, period);
  if (figure === null) return null;
  const kept = sources.kept.find(
    (row) => row.ordinal === 0 && row.service_item_id === serviceItemId && row.period_key === period.key,
  );
  const place = { tenantId, tenantName, serviceItemId, serviceName, period, bearsCredit: figure.bearsCredit };
  return figureView(
    figure,
    { ...place, kept: kept ?? null, publisher: null, addenda: [] },
    { now: tx.now, language: tx.scope.language },
  );
}

/** Figures of one period of a client, by service; null: no such client or period. */
export async function availabilityFigures(
  tx: Tx<PersonScope>,
  { tenantId, period: key }: { readonly tenantId: string; readonly period: string },
): Promise<readonly FigureView[] | null> {
  const tenant = await tenantPlace(tx, tenantId);
  const period = tenant === null ? null : parsePeriod(tenant.zone, key);
  if (tenant === null || period === null || period.from > tx.now) return null;
  const sources = await figureSources(tx, tenantId, period);
  const wanted = sources.promises
    .services(period.from, period.to)
    .map(({ serviceItemId, name }) => ({ serviceItemId, name, period }));
  return readFigures(tx, tenant, { sources, wanted });
}
