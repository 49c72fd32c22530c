import { inputRefused, isId, notFoundResult, type InputRefused, type NotFound } from '@daylight/api-calendars';
import { appendEvents, recordAudit, statement, timestamp, type Tx } from '@daylight/api-database';
import { newId, type StaffScope } from '@daylight/api-platform';
import { parsePeriod, type Period } from '@daylight/domain';
import { proposeComputed } from '../credits/propose.js';
import { FAULTS } from '../messages.js';
import { problem, refused, type AvailabilityRefused } from '../outcomes.js';
import { liveFigure, type FigureSources, type LiveFigure } from './figures-of.js';
import { figureSources, keptOf, writeFigures } from './keep.js';
import type { KeptFigure } from './kept-rows.js';
import { readFigures, tenantPlace } from './read-figures.js';
import type { FigureView } from './view.js';

export type PublishResult =
  | {
      readonly __typename: 'AvailabilityPublished';
      readonly figures: readonly FigureView[];
      readonly creditIds: readonly string[];
    }
  | AvailabilityRefused
  | InputRefused
  | NotFound;

const LOCK = statement(
  'availability-publish-lock',
  `select pg_advisory_xact_lock(hashtextextended('availability/' || $1::text, 0))`,
);
const PUBLISH = statement<{ figure_id: string }>(
  'availability-publish',
  `update availability_figure set published_at = $4, published_by = $5
   where provider_id = $1 and tenant_id = $2 and period_key = $3 and ordinal = 0 and published_at is null returning figure_id`,
);

function keptBefore({ kept }: FigureSources, { serviceItemId, period }: LiveFigure): KeptFigure | undefined {
  return kept.find(
    (row) => row.ordinal === 0 && row.service_item_id === serviceItemId && row.period_key === period.key,
  );
}

/** What is to be published of a period, computed from all that is known now; those published before are left alone. */
async function unpublished(tx: Tx<StaffScope>, sources: FigureSources & { kept: KeptFigure[] }, period: Period) {
  const services = sources.promises.services(period.from, period.to).map(({ serviceItemId }) => serviceItemId);
  const found: { readonly figure: LiveFigure; readonly kept: KeptFigure }[] = [];
  let promised = 0;
  for (const serviceItemId of services.toSorted()) {
    const figure = await liveFigure(tx, sources, serviceItemId, period);
    if (figure === null) continue;
    promised += 1;
    const before = keptBefore(sources, figure);
    if (before !== undefined && before.published_at !== null) continue;
    const place = { figure_id: before?.figure_id ?? newId(), ordinal: 0, published_at: null };
    const kept = keptOf(figure, place, tx.now);
    found.push({ figure, kept });
    sources.kept = [...sources.kept.filter(({ figure_id: id }) => id !== kept.figure_id), kept];
  }
  return { found, promised };
}

/**
 * Freezes a period's figures as they are now and proposes the credits they earn (domain.md section 8). From here on they
 * don't move: what becomes known later is an addendum.
 */
export async function publishAvailability(
  tx: Tx<StaffScope>,
  input: { readonly tenantId: string; readonly period: string },
): Promise<PublishResult> {
  const { tenantId } = input;
  const tenant = isId(tenantId) ? await tenantPlace(tx, tenantId) : null;
  if (tenant === null) return notFoundResult('tenant');
  const { language } = tx.scope;
  const period = parsePeriod(tenant.zone, input.period);
  if (period === null) return inputRefused([problem('period', 'BAD_FORMAT', FAULTS.period, language)]);
  if (period.to > tx.now) return refused('RUNNING_PERIOD', language);
  await tx.query(LOCK, [tenantId]);
  const sources = await figureSources(tx, tenantId, period);
  const { found, promised } = await unpublished(tx, sources, period);
  if (promised === 0) return refused('NOTHING_PROMISED', language);
  if (found.length === 0) return refused('PUBLISHED', language);
  await writeFigures(tx, tenantId, found);
  const { providerId, personId } = tx.scope;
  const done = await tx.query(PUBLISH, [providerId, tenantId, period.key, timestamp(tx.now), personId]);
  const creditIds = await proposeComputed(
    tx,
    tenantId,
    done.map(({ figure_id: id }) => id),
  );
  await appendEvents(tx, [{ topic: 'availability.published', tenantId, ids: { period: period.key, personId } }]);
  const after = { period: period.key, figures: done.length, credits: creditIds.length };
  await recordAudit(tx, {
    action: 'availability.publish',
    objectType: 'availability',
    objectId: null,
    tenantId,
    after,
  });
  const fresh = await figureSources(tx, tenantId, period);
  const wanted = fresh.promises
    .services(period.from, period.to)
    .map(({ serviceItemId, name }) => ({ serviceItemId, name, period }));
  const figures = await readFigures(tx, tenant, { sources: fresh, wanted });
  return { __typename: 'AvailabilityPublished', figures, creditIds };
}
