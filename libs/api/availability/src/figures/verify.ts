import { isId } from '@daylight/api-calendars';
import type { Tx } from '@daylight/api-database';
import { sha256, type PersonScope } from '@daylight/api-platform';
import { canonicalJson, ppmOf, type Language } from '@daylight/domain';
import { DIFFERENCES } from '../messages.js';
import { readFigure, type ComputedFigure } from './document.js';
import { liveFigure } from './figures-of.js';
import { figureSources } from './keep.js';
import { documentsById, type KeptDocument } from './kept-rows.js';
import { ratioOfKept } from './view.js';

/** Which parts of two documents differ, in words. */
function differencesOf(a: ComputedFigure, b: ComputedFigure, language: Language): readonly string[] {
  return Object.entries(DIFFERENCES).flatMap(([part, words]) => {
    const [was, is] = [a.document[part] ?? null, b.document[part] ?? null];
    return canonicalJson(was) === canonicalJson(is) ? [] : [words[language]];
  });
}

/** The stored result follows from the stored document, to the bit. */
function follows(row: KeptDocument, figure: ComputedFigure | null): boolean {
  const [kept, again] = [ratioOfKept(row), figure?.statement.availability.ratio ?? null];
  const sameRatio = kept?.numerator === again?.numerator && kept?.denominator === again?.denominator;
  return sameRatio && figure?.statement.totalMinor === row.total_minor && sha256(row.document) === row.digest;
}

/**
 * Computes a kept figure again: from its own document, which has to give the same bits, and from what is known now, which
 * tells what was corrected since (D-KPI-3). null: no such figure in reach.
 */
export async function verifyAvailability(tx: Tx<PersonScope>, figureId: string) {
  const rows = isId(figureId) ? await documentsById(tx, [figureId]) : [];
  const row = rows.find(({ figure_id: id }) => id === figureId);
  if (row === undefined) return null;
  const figure = readFigure(JSON.parse(row.document));
  const recomputed = figure === null ? '' : canonicalJson(figure.document);
  const period = figure?.input.period ?? null;
  const { service_item_id: serviceItemId, tenant_id: tenantId } = row;
  const now =
    period === null ? null : await liveFigure(tx, await figureSources(tx, tenantId, period), serviceItemId, period);
  const ratio = now?.statement.availability.ratio ?? null;
  return {
    ...{ same: follows(row, figure), digest: row.digest, recomputedDigest: sha256(recomputed), checkedAt: tx.now },
    nowPpm: ratio === null ? null : ppmOf(ratio),
    differences: figure === null || now === null ? [] : differencesOf(figure, now, tx.scope.language),
  };
}
