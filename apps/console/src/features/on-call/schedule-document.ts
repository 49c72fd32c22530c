import { WEEKDAYS, type OnCallLayer, type Weekday } from '@daylight/domain';

/** A schedule as its form holds it: instants of swaps and overrides stay as the server wrote them. */
export interface ScheduleDraft {
  readonly name: { readonly ko: string; readonly en: string };
  readonly zone: string;
  readonly layers: readonly OnCallLayer[];
  readonly swaps: readonly unknown[];
  readonly overrides: readonly unknown[];
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isDraft = (value: unknown): value is ScheduleDraft =>
  isRecord(value) &&
  isRecord(value['name']) &&
  typeof value['zone'] === 'string' &&
  [value['layers'], value['swaps'], value['overrides']].every(Array.isArray);

/** The server's document, if it is one. */
export const readDraft = (document: unknown): ScheduleDraft | null => (isDraft(document) ? document : null);

/** A layer that begins on `startDate`, around the clock. */
export const newLayer = (id: string, startDate: string): OnCallLayer => ({
  ...{ id, name: { ko: '', en: '' }, participants: [], startDate, endDate: null, hours: null },
  rotation: { kind: 'WEEKLY', weekday: 'mon', handOver: '09:00' },
});

/** A key that no layer of the document has. */
export function freeKey(taken: readonly string[], stem: string): string {
  let number = taken.length + 1;
  while (taken.includes(`${stem}-${number}`)) number += 1;
  return `${stem}-${number}`;
}

export const isWeekday = (value: string): value is Weekday => WEEKDAYS.some((day) => day === value);
