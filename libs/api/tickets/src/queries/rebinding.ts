import { contractVersionsOf, policyOf, storedTerms, versionAt, type AgreedVersion } from '@daylight/api-contracts';
import { isId } from '@daylight/api-calendars';
import { statement, type Tx } from '@daylight/api-database';
import { sha256, type PersonScope } from '@daylight/api-platform';
import {
  digestOf,
  evaluateClocks,
  rebindingChanges,
  signedChanges,
  type Binding,
  type Clock,
  type RebindingChange,
  type TicketEvent,
} from '@daylight/domain';
import { lawIn, lawOfLog, type Law } from '../binding.js';
import { readTicket, type LoadedTicket } from '../log/load-ticket.js';
import { proposalView } from '../views/agreements.js';

const REASON = statement<{ body: string }>(
  'ticket-rebinding-reason',
  'select body from ticket_text where provider_id = $1 and text_id = $2',
);

/** What judging a ticket by another version would change, and the law that it would be under. */
export interface RebindingPreview {
  readonly version: AgreedVersion;
  readonly binding: Binding;
  readonly changes: readonly RebindingChange[];
  /** What both sides sign: SHA-256 over the canonical JSON of the changes. */
  readonly changesDigest: string;
  readonly law: Law;
}

/** The agreed versions that cover the ticket's service at some time, by when they took effect. */
export async function rebindingChoices(tx: Tx, { row, state }: LoadedTicket): Promise<readonly AgreedVersion[]> {
  const { serviceItemId } = state.binding;
  const versions = await contractVersionsOf(tx, row.tenant_id);
  return versions.filter(({ services }) => services.some((scope) => scope.serviceItemId === serviceItemId));
}

/** Judges a ticket by another version without writing anything; null: no version to choose. */
export async function rebindingPreview(
  tx: Tx,
  ticket: LoadedTicket,
  versionId: string | null,
): Promise<RebindingPreview | null> {
  const version = (await rebindingChoices(tx, ticket)).find((choice) => choice.versionId === versionId);
  if (version === undefined) return null;
  const { log, state } = ticket;
  const { serviceItemId } = state.binding;
  const policyId = policyOf(await storedTerms(tx, version.termsDigest), serviceItemId);
  const binding = { contractVersionId: version.versionId, termsDigest: version.termsDigest, serviceItemId, policyId };
  const asOf = Math.max(tx.now, state.lastEventAt);
  const agreed = [...log, asAgreed(ticket, binding, asOf)];
  const law = await lawOfLog(tx, agreed, { digest: version.termsDigest, asOf: tx.now });
  const before = evaluateClocks({ ...lawIn(ticket), events: log, asOf });
  const changes = rebindingChanges(before, evaluateClocks({ ...law, events: agreed, asOf }));
  const changesDigest = digestOf(signedChanges(version.termsDigest, changes), sha256);
  return { version, binding, changes, changesDigest, law };
}

/** The event that an agreement at `at` would write, as far as clocks heed it. */
function asAgreed({ state }: LoadedTicket, binding: Binding, at: number): TicketEvent {
  const actor = { side: 'SYSTEM', userId: null } as const;
  const agreed = { kind: 'REBOUND', v: 1, binding, proposalId: '', proposedBy: actor, changesDigest: null } as const;
  return { ...agreed, seq: state.seq + 1, at, actor };
}

function judgedView(clock: Clock | null) {
  if (clock === null) return null;
  const { state, targetMs, dueAt, verdict, verdictAt } = clock;
  return { state, targetSeconds: targetMs / 1000, dueAt, verdict, verdictAt };
}

function previewView({ version, changes, changesDigest }: RebindingPreview, asOf: number) {
  return {
    ...{ contractVersionId: version.versionId, ordinal: version.ordinal, asOf, changesDigest },
    changes: changes.map(({ clock, cycle, before, after }) => ({
      ...{ clock, cycle, before: judgedView(before), after: judgedView(after) },
    })),
  };
}

/** `Rebinding` of the schema; null: no such ticket in sight, or no version asked for that covers its service. */
export async function rebinding(
  tx: Tx<PersonScope>,
  asked: { readonly ticketId: string; readonly contractVersionId: string | null },
) {
  const ticket = isId(asked.ticketId) ? await readTicket(tx, asked.ticketId) : null;
  if (ticket === null) return null;
  const { state, terms, calendarOf } = ticket;
  const { language, zone, side } = tx.scope;
  const choices = await rebindingChoices(tx, ticket);
  const open = state.proposals.find(({ offer }) => offer.kind === 'REBINDING') ?? null;
  const proposed = open?.offer.kind === 'REBINDING' ? open.offer.binding.contractVersionId : null;
  const preview = await rebindingPreview(tx, ticket, asked.contractVersionId ?? proposed);
  const textId = open?.reasonTextId ?? null;
  if (asked.contractVersionId !== null && preview === null) return null;
  const [reason] = textId === null ? [] : await tx.query(REASON, [tx.scope.providerId, textId]);
  const first = versionAt(choices, state.binding.serviceItemId, state.openedAt);
  return {
    choices: choices.map(({ versionId, ordinal, from, to }) => ({
      ...{ contractVersionId: versionId, ordinal, effectiveFrom: from, effectiveTo: to },
      ...{ bound: versionId === state.binding.contractVersionId, inForceAtOpening: versionId === first?.versionId },
    })),
    proposal: open === null ? null : proposalView(open, { terms, calendarOf, language, zone, side, now: tx.now }),
    reason: reason?.body ?? null,
    preview: preview === null ? null : previewView(preview, tx.now),
  };
}
