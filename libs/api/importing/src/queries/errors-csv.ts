import { stringify } from 'csv-stringify/sync';
import type { Language } from '@daylight/domain';
import type { ImportErrorView } from './run-views.js';

const HEADER: Readonly<Record<Language, readonly string[]>> = {
  ko: ['줄', '건', '열', '사유', '설명'],
  en: ['Line', 'Case', 'Column', 'Kind', 'Message'],
};

/** Errors as CSV for a spreadsheet: UTF-8 with byte order mark, cells that would run as formulas neutralised (F6). */
export function errorsAsCsv(errors: readonly ImportErrorView[], language: Language): string {
  const rows = errors.map(({ line, caseKey, column, kind, message }) => [
    line ?? '',
    caseKey,
    column ?? '',
    kind,
    message,
  ]);
  return stringify([HEADER[language], ...rows], { bom: true, escape_formulas: true });
}
