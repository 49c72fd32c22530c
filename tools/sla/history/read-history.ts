import type {
  BoundTerms,
  HolidayRevision,
  Instant,
  Offer,
  Terms,
  TicketEvent,
  TicketEventKind,
} from '@daylight/domain';
import {
  bindTerms,
  CHANNELS,
  DEFAULT_AUTO_CLOSE_DAYS,
  DEFAULT_PRIORITY_MATRIX,
  DEFAULT_REOPEN_WINDOW_DAYS,
  DEFAULT_WAITING_RULES,
  IMPLEMENTATION_OUTCOMES,
  jsonReaders,
  parseIso,
  parseTerms,
  PRIORITIES,
  SCORES,
  TICKET_TYPES,
  WAITING_STATUSES,
} from '@daylight/domain';

const { flag, integer, list, nullable, oneOf, record, text, variant } = jsonReaders;
type Read<T> = jsonReaders.Read<T>;

/** One ticket's log with all that its clocks depend on (D-SLA-1). */
export interface History {
  readonly ticket: string;
  readonly language: 'ko' | 'en' | null;
  readonly asOf: Instant;
  /** The document that judges the whole log; null where each binding names its own. */
  readonly terms: Terms | null;
  /** By the name that bindings give as their `termsDigest` (D-CON-1). */
  readonly boundTerms: BoundTerms | null;
  readonly holidays: readonly HolidayRevision[];
  readonly events: readonly TicketEvent[];
}

export type ReadHistory =
  | { readonly kind: 'valid'; readonly history: History }
  | { readonly kind: 'invalid'; readonly problems: readonly Problem[] };

/** `path` reads `events[2].at`. */
export interface Problem {
  readonly path: string;
  readonly kind: string;
  readonly detail: string;
}

const instant: Read<Instant> = (value, { path, problems }) => {
  const at = typeof value === 'string' ? parseIso(value) : null;
  if (at === null) problems.push({ path, kind: 'BAD_FORMAT', detail: 'ISO 8601 with Z or an offset' });
  return at ?? undefined;
};
const id = text({ max: 200 });
const named = record({ ko: text({ max: 200, mayBeEmpty: true }), en: text({ max: 200, mayBeEmpty: true }) });
const grade = oneOf(1, 2, 3);
const binding = record({
  ...{ contractVersionId: nullable(id), termsDigest: nullable(id), serviceItemId: id, policyId: nullable(id) },
});
const place = integer(1, Number.MAX_SAFE_INTEGER);
const offer = variant<Offer>('kind', {
  DATE: record({ kind: oneOf('DATE'), dueAt: instant }),
  REBINDING: record({ kind: oneOf('REBINDING'), binding }),
  CLIENT_ACCOUNTABLE: record({ kind: oneOf('CLIENT_ACCOUNTABLE'), activity: named }),
});
const actor = record({ side: oneOf('CLIENT', 'PROVIDER', 'SYSTEM'), userId: nullable(id) });
const common = { v: oneOf(1), seq: integer(0, Number.MAX_SAFE_INTEGER), at: instant, actor };

