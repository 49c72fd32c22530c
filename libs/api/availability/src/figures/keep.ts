import { statement, timestamp, type Tx } from '@daylight/api-database';
import { newId, sha256, type SystemScope } from '@daylight/api-platform';
import { canonicalJson, DAY, type Instant, type Period } from '@daylight/domain';
import { loadHistory } from '../facts/history-rows.js';
import { loadPromises } from '../facts/promises.js';
import { liveFigure, periodsOf, type FigureSources, type LiveFigure } from './figures-of.js';
import { keptFigures, type KeptFigure } from './kept-rows.js';

/** Periods that ended longer ago aren't computed again; nobody corrects an outage of two years ago by the way. */
const LOOKS_BACK_MS = 400 * DAY;
/** Rules about repeated misses look further back than figures are computed. */
const REMEMBERS_MS = 800 * DAY;

const WRITE = statement<{ figure_id: string; service_item_id: string; period_key: string }>(
  'availability-write',
  `insert into availability_figure (provider_id, tenant_id, figure_id, service_item_id, period_key, ordinal, period_from, period_to, version_id,
     bears_credit, numerator, denominator, verdict, credited, credit_minor, total_minor, currency, document, digest, computed_at, published_at)
   select $1, $2, r.figure_id, r.service_item_id, r.period_key, r.ordinal, r.period_from, r.period_to, r.version_id, r.bears_credit, r.numerator,
     r.denominator, r.verdict, r.credited, r.credit_minor, r.total_minor, r.currency, r.document, r.digest, $4, r.published_at
   from jsonb_to_recordset($3) as r (figure_id uuid, service_item_id uuid, period_key text, ordinal integer, period_from timestamptz,
     period_to timestamptz, version_id uuid, bears_credit boolean, numerator numeric, denominator numeric, verdict text, credited boolean,
     credit_minor bigint, total_minor bigint, currency text, document text, digest text, published_at timestamptz)
   on conflict on constraint availability_once do update set period_from = excluded.period_from, period_to = excluded.period_to,
     version_id = excluded.version_id, bears_credit = excluded.bears_credit, numerator = excluded.numerator, denominator = excluded.denominator,
     verdict = excluded.verdict, credited = excluded.credited, credit_minor = excluded.credit_minor, total_minor = excluded.total_minor,
     currency = excluded.currency, document = excluded.document, digest = excluded.digest, computed_at = excluded.computed_at
   where availability_figure.published_at is null and availability_figure.digest <> excluded.digest
   returning figure_id, service_item_id, period_key`,
);
const CREDITS = statement(
  'availability-credits',
  `insert into credit (provider_id, tenant_id, credit_id, figure_id, evidence_id, state, amount_minor, currency, created_at)
   select f.provider_id, f.tenant_id, r.credit_id, f.figure_id, f.figure_id, 'COMPUTED', f.total_minor, f.currency, $4
   from jsonb_to_recordset($3) as r (credit_id uuid, service_item_id uuid, period_key text)
   join availability_figure f on f.provider_id = $1 and f.tenant_id = $2 and f.service_item_id = r.service_item_id
     and f.period_key = r.period_key and f.ordinal = 0 and f.bears_credit and f.total_minor > 0
   on conflict on constraint credit_of_figure do update set amount_minor = excluded.amount_minor, currency = excluded.currency
   where credit.state = 'COMPUTED' and credit.amount_minor <> excluded.amount_minor`,
);
const GONE = statement(
  'availability-credits-gone',
  `delete from credit c using availability_figure f where c.provider_id = $1 and c.tenant_id = $2 and c.state = 'COMPUTED'
     and f.provider_id = c.provider_id and f.figure_id = c.figure_id and (f.total_minor = 0 or not f.bears_credit)`,
);
const LOOKED = statement(
  'availability-looked',
  `insert into availability_keeping as k (provider_id, tenant_id, looked_at) values ($1, $2, $3)
   on conflict (provider_id, tenant_id) do update set looked_at = excluded.looked_at`,
);

/** The document's bytes and their digest (D-KPI-3). */
export function bytesOf({ document }: Pick<LiveFigure, 'document'>): {
  readonly text: string;
  readonly digest: string;
} {
  const text = canonicalJson(document);
  return { text, digest: sha256(text) };
}

/** A figure as a row without its document. */
export function keptOf(
  figure: LiveFigure,
  place: Pick<KeptFigure, 'figure_id' | 'ordinal' | 'published_at'>,
  now: Instant,
): KeptFigure {
  const { serviceItemId, period, promised, bearsCredit, statement: stated } = figure;
  const { credit, availability } = stated;
  const { ratio } = availability;
  return {
    ...{
      ...place,
      service_item_id: serviceItemId,
      period_key: period.key,
      period_from: period.from,
      period_to: period.to,
    },
    ...{ version_id: promised.version.versionId, bears_credit: bearsCredit, verdict: availability.verdict },
    ...{
      credited: (credit?.earned.numerator ?? 0n) > 0n,
      credit_minor: credit?.amountMinor ?? 0,
      total_minor: stated.totalMinor,
    },
    ...{ numerator: ratio?.numerator.toString() ?? null, denominator: ratio?.denominator.toString() ?? null },
    ...{ digest: bytesOf(figure).digest, computed_at: now },
  };
}

