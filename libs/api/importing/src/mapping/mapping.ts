import { isZone, TICKET_TYPES } from '@daylight/domain';
import * as v from 'valibot';

const column = v.pipe(v.string(), v.minLength(1), v.maxLength(300));
const text = v.pipe(v.string(), v.maxLength(2_000));

/** A value taken from a column through a table, or the same for all. `otherwise` stands in for what the table lacks. */
const choice = <Value extends v.GenericSchema>(value: Value) =>
  v.union([
    v.strictObject({ value }),
    v.strictObject({ column, map: v.optional(v.record(v.string(), value), {}), otherwise: v.optional(value) }),
  ]);

const grade = v.picklist([1, 2, 3]);

/** What an entry of the log means. Several may hold at once ("restored and resolved"). */
const effect = v.union([
  v.picklist(['FIRST_RESPONSE', 'WORK', 'QUEUED', 'RESTORED', 'RESOLVED', 'CLOSED', 'CANCELLED', 'NOTE']),
  /** Starts waiting for a reason of the contract's waiting rules; `question` is the public question that the log implies. */
  v.strictObject({ waiting: v.pipe(v.string(), v.regex(/^[A-Z][A-Z0-9_]*$/)), question: v.optional(text) }),
]);

const step = v.strictObject({
  /** All named columns must hold one of these values. */
  when: v.record(column, v.union([v.string(), v.pipe(v.array(v.string()), v.minLength(1))])),
  is: v.pipe(v.array(effect), v.minLength(1)),
});

const times = v.strictObject({
  /** `ISO` (ISO 8601 or RFC 3339), `EPOCH_SECONDS`, `EPOCH_MS`, or a pattern of YYYY MM DD HH mm ss SSS. */
  format: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(60)), 'ISO'),
  /** IANA zone of wall-clock times that carry no offset. */
  zone: v.optional(v.nullable(v.pipe(v.string(), v.check(isZone, 'unknown IANA zone'))), null),
});

const ticket = v.strictObject({
  /** `{column}` is replaced by the column's value in the case's first row. */
  subject: text,
  description: v.optional(text, ''),
  type: choice(v.picklist(TICKET_TYPES)),
  /** Code of an item of the service catalogue. */
  service: choice(v.string()),
  impact: choice(grade),
  urgency: choice(grade),
  /** Column with the e-mail or name of the assignee; people who aren't known are left out, or reject the case. */
  assignee: v.optional(v.strictObject({ column, unknown: v.picklist(['LEAVE_OUT', 'REJECT']) })),
  requester: v.optional(v.strictObject({ column, unknown: v.picklist(['LEAVE_OUT', 'REJECT']) })),
});

const shared = {
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(120)),
  delimiter: v.optional(v.pipe(v.string(), v.length(1)), ','),
  times: v.optional(times, {}),
  /** Column of the case's key: rows with the same key are one ticket. */
  case: column,
  ticket,
};

const eventLog = v.strictObject({
  ...shared,
  source: v.literal('EVENT_LOG'),
  /** Column of the instant of an entry. Entries of a case are ordered by it, then by line. */
  at: column,
  /** The first that fits says what an entry is. */
  steps: v.pipe(v.array(step), v.minLength(1)),
  unmatched: v.picklist(['NOTE', 'REJECT']),
});

const ticketList = v.strictObject({
  ...shared,
  source: v.literal('TICKET_LIST'),
  columns: v.strictObject({
    openedAt: column,
    firstResponseAt: v.optional(column),
    restoredAt: v.optional(column),
    resolvedAt: v.optional(column),
    closedAt: v.optional(column),
    cancelledAt: v.optional(column),
  }),
});

const schema = v.variant('source', [eventLog, ticketList]);

/** How the columns of a file become tickets and their histories. */
export type Mapping = v.InferOutput<typeof schema>;
export type EventLogMapping = v.InferOutput<typeof eventLog>;
export type TicketListMapping = v.InferOutput<typeof ticketList>;
export type Choice<Value> =
  | { readonly value: Value }
  | { readonly column: string; readonly map: Readonly<Record<string, Value>>; readonly otherwise?: Value | undefined };
export type Effect = v.InferOutput<typeof effect>;

export interface MappingProblem {
  readonly path: string;
  readonly kind: 'MALFORMED' | 'MISSING_COLUMN' | 'UNKNOWN_SERVICE' | 'UNKNOWN_WAITING_REASON';
  readonly detail: string;
}

export type ParsedMapping =
  | { readonly kind: 'valid'; readonly mapping: Mapping }
  | { readonly kind: 'invalid'; readonly problems: readonly MappingProblem[] };

/** Reads a mapping document; every fault with its path. */
export function parseMapping(document: unknown): ParsedMapping {
  const parsed = v.safeParse(schema, document);
  if (parsed.success) return { kind: 'valid', mapping: parsed.output };
  const problems = parsed.issues.map((issue): MappingProblem => ({
    path: v.getDotPath(issue) ?? '',
    kind: 'MALFORMED',
    detail: issue.message,
  }));
  return { kind: 'invalid', problems };
}

/** The columns that a template takes values from. */
export const placeholdersIn = (template: string): readonly string[] =>
  [...template.matchAll(/\{([^{}]+)\}/g)].flatMap(([, name]) => name ?? []);

/** Every column that a mapping names, with the place where it names it. */
export function columnsOf(mapping: Mapping): readonly { readonly path: string; readonly column: string }[] {
  const { ticket: fields } = mapping;
  const choices = (['type', 'service', 'impact', 'urgency'] as const).flatMap((field) => {
    const choiceOf = fields[field];
    return 'column' in choiceOf ? [{ path: `ticket.${field}.column`, column: choiceOf.column }] : [];
  });
  const templates = (['subject', 'description'] as const).flatMap((field) =>
    placeholdersIn(fields[field]).map((name) => ({ path: `ticket.${field}`, column: name })),
  );
  const people = (['assignee', 'requester'] as const).flatMap((field) => {
    const person = fields[field];
    return person === undefined ? [] : [{ path: `ticket.${field}.column`, column: person.column }];
  });
  return [{ path: 'case', column: mapping.case }, ...choices, ...templates, ...people, ...ownColumns(mapping)];
}

function ownColumns(mapping: Mapping): readonly { readonly path: string; readonly column: string }[] {
  if (mapping.source === 'TICKET_LIST') {
    return Object.entries(mapping.columns).flatMap(([field, name]) =>
      name === undefined ? [] : [{ path: `columns.${field}`, column: name }],
    );
  }
  const steps = mapping.steps.flatMap(({ when, is }, index) => [
    ...Object.keys(when).map((name) => ({ path: `steps[${index}].when`, column: name })),
    ...is
      .flatMap((each) => (typeof each === 'string' ? [] : placeholdersIn(each.question ?? '')))
      .map((name) => ({ path: `steps[${index}].is`, column: name })),
  ]);
  return [{ path: 'at', column: mapping.at }, ...steps];
}

/** What the mapping names but the file lacks. */
export function missingColumns(mapping: Mapping, header: readonly string[]): readonly MappingProblem[] {
  return columnsOf(mapping)
    .filter((named) => !header.includes(named.column))
    .map((named) => ({ path: named.path, kind: 'MISSING_COLUMN', detail: named.column }));
}

/** `{column}` replaced by the row's values. */
export function fill(template: string, row: Readonly<Record<string, string>>): string {
  return template.replace(/\{([^{}]+)\}/g, (_, name: string) => row[name] ?? '');
}
