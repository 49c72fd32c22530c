import { asText, valueAt } from './read-answer.js';
import type { GatewayTemplate } from './template.js';

type Reports = NonNullable<GatewayTemplate['reports']>;

/** What a gateway says of one message. */
export interface Reported {
  readonly reference: string;
  readonly outcome: 'DELIVERED' | 'FAILED';
  readonly badAddress: boolean;
  /** The vendor's own word. */
  readonly word: string;
}

const MOST = 1_000;

function structureOf(body: string, contentType: string): unknown {
  if (!/json/i.test(contentType) && !/^\s*[[{]/.test(body)) return Object.fromEntries(new URLSearchParams(body));
  try {
    const value: unknown = JSON.parse(body);
    return value;
  } catch {
    return null;
  }
}

/** `3*` is every word that begins so. */
const matches = (word: string, wanted: string): boolean =>
  wanted.endsWith('*') ? word.startsWith(wanted.slice(0, -1)) : word === wanted;

function reportOf(one: unknown, { reference, status, ...words }: Reports): Reported | null {
  const [named, word] = [asText(valueAt(one, reference)), asText(valueAt(one, status))];
  if (named === null || word === null) return null;
  const says = (list: readonly string[]) => list.some((each) => matches(word.toLowerCase(), each.toLowerCase()));
  const badAddress = says(words.badAddress);
  if (badAddress || says(words.failed))
    return { reference: named, outcome: 'FAILED', badAddress, word: word.slice(0, 100) };
  return says(words.delivered)
    ? { reference: named, outcome: 'DELIVERED', badAddress, word: word.slice(0, 100) }
    : null;
}

/** Reads a report, JSON or a form, by the template's rule; null: it can't be read. Words in between change nothing. */
export function readReport(body: string, contentType: string, reports: Reports): readonly Reported[] | null {
  const structure = structureOf(body, contentType);
  const found = reports.list === null ? structure : valueAt(structure, reports.list);
  const list: unknown = Array.isArray(found) ? found : reports.list === null ? [structure] : null;
  if (structure === null || !Array.isArray(list)) return null;
  return list.slice(0, MOST).flatMap((one) => {
    const report = reportOf(one, reports);
    return report === null ? [] : [report];
  });
}