function rowOf(figure: LiveFigure, kept: KeptFigure) {
  return {
    ...kept,
    ...{ period_from: timestamp(kept.period_from), period_to: timestamp(kept.period_to) },
    ...{
      currency: figure.promised.terms.currency,
      document: bytesOf(figure).text,
      published_at: timestamp(kept.published_at),
    },
  };
}

/** Writes figures, those that are published excepted. */
export async function writeFigures(
  tx: Tx,
  tenantId: string,
  figures: readonly { readonly figure: LiveFigure; readonly kept: KeptFigure }[],
): Promise<void> {
  if (figures.length === 0) return;
  const rows = figures.map(({ figure, kept }) => rowOf(figure, kept));
  const { providerId } = tx.scope;
  await tx.query(WRITE, [providerId, tenantId, JSON.stringify(rows), timestamp(tx.now)]);
  const wanted = figures
    .filter(({ kept }) => kept.ordinal === 0)
    .map(({ kept }) => ({ credit_id: newId(), service_item_id: kept.service_item_id, period_key: kept.period_key }));
  await tx.query(CREDITS, [providerId, tenantId, JSON.stringify(wanted), timestamp(tx.now)]);
}

/** Everything that a client's figures of `[from, to)` are made of. Eight statements. */
export async function figureSources(tx: Tx, tenantId: string, on: { readonly from: Instant; readonly to: Instant }) {
  const [promises, history, kept] = await Promise.all([
    loadPromises(tx, tenantId),
    loadHistory(tx, tenantId, on),
    keptFigures(tx, tenantId, on.from - REMEMBERS_MS),
  ]);
  return { promises, history, kept: [...kept] };
}

interface Place {
  readonly serviceItemId: string;
  readonly period: Period;
}

function placesIn(sources: FigureSources, from: Instant, now: Instant): readonly Place[] {
  const services = sources.promises.services(from, now);
  const places = services.flatMap(({ serviceItemId, since }) =>
    periodsOf(sources, serviceItemId, [Math.max(from, since), now]).map((period) => ({ serviceItemId, period })),
  );
  // Earlier periods first, of one period by the item: caps and repeated misses build on what came before.
  return places.toSorted((a, b) => a.period.from - b.period.from || (a.serviceItemId < b.serviceItemId ? -1 : 1));
}

/** A correction after publishing, where the result is another one; else the figure as it is to be kept; null: it stands. */
export function keptAs(figure: LiveFigure, before: readonly KeptFigure[], now: Instant): KeptFigure | null {
  const last = before.at(-1);
  const fresh = keptOf(figure, { figure_id: last?.figure_id ?? newId(), ordinal: 0, published_at: null }, now);
  if (last === undefined || last.published_at === null) return last?.digest === fresh.digest ? null : fresh;
  const same =
    last.numerator === fresh.numerator &&
    last.denominator === fresh.denominator &&
    last.total_minor === fresh.total_minor;
  return same ? null : { ...fresh, figure_id: newId(), ordinal: last.ordinal + 1, published_at: now };
}

/**
 * Computes a client's figures of the last thirteen months anew: those not published are overwritten, of published ones that
 * would come out differently an addendum is written, and credits follow (D-AVL-1, D-CRD-1).
 */
export async function keepFigures(tx: Tx<SystemScope>, tenantId: string): Promise<number> {
  const from = tx.now - LOOKS_BACK_MS;
  const sources = await figureSources(tx, tenantId, { from, to: tx.now });
  const written: { figure: LiveFigure; kept: KeptFigure }[] = [];
  for (const { serviceItemId, period } of placesIn(sources, from, tx.now)) {
    // A period that is only seen in part can't be computed from what was loaded.
    if (period.from < from) continue;
    const figure = await liveFigure(tx, sources, serviceItemId, period);
    if (figure === null) continue;
    const before = sources.kept.filter((row) => row.service_item_id === serviceItemId && row.period_key === period.key);
    const kept = keptAs(figure, before, tx.now);
    if (kept === null) continue;
    written.push({ figure, kept });
    if (kept.ordinal === 0) {
      sources.kept = [...sources.kept.filter((row) => row.figure_id !== kept.figure_id), kept];
    }
  }
  await writeFigures(tx, tenantId, written);
  const { providerId } = tx.scope;
  await tx.query(GONE, [providerId, tenantId]);
  await tx.query(LOOKED, [providerId, tenantId, timestamp(tx.now)]);
  return written.length;
}
