import type { Tx } from '@daylight/api-database';
import type { StaffScope } from '@daylight/api-platform';
import { liveFigure } from './figures-of.js';
import { keptAs, figureSources, writeFigures } from './keep.js';
import { documentsById, type KeptFigure } from './kept-rows.js';
import { figureOfDocument } from './read-figures.js';

/**
 * A published figure as it would be by what is known now: the latest that was kept where nothing differs, else an addendum
 * written in this transaction. null: no such figure, or nothing is promised any more.
 */
export async function correctedNow(tx: Tx<StaffScope>, tenantId: string, figureId: string): Promise<KeptFigure | null> {
  const rows = await documentsById(tx, [figureId]);
  const base = rows.find(({ figure_id: id }) => id === figureId);
  if (base === undefined) return null;
  const { period } = figureOfDocument(base).input;
  const figure = await liveFigure(tx, await figureSources(tx, tenantId, period), base.service_item_id, period);
  if (figure === null) return null;
  const kept = keptAs(figure, rows, tx.now);
  if (kept === null) return rows.at(-1) ?? null;
  await writeFigures(tx, tenantId, [{ figure, kept }]);
  return kept;
}
