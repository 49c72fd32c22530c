import { isId } from '@daylight/api-calendars';
import { contractVersionsOf } from '@daylight/api-contracts';
import type { Tx } from '@daylight/api-database';
import type { PersonScope, StatementToSend } from '@daylight/api-platform';
import {
  DAY,
  DEFAULT_REOPEN_WINDOW_DAYS,
  DEFAULT_WAITING_RULES,
  explainClocks,
  foldTicket,
  isBindingKind,
  type Terms,
  type TicketState,
} from '@daylight/domain';
import { lawIn, lawOfLog, type Law } from '../binding.js';
import { readEvent } from '../log/event-codec.js';
import { actionsOn } from '../views/actions.js';
import { agreementViews, NO_AGREEMENTS } from '../views/agreements.js';
import { clockViews } from '../views/clock-view.js';
import { messageViews } from '../views/messages.js';
import { nextStep } from '../views/next-step.js';
import { keyOf, ticketRowView } from '../views/ticket-row.js';
import { namesVersions, timelineOf, type NumberedVersion } from '../views/timeline.js';
import { ID_BY_KEY, PAGE, type DetailRow, type PageRow, type TimelineRow } from './detail-statements.js';
import { asKey } from './search-ids.js';

export type TicketName = { readonly id: string } | { readonly key: string };

async function idOf(tx: Tx, name: TicketName): Promise<string | null> {
  if ('id' in name) return isId(name.id) ? name.id : null;
  const key = asKey(name.key);
  if (key === null || key.prefix === null) return null;
  const [row] = await tx.query(ID_BY_KEY, [tx.scope.providerId, key.prefix, key.number]);
  return row?.ticket_id ?? null;
}

function refsOf(row: DetailRow) {
  const refs = (row.refs ?? []).map(({ id, number }) => ({ id, key: keyOf(row.prefix, number) }));
  const named = (id: string | null) => refs.find((ref) => ref.id === id) ?? null;
  const absorbed = refs.filter(({ id }) => id !== row.merged_into && id !== row.follows_up);
  return { mergedInto: named(row.merged_into), followsUp: named(row.follows_up), absorbed };
}

function ownFields(row: DetailRow) {
  const list = ticketRowView(row);
  return {
    ...list,
    row: list,
    ...{
      impact: row.impact,
      urgency: row.urgency,
      priorityOverridden: row.priority_overridden,
      description: row.description,
    },
    ...{ contractVersionId: row.contract_version_id, termsDigest: row.terms_digest, policyId: row.policy_id },
    ...{ firstRespondedAt: row.first_responded_at, restoredAt: row.restored_at, resolutionCode: row.resolution_code },
    ...{ waitingSince: row.waiting_since, waitingUntil: row.waiting_until, caseNumber: row.case_number },
    watchers: (row.watchers ?? []).map(({ id, name, side }) => ({ id, displayName: name, side })),
    externalKey: row.external_key,
    ...refsOf(row),
  };
}

function ruleViews(terms: Terms | null) {
  return (terms?.waiting ?? DEFAULT_WAITING_RULES).map(({ reason, name, status, needsCaseNumber, pauses }) => ({
    ...{ reason, name, status, needsCaseNumber, pauses },
  }));
}

function reopenableUntil(state: TicketState, terms: Terms | null): number | null {
  if (state.status !== 'RESOLVED' || state.resolvedAt === null) return null;
  return state.resolvedAt + (terms?.reopenWindowDays ?? DEFAULT_REOPEN_WINDOW_DAYS) * DAY;
}

/** Parts of a ticket that cost statements of their own. */
export interface TicketParts {
  /** Messages and files. */
  readonly thread: boolean;
  /** Timeline, clocks and what follows from them. */
  readonly log: boolean;
}

/** What a ticket's page asks for first, where its id is known. */
export function pageAhead(id: unknown, { thread, log }: TicketParts): StatementToSend | null {
  return typeof id === 'string' && isId(id) ? { statement: PAGE, values: [id, thread, log] } : null;
}

