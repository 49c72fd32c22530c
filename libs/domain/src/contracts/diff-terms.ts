import { canonicalJson } from '../json/canonical.js';
import type { Terms } from './terms.js';

type Fields = Readonly<Record<string, unknown>>;

/** A list whose items are told apart by a key, each compared field by field. */
interface ListShape {
  readonly key: (item: Fields) => string;
  readonly fields: FieldShapes;
}

/** How each field is compared: as one value, or as a list of keyed items. */
type FieldShapes = Readonly<Record<string, 'VALUE' | ListShape>>;

const DATED_HOURS = {
  key: ({ date }) => String(date),
  fields: { name: 'VALUE', intervals: 'VALUE' },
} satisfies ListShape;

const CALENDAR = {
  ...{ name: 'VALUE', zone: 'VALUE', kind: 'VALUE', weekly: 'VALUE', holidayPolicy: 'VALUE', holidayRegion: 'VALUE' },
  exceptions: DATED_HOURS,
  breaks: { key: ({ date }) => String(date), fields: { intervals: 'VALUE' } },
  fixedHolidays: { key: ({ date }) => String(date), fields: { name: 'VALUE' } },
} as const satisfies FieldShapes;

const TARGET = {
  ...{
    clock: 'VALUE',
    priority: 'VALUE',
    types: 'VALUE',
    amount: 'VALUE',
    calendarId: 'VALUE',
    warnAtPercent: 'VALUE',
  },
} as const satisfies FieldShapes;

const AVAILABILITY = {
  ...{ name: 'VALUE', serviceItemIds: 'VALUE', calendarId: 'VALUE', period: 'VALUE', targetPpm: 'VALUE' },
  ...{ assetRule: 'VALUE', weights: 'VALUE', degradedPercent: 'VALUE', unmeasured: 'VALUE', excludable: 'VALUE' },
} as const satisfies FieldShapes;

/** What a change can be about; the test of completeness compares this with the reader of terms. */
const TERMS_SHAPE = {
  ...{ schema: 'VALUE', reportingZone: 'VALUE', currency: 'VALUE', monthlyFeeMinor: 'VALUE', priorityMatrix: 'VALUE' },
  ...{ responseMetBy: 'VALUE', reopenWindowDays: 'VALUE', autoCloseDays: 'VALUE', renewal: 'VALUE' },
  services: {
    key: ({ serviceItemId }) => String(serviceItemId),
    fields: {
      ...{ name: 'VALUE', level: 'VALUE', inScope: 'VALUE', outOfScope: 'VALUE', policyId: 'VALUE' },
      monthlyFeeMinor: 'VALUE',
    },
  },
  policies: {
    key: ({ id }) => String(id),
    fields: { name: 'VALUE', targets: { key: ({ id }) => String(id), fields: TARGET } },
  },
  calendars: { key: ({ id }) => String(id), fields: CALENDAR },
  waiting: {
    key: ({ reason }) => String(reason),
    fields: { name: 'VALUE', status: 'VALUE', pauses: 'VALUE', needsCaseNumber: 'VALUE' },
  },
  responsibilities: {
    key: ({ activity }) => canonicalJson(activity),
    fields: { accountable: 'VALUE', responsible: 'VALUE', consulted: 'VALUE', informed: 'VALUE' },
  },
  kpiTargets: {
    key: ({ kpi, clock, side }) => [kpi, clock, side].filter((part) => part !== null).join('/'),
    fields: { comparison: 'VALUE', value: 'VALUE' },
  },
  ...{ deemedConsent: 'VALUE', jurisdictions: 'VALUE' },
  availability: { key: ({ id }) => String(id), fields: AVAILABILITY },
  maintenance: 'VALUE',
  credits: {
    key: ({ id }) => String(id),
    fields: {
      ...{ name: 'VALUE', basis: 'VALUE', tiers: 'VALUE', cap: 'VALUE', rounding: 'VALUE', treatment: 'VALUE' },
      termination: 'VALUE',
    },
  },
} as const satisfies Readonly<Record<keyof Terms, 'VALUE' | ListShape>>;

/** One difference between two documents, the smaller unit that a person would name. */
export interface TermsChange {
  /** `services[servers].level`: items are named by their key, not by their place. */
  readonly path: string;
  /** What the change is about, without keys: one of {@link TERMS_SUBJECTS}, e.g. `services.level`. */
  readonly subject: string;
  /** Keys of the items the path leads through, outermost first. */
  readonly keys: readonly string[];
  readonly kind: 'ADDED' | 'REMOVED' | 'CHANGED';
  /** JSON as it stood; null when added. */
  readonly before: unknown;
  /** JSON as it is to stand; null when removed. */
  readonly after: unknown;
}

interface Spot {
  readonly path: string;
  readonly subject: string;
  readonly keys: readonly string[];
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function itemsByKey(value: unknown, shape: ListShape): ReadonlyMap<string, Fields> {
  const items: readonly unknown[] = Array.isArray(value) ? value : [];
  return new Map(items.filter(isFields).map((item) => [shape.key(item), item]));
}

function within(parent: Spot, field: string): Spot {
  const dot = parent.path === '' ? '' : '.';
  return { path: `${parent.path}${dot}${field}`, subject: `${parent.subject}${dot}${field}`, keys: parent.keys };
}

function diffList(before: unknown, after: unknown, shape: ListShape, spot: Spot): readonly TermsChange[] {
  const old = itemsByKey(before, shape);
  const fresh = itemsByKey(after, shape);
  return [...new Set([...old.keys(), ...fresh.keys()])].flatMap((key): readonly TermsChange[] => {
    const at = { path: `${spot.path}[${key}]`, subject: spot.subject, keys: [...spot.keys, key] };
    const was = old.get(key);
    const is = fresh.get(key);
    if (was === undefined) return [{ ...at, kind: 'ADDED', before: null, after: is ?? null }];
    if (is === undefined) return [{ ...at, kind: 'REMOVED', before: was, after: null }];
    return diffFields(was, is, shape.fields, at);
  });
}

function diffFields(before: Fields, after: Fields, shapes: FieldShapes, spot: Spot): readonly TermsChange[] {
  return Object.entries(shapes).flatMap(([field, shape]): readonly TermsChange[] => {
    const was = before[field] ?? null;
    const is = after[field] ?? null;
    const at = within(spot, field);
    if (shape !== 'VALUE') return diffList(was, is, shape, at);
    return canonicalJson(was) === canonicalJson(is) ? [] : [{ ...at, kind: 'CHANGED', before: was, after: is }];
  });
}

/** What would change from one document to the next; empty for documents that mean the same. Order of lists means nothing. */
export function diffTerms(before: Terms, after: Terms): readonly TermsChange[] {
  return diffFields({ ...before }, { ...after }, TERMS_SHAPE, { path: '', subject: '', keys: [] });
}

function subjectsOf(shapes: FieldShapes, prefix: string): readonly string[] {
  return Object.entries(shapes).flatMap(([field, shape]) => {
    const subject = `${prefix}${field}`;
    return shape === 'VALUE' ? [subject] : [subject, ...subjectsOf(shape.fields, `${subject}.`)];
  });
}

/** Every subject a change can have, so that `libs/text` can prove it has words for each. */
export const TERMS_SUBJECTS: readonly string[] = subjectsOf(TERMS_SHAPE, '');