/** Every kind of event with what it says; the compiler sees to it that none is missing. */
const EVENTS: Readonly<Record<TicketEventKind, Read<TicketEvent>>> = {
  OPENED: record({
    ...{ ...common, kind: oneOf('OPENED'), type: oneOf(...TICKET_TYPES), priority: oneOf(...PRIORITIES) },
    ...{ impact: grade, urgency: grade, channel: oneOf(...CHANNELS), confidential: flag, requesterId: nullable(id) },
    binding,
  }),
  PRIORITY_CHANGED: record({
    ...{ ...common, kind: oneOf('PRIORITY_CHANGED'), from: oneOf(...PRIORITIES), to: oneOf(...PRIORITIES) },
    ...{ cause: oneOf('CIRCUMSTANCES', 'MISCLASSIFIED'), reasonTextId: nullable(id) },
  }),
  SERVICE_CHANGED: record({ ...common, kind: oneOf('SERVICE_CHANGED'), binding }),
  REBOUND: record({
    ...{ ...common, kind: oneOf('REBOUND'), binding, proposalId: id, proposedBy: actor },
    changesDigest: nullable(id),
  }),
  CLASSIFIED: record({
    ...{ ...common, kind: oneOf('CLASSIFIED'), impact: grade, urgency: grade, type: oneOf(...TICKET_TYPES) },
  }),
  MESSAGE_ADDED: record({
    ...{ ...common, kind: oneOf('MESSAGE_ADDED'), messageId: id, visibility: oneOf('PUBLIC', 'INTERNAL') },
    ...{ automatic: flag, question: flag },
  }),
  MESSAGE_WITHDRAWN: record({ ...common, kind: oneOf('MESSAGE_WITHDRAWN'), messageId: id }),
  RESPONSE_LOGGED: record({
    ...{ ...common, kind: oneOf('RESPONSE_LOGGED'), act: oneOf('LOGGED_CALL', 'OWNER_ACCEPTANCE', 'ON_SITE') },
    personId: nullable(id),
  }),
  ASSIGNED: record({ ...common, kind: oneOf('ASSIGNED'), assigneeId: nullable(id), teamId: nullable(id) }),
  WAITING_STARTED: record({
    ...{ ...common, kind: oneOf('WAITING_STARTED'), status: oneOf(...WAITING_STATUSES), reason: id },
    ...{ questionMessageId: nullable(id), caseNumber: nullable(id), until: nullable(instant), clientConsent: flag },
  }),
  RESUMED: record({ ...common, kind: oneOf('RESUMED'), cause: oneOf('CLIENT_REPLY', 'STAFF', 'SCHEDULE_REACHED') }),
  WORK_STARTED: record({ ...common, kind: oneOf('WORK_STARTED') }),
  SERVICE_RESTORED: record({ ...common, kind: oneOf('SERVICE_RESTORED') }),
  RESOLVED: record({
    ...{ ...common, kind: oneOf('RESOLVED') },
    code: oneOf('FIXED', 'WORKAROUND', 'NO_FAULT_FOUND', 'ANSWERED', 'DUPLICATE', 'OTHER'),
  }),
  REOPENED: record({ ...common, kind: oneOf('REOPENED'), cause: oneOf('CLIENT_REPLY', 'CLIENT', 'STAFF') }),
  CLOSED: record({ ...common, kind: oneOf('CLOSED'), cause: oneOf('CLIENT', 'STAFF', 'TIMER', 'IMPORT') }),
  CANCELLED: record({ ...common, kind: oneOf('CANCELLED'), cause: oneOf('CLIENT', 'STAFF') }),
  MERGED: record({ ...common, kind: oneOf('MERGED'), intoTicketId: id }),
  ABSORBED: record({ ...common, kind: oneOf('ABSORBED'), ticketId: id, openedAt: instant }),
  UNMERGED: record({ ...common, kind: oneOf('UNMERGED'), ticketId: id }),
  RELEASED: record({ ...common, kind: oneOf('RELEASED'), ticketId: id }),
  CONFIDENTIAL_SET: record({ ...common, kind: oneOf('CONFIDENTIAL_SET'), confidential: flag }),
  WATCHER_ADDED: record({ ...common, kind: oneOf('WATCHER_ADDED'), userId: id }),
  WATCHER_REMOVED: record({ ...common, kind: oneOf('WATCHER_REMOVED'), userId: id }),
  PROPOSED: record({ ...common, kind: oneOf('PROPOSED'), proposalId: id, offer, reasonTextId: nullable(id) }),
  PROPOSAL_ANSWERED: record({
    ...{ ...common, kind: oneOf('PROPOSAL_ANSWERED'), proposalId: id },
    ...{ offer: oneOf('DATE', 'REBINDING', 'CLIENT_ACCOUNTABLE') },
    answer: oneOf('AGREED', 'DECLINED', 'WITHDRAWN', 'DEEMED'),
  }),
  DATE_SET: record({
    ...{ ...common, kind: oneOf('DATE_SET'), dueAt: instant, reasonTextId: nullable(id) },
    cause: oneOf('REQUESTED', 'AGREED', 'GIVEN_BY_CLIENT', 'CONSENT_RECORDED', 'WITHOUT_CONSENT'),
  }),
  WAITING_CONTESTED: record({
    ...{ ...common, kind: oneOf('WAITING_CONTESTED'), waitingSeq: place, reasonTextId: nullable(id) },
  }),
  CONTEST_SETTLED: record({
    ...{ ...common, kind: oneOf('CONTEST_SETTLED'), waitingSeq: place, outcome: oneOf('CONCEDED', 'WITHDRAWN') },
  }),
  NO_ACTION_NEEDED: record({ ...common, kind: oneOf('NO_ACTION_NEEDED'), messageId: id }),
  PERSONAL_DATA_SET: record({ ...common, kind: oneOf('PERSONAL_DATA_SET'), affected: flag, awareAt: instant }),
  NOTICE_GIVEN: record({
    ...{ ...common, kind: oneOf('NOTICE_GIVEN'), templateId: id, dutyId: id, givenAt: instant },
  }),
  CHANGE_OUTCOME_SET: record({
    ...{ ...common, kind: oneOf('CHANGE_OUTCOME_SET'), outcome: oneOf(...IMPLEMENTATION_OUTCOMES) },
  }),
  RATED: record({ ...common, kind: oneOf('RATED'), score: oneOf(...SCORES), reasonTextId: nullable(id) }),
};

const event = variant<TicketEvent>('kind', EVENTS);
const holiday = record<HolidayRevision>({
  ...{
    date: text({ max: 10, format: /^\d{4}-\d{2}-\d{2}$/ }),
    name: named,
    knownAt: instant,
    source: id,
    revoked: flag,
  },
});
const frame = record({
  ...{ ticket: id, language: nullable(oneOf('ko', 'en')), asOf: instant },
  ...{ holidays: list(holiday), events: list(event, { min: 1 }), terms: rest, versions: rest },
});

