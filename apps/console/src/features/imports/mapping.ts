import { TICKET_TYPES } from '@daylight/domain';
import * as v from 'valibot';

export const EFFECTS = [
  'FIRST_RESPONSE',
  'WORK',
  'QUEUED',
  'RESTORED',
  'RESOLVED',
  'CLOSED',
  'CANCELLED',
  'NOTE',
] as const;
export type PlainEffect = (typeof EFFECTS)[number];
export const MOMENTS = ['openedAt', 'firstResponseAt', 'restoredAt', 'resolvedAt', 'closedAt', 'cancelledAt'] as const;

const choice = <Value extends v.GenericSchema>(value: Value) =>
  v.union([
    v.strictObject({ value }),
    v.strictObject({ column: v.string(), map: v.optional(v.record(v.string(), value)), otherwise: v.optional(value) }),
  ]);
const person = v.optional(v.strictObject({ column: v.string(), unknown: v.picklist(['LEAVE_OUT', 'REJECT']) }));
const effect = v.union([
  v.picklist(EFFECTS),
  v.strictObject({ waiting: v.string(), question: v.optional(v.string()) }),
]);
const step = v.strictObject({
  when: v.record(v.string(), v.union([v.string(), v.array(v.string())])),
  is: v.array(effect),
});
const shared = {
  name: v.string(),
  delimiter: v.optional(v.string()),
  times: v.optional(v.strictObject({ format: v.optional(v.string()), zone: v.optional(v.nullable(v.string())) })),
  case: v.string(),
  ticket: v.strictObject({
    subject: v.string(),
    description: v.optional(v.string()),
    type: choice(v.picklist(TICKET_TYPES)),
    service: choice(v.string()),
    impact: choice(v.picklist([1, 2, 3])),
    urgency: choice(v.picklist([1, 2, 3])),
    assignee: person,
    requester: person,
  }),
};
const eventLog = v.strictObject({
  ...shared,
  source: v.literal('EVENT_LOG'),
  at: v.string(),
  steps: v.array(step),
  unmatched: v.picklist(['NOTE', 'REJECT']),
});
const ticketList = v.strictObject({
  ...shared,
  source: v.literal('TICKET_LIST'),
  columns: v.record(v.string(), v.string()),
});
const schema = v.variant('source', [eventLog, ticketList]);

/** A mapping document (docs/importing.md) as the form edits it; the server reads it more strictly. */
export type Mapping = v.InferOutput<typeof schema>;
export type EventLog = v.InferOutput<typeof eventLog>;
export type TicketList = v.InferOutput<typeof ticketList>;
export type Step = v.InferOutput<typeof step>;
export type Effect = v.InferOutput<typeof effect>;
export type Choice<Value> =
  | { readonly value: Value }
  | {
      readonly column: string;
      readonly map?: Readonly<Record<string, Value>> | undefined;
      readonly otherwise?: Value | undefined;
    };

/** Null: the document has another shape than the form knows; it can still be edited as JSON. */
export function readMapping(document: unknown): Mapping | null {
  const parsed = v.safeParse(schema, document);
  return parsed.success ? parsed.output : null;
}

export type WrittenMapping =
  { readonly kind: 'json'; readonly document: unknown } | { readonly kind: 'broken'; readonly message: string };

/** What somebody wrote on the JSON tab. */
export function parseWritten(text: string): WrittenMapping {
  try {
    const document: unknown = JSON.parse(text);
    return { kind: 'json', document };
  } catch (error) {
    return { kind: 'broken', message: error instanceof Error ? error.message : '' };
  }
}

export const writeMapping = (document: unknown): string => JSON.stringify(document, null, 2);

/** The same file read the other way: an entry per row, or a ticket per row. What both have in common stays. */
export function asSource(mapping: Mapping, source: Mapping['source'], columns: readonly string[]): Mapping {
  if (mapping.source === source) return mapping;
  const { name, delimiter, times, ticket } = mapping;
  const common = {
    name,
    ticket,
    case: mapping.case,
    ...(delimiter === undefined ? {} : { delimiter }),
    ...(times === undefined ? {} : { times }),
  };
  if (source === 'EVENT_LOG')
    return {
      ...common,
      source,
      at: mapping.source === 'TICKET_LIST' ? (mapping.columns['openedAt'] ?? columns[0] ?? '') : '',
      steps: [{ when: {}, is: ['NOTE'] }],
      unmatched: 'NOTE',
    };
  return { ...common, source, columns: { openedAt: mapping.source === 'EVENT_LOG' ? mapping.at : (columns[0] ?? '') } };
}

/** Values of a column in the rows shown, without doubles, in the order in which they come. */
export function valuesOf(
  column: string,
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): readonly string[] {
  const index = columns.indexOf(column);
  return index === -1 ? [] : [...new Set(rows.flatMap((row) => row[index] ?? []))].filter((value) => value !== '');
}

/** A choice with one value of its column meaning something else; '' takes the meaning back. */
export function withMeaning<Value>(
  choiceOf: Extract<Choice<Value>, { readonly column: string }>,
  value: string,
  meaning: Value | null,
): Choice<Value> {
  const { [value]: _before, ...rest } = choiceOf.map ?? {};
  return { ...choiceOf, map: meaning === null ? rest : { ...rest, [value]: meaning } };
}

/** A step with a plain effect added or taken away, effects in the order of the list; waiting stays last. */
export function withEffect(of: Step, wanted: PlainEffect, on: boolean): Step {
  const plain = EFFECTS.filter((each) => (each === wanted ? on : of.is.includes(each)));
  return { ...of, is: [...plain, ...of.is.filter((each) => typeof each !== 'string')] };
}

/** A step that waits for a reason, or doesn't when the reason is ''. */
export function withWaiting(of: Step, reason: string, question: string | null): Step {
  const plain = of.is.filter((each) => typeof each === 'string');
  return {
    ...of,
    is:
      reason === ''
        ? plain
        : [...plain, { waiting: reason, ...(question === null || question === '' ? {} : { question }) }],
  };
}

/** Where to begin when nothing could be guessed from the columns. */
export const blankMapping = (columns: readonly string[]): Mapping => ({
  name: 'Import',
  source: 'TICKET_LIST',
  case: columns[0] ?? '',
  columns: { openedAt: columns[1] ?? '' },
  ticket: {
    subject: `{${columns[0] ?? ''}}`,
    type: { value: 'INCIDENT' },
    service: { value: '' },
    impact: { value: 2 },
    urgency: { value: 2 },
  },
});