const WHOLE: TicketParts = { thread: true, log: true };

const NOT_ASKED = {
  ...{ timeline: [], clocks: [], nextStep: null, actions: [], reopenableUntil: null, waitingRules: [] },
  ...{ changeOutcome: null, rating: null },
  ...NO_AGREEMENTS,
};

interface ReadHistory {
  readonly events: readonly TimelineRow[];
  readonly law: Law;
  /** Versions of contracts that the log may name. */
  readonly versions: ReadonlyMap<string, NumberedVersion>;
}

const NO_VERSIONS: ReadonlyMap<string, NumberedVersion> = new Map();

/** Few tickets are ever bound anew: only these ask for it. */
async function numberedVersions(tx: Tx, tenantId: string): Promise<ReadonlyMap<string, NumberedVersion>> {
  const versions = await contractVersionsOf(tx, tenantId);
  return new Map(versions.map((version) => [version.versionId, version]));
}

/** What follows from the log: clocks are evaluated now, not read from their cache. null: the log is gone. */
function historyViews(tx: Tx<PersonScope>, row: DetailRow, { events, law, versions }: ReadHistory) {
  const { now, scope } = tx;
  const { language, zone } = scope;
  const { terms } = law;
  const { log, entries } = timelineOf(events, { prefix: row.prefix, terms, language, zone, versions });
  const accounts = explainClocks({ ...lawIn(law), events: log, asOf: now });
  const clocks = accounts.map(({ clock }) => clock);
  const state = foldTicket(log);
  if (state === null) return null;
  return {
    timeline: entries,
    clocks: clockViews(row.ticket_id, accounts, language),
    nextStep: nextStep({ state, terms, clocks, now, language, zone }),
    actions: actionsOn(state, scope),
    reopenableUntil: reopenableUntil(state, terms),
    waitingRules: ruleViews(terms),
    ...{ changeOutcome: state.changeOutcome, rating: state.rating },
    ...agreementViews(state, { terms, calendarOf: law.calendarOf, language, zone, side: scope.side, now }),
  };
}

async function historyOf(tx: Tx<PersonScope>, row: DetailRow, { events: read, revision }: PageRow) {
  const events = read ?? [];
  const bindings = events.filter(({ kind }) => isBindingKind(kind)).map(readEvent);
  const law = await lawOfLog(tx, bindings, { digest: row.terms_digest, asOf: tx.now, revision: revision ?? 0 });
  const versions = namesVersions(events) ? await numberedVersions(tx, row.tenant_id) : NO_VERSIONS;
  return historyViews(tx, row, { events, law, versions });
}

/**
 * A ticket with everything that the reader may see: one statement (by its key, its id first), and those of terms and
 * holidays that this process doesn't hold yet. null: none in sight.
 */
export async function ticketDetail(tx: Tx<PersonScope>, name: TicketName, parts: TicketParts = WHOLE) {
  const ticketId = await idOf(tx, name);
  if (ticketId === null) return null;
  const [page] = await tx.query(PAGE, [ticketId, parts.thread, parts.log]);
  if (page === undefined) return null;
  const row = { ...page.line, ...page.rest };
  const thread = messageViews(page.messages ?? [], page.attachments ?? []);
  const history = parts.log ? await historyOf(tx, row, page) : NOT_ASKED;
  return history === null ? null : { ...ownFields(row), ...thread, ...history };
}

/** The same of a ticket that was just opened, from what was written: `events` as the timeline has them. */
export function freshDetail(
  tx: Tx<PersonScope>,
  row: DetailRow,
  { events, law, parts }: { readonly events: readonly TimelineRow[]; readonly law: Law; readonly parts: TicketParts },
) {
  const history = parts.log ? historyViews(tx, row, { events, law, versions: NO_VERSIONS }) : NOT_ASKED;
  return history === null ? null : { ...ownFields(row), ...messageViews([], []), ...history };
}

export type TicketDetail = NonNullable<Awaited<ReturnType<typeof ticketDetail>>>;