function rest(value: unknown): unknown {
  return value ?? null;
}

/** What a history may leave out, since for most it is the same. */
const TERMS = {
  ...{ schema: 1, currency: 'KRW', monthlyFeeMinor: null, priorityMatrix: DEFAULT_PRIORITY_MATRIX },
  ...{ responseMetBy: ['PUBLIC_REPLY'], waiting: DEFAULT_WAITING_RULES, responsibilities: [], kpiTargets: [] },
  ...{ reopenWindowDays: DEFAULT_REOPEN_WINDOW_DAYS, autoCloseDays: DEFAULT_AUTO_CLOSE_DAYS },
  renewal: { atEnd: 'END', renewMonths: 0, noticeDays: 0 },
};
const EVENT_PARTS: Readonly<Record<string, object>> = {
  OPENED: { impact: 2, urgency: 2, channel: 'PORTAL', confidential: false, requesterId: null },
  MESSAGE_ADDED: { visibility: 'PUBLIC', automatic: false, question: false },
  WAITING_STARTED: { questionMessageId: null, caseNumber: null, until: null, clientConsent: false },
  PRIORITY_CHANGED: { cause: 'CIRCUMSTANCES', reasonTextId: null },
};
const BINDING = { contractVersionId: 'version', termsDigest: null, policyId: null };
const HOLIDAY = { knownAt: '1970-01-01T00:00:00Z', source: 'history', revoked: false };

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An object with what it leaves out; anything else as it is, for its reader to refuse. */
function completed(value: unknown, missing: object): unknown {
  return isRecord(value) ? { ...missing, ...value } : value;
}

function eachOf(values: unknown, change: (value: unknown, index: number) => unknown): unknown {
  return Array.isArray(values) ? values.map(change) : values;
}

function completedEvent(value: unknown, index: number): unknown {
  if (!isRecord(value)) return value;
  const parts = EVENT_PARTS[String(value['kind'])] ?? {};
  const whole = { seq: index + 1, v: 1, ...parts, ...value, actor: completed(value['actor'], { userId: null }) };
  return 'binding' in value ? { ...whole, binding: completed(value['binding'], BINDING) } : whole;
}

/** Reads a history strictly, after filling in what it may leave out; all that is wrong is listed with its place. */
export function readHistory(value: unknown): ReadHistory {
  const problems: jsonReaders.Place['problems'] = [];
  const given = isRecord(value) ? value : {};
  const whole = {
    ...{
      ticket: '-',
      language: null,
      holidays: [],
      ...('versions' in given ? { terms: null } : { versions: null }),
      ...given,
    },
    ...('holidays' in given ? { holidays: eachOf(given['holidays'], (day) => completed(day, HOLIDAY)) } : {}),
    events: eachOf(given['events'], completedEvent),
  };
  const read = frame(isRecord(value) ? whole : value, { path: '', problems });
  if (read === undefined || problems.length > 0) return { kind: 'invalid', problems };
  const { terms, versions, ...told } = read;
  return isRecord(versions) ? severalVersions(told, versions) : oneVersion(told, terms);
}

type Told = Omit<History, 'terms' | 'boundTerms'>;

function oneVersion(told: Told, document: unknown): ReadHistory {
  const parsed = parseTerms(completed(document, TERMS));
  if (parsed.kind === 'valid') return { kind: 'valid', history: { ...told, terms: parsed.terms, boundTerms: null } };
  return { kind: 'invalid', problems: within('terms', parsed.problems) };
}

/** Each stretch of the log by the document that its binding names; one that nobody has is said, not guessed (D-CON-1). */
function severalVersions(told: Told, versions: Readonly<Record<string, unknown>>): ReadHistory {
  const known = new Map<string, Terms>();
  const problems: Problem[] = [];
  for (const [name, document] of Object.entries(versions)) {
    const parsed = parseTerms(completed(document, TERMS));
    if (parsed.kind === 'valid') known.set(name, parsed.terms);
    else problems.push(...within(`versions.${name}`, parsed.problems));
  }
  if (problems.length > 0) return { kind: 'invalid', problems };
  const bound = bindTerms(told.events, (name) => known.get(name) ?? null);
  if (bound.kind === 'BOUND') return { kind: 'valid', history: { ...told, terms: null, boundTerms: bound.boundTerms } };
  const missing = bound.missing.map(({ seq, termsDigest }) => ({
    path: `events[${told.events.findIndex((each) => each.seq === seq)}].binding.termsDigest`,
    ...{ kind: 'TERMS_MISSING', detail: termsDigest },
  }));
  return { kind: 'invalid', problems: missing };
}

function within(place: string, problems: readonly Problem[]): readonly Problem[] {
  return problems.map((problem) => ({ ...problem, path: `${place}.${problem.path}` }));
}
