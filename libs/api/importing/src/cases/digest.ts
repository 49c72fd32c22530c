import { sha256 } from '@daylight/api-platform';
import type { SourceRow } from './case.js';

/**
 * Digests of cases: SHA-256 of the canonical JSON (RFC 8785) of their rows' values. All rows of a file have the same
 * columns, so these are sorted and written once and not with every row.
 */
export function digestsOver(columns: readonly string[]): (rows: readonly SourceRow[]) => string {
  const sorted = [...columns].sort();
  const names = sorted.map((column, index) => `${index === 0 ? '{' : ','}${JSON.stringify(column)}:`);
  const rowText = ({ values }: SourceRow): string => {
    let text = '';
    for (let index = 0; index < sorted.length; index += 1)
      text += `${names[index] ?? ''}${JSON.stringify(values[sorted[index] ?? ''] ?? '')}`;
    return `${text}}`;
  };
  return (rows) => sha256(`[${rows.map(rowText).join(',')}]`);
}
