import {
  inputRefused,
  isId,
  notFoundResult,
  textProblems,
  type InputRefused,
  type NotFound,
} from '@daylight/api-calendars';
import { appendEvents, recordAudit, statement, timestamp, type Tx } from '@daylight/api-database';
import { newId, type ClientScope, type PersonScope, type StaffScope } from '@daylight/api-platform';
import { DAY, type ExclusionCause, type Instant } from '@daylight/domain';
import { loadPromises } from '../facts/promises.js';
import { publishedAt } from '../figures/published.js';
import { FAULTS } from '../messages.js';
import { problem, refused, type AvailabilityRefused } from '../outcomes.js';
import { exclusionView, type ExclusionView } from './exclusion-view.js';

export type ChangeExclusionResult =
  | { readonly __typename: 'ExclusionChanged'; readonly exclusion: ExclusionView }
  | { readonly __typename: 'ExclusionChangedMeanwhile'; readonly current: ExclusionView }
  | AvailabilityRefused
  | InputRefused
  | NotFound;

export interface NewClaim {
  readonly tenantId: string;
  readonly serviceItemId: string;
  readonly outageId?: string | null;
  readonly cause: ExclusionCause;
  readonly from: Instant;
  readonly to: Instant;
  readonly reason: string;
}

const LONGEST_MS = 31 * DAY;
const OUTAGE = statement<{ service_item_id: string; started_at: Instant; ended_at: Instant | null }>(
  'claim-outage',
  `select service_item_id, started_at, ended_at from outage
   where provider_id = $1 and tenant_id = $2 and outage_id = $3 and withdrawn_at is null`,
);
const OVERLAP = statement(
  'claim-overlap',
  `select 1 as found from exclusion where provider_id = $1 and tenant_id = $2 and service_item_id = $3
     and state in ('PROPOSED', 'ACCEPTED') and from_at < $5 and to_at > $4 limit 1`,
);
const ADD = statement(
  'claim-add',
  `insert into exclusion (provider_id, tenant_id, exclusion_id, service_item_id, outage_id, cause, from_at, to_at, reason, state, proposed_by, proposed_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'PROPOSED', $10, $11)`,
);
const LOCK = statement<{ tenant_id: string; state: ExclusionView['state']; version: number }>(
  'claim-lock',
  'select tenant_id, state, version from exclusion where provider_id = $1 and exclusion_id = $2 for no key update',
);
const DECIDE = statement(
  'claim-decide',
  `update exclusion set state = $3, decided_by = $4, decided_at = $5, decision_note = $6, version = version + 1
   where provider_id = $1 and exclusion_id = $2`,
);

async function changed(tx: Tx, exclusionId: string, stale = false): Promise<ChangeExclusionResult> {
  const view = await exclusionView(tx, exclusionId);
  if (view === null) return notFoundResult('exclusion');
  return stale
    ? { __typename: 'ExclusionChangedMeanwhile', current: view }
    : { __typename: 'ExclusionChanged', exclusion: view };
}

async function tellOf(tx: Tx<PersonScope>, tenantId: string, exclusionId: string, word: string): Promise<void> {
  const ids = { exclusionId, personId: tx.scope.personId };
  await appendEvents(tx, [
    { topic: `exclusion.${word}`, tenantId, ids },
    { topic: 'availability.changed', tenantId, ids: {} },
  ]);
  await recordAudit(tx, { action: `exclusion.${word}`, objectType: 'exclusion', objectId: exclusionId, tenantId });
}

function faultsOf(tx: Tx, { reason, from, to }: NewClaim, language: 'ko' | 'en') {
  return [
    ...textProblems(reason, { path: 'reason', max: 4_000, language }),
    ...(to <= from ? [problem('to', 'REVERSED', FAULTS.reversed, language)] : []),
    ...(to - from > LONGEST_MS ? [problem('to', 'TOO_LONG', FAULTS.tooLong, language)] : []),
    ...(from > tx.now ? [problem('from', 'IN_THE_FUTURE', FAULTS.future, language)] : []),
  ];
}

/** The provider's claim that a stretch shouldn't count. It counts until the client has accepted (D-AVL-1). */
export async function proposeExclusion(tx: Tx<StaffScope>, input: NewClaim): Promise<ChangeExclusionResult> {
  const { tenantId, serviceItemId, outageId = null, cause, from, to } = input;
  const { language, providerId, personId } = tx.scope;
  const problems = faultsOf(tx, input, language);
  if (problems.length > 0) return inputRefused(problems);
  if (!isId(tenantId) || !isId(serviceItemId)) return notFoundResult('service');
  const promises = await loadPromises(tx, tenantId);
  if (promises.versions.length === 0) return notFoundResult('tenant');
  if (promises.at(serviceItemId, from) === null) {
    return inputRefused([problem('serviceItemId', 'NOT_AGREED', FAULTS.noContract, language)]);
  }
  if (outageId !== null) {
    const [outage] = isId(outageId) ? await tx.query(OUTAGE, [providerId, tenantId, outageId]) : [];
    if (outage === undefined || outage.service_item_id !== serviceItemId) return notFoundResult('outage');
    const inside = from >= outage.started_at && to <= (outage.ended_at ?? tx.now);
    if (!inside) return inputRefused([problem('from', 'OUTSIDE', FAULTS.outside, language)]);
  }
  if (await publishedAt(tx, { tenantId, serviceItemId, from, to })) return refused('PUBLISHED', language);
  const span = [timestamp(from), timestamp(to)];
  const [overlap] = await tx.query(OVERLAP, [providerId, tenantId, serviceItemId, ...span]);
  if (overlap !== undefined) return refused('CLAIM_OVERLAPS', language);
  const id = newId();
  const what = [serviceItemId, outageId, cause, ...span, input.reason.trim()];
  await tx.query(ADD, [providerId, tenantId, id, ...what, personId, timestamp(tx.now)]);
  await tellOf(tx, tenantId, id, 'proposed');
  return changed(tx, id);
}

interface OnClaim {
  readonly exclusionId: string;
  readonly expectedVersion: number;
}

async function decide(
  tx: Tx<PersonScope>,
  { exclusionId, expectedVersion }: OnClaim,
  to: { readonly state: ExclusionView['state']; readonly note: string | null; readonly word: string },
): Promise<ChangeExclusionResult> {
  const [row] = isId(exclusionId) ? await tx.query(LOCK, [tx.scope.providerId, exclusionId]) : [];
  if (row === undefined) return notFoundResult('exclusion');
  if (row.version !== expectedVersion) return changed(tx, exclusionId, true);
  if (row.state !== 'PROPOSED') return refused('NOT_PROPOSED', tx.scope.language);
  const { providerId, personId } = tx.scope;
  await tx.query(DECIDE, [providerId, exclusionId, to.state, personId, timestamp(tx.now), to.note]);
  await tellOf(tx, row.tenant_id, exclusionId, to.word);
  return changed(tx, exclusionId);
}

/** The provider takes a claim back before it was answered. */
export function withdrawExclusion(tx: Tx<StaffScope>, input: OnClaim): Promise<ChangeExclusionResult> {
  return decide(tx, input, { state: 'WITHDRAWN', note: null, word: 'withdrawn' });
}

/** The client's authorised word (D-AVL-1): only what it accepts is left out; a refusal says why. */
export async function answerExclusion(
  tx: Tx<ClientScope>,
  input: OnClaim & { readonly accept: boolean; readonly note?: string | null },
): Promise<ChangeExclusionResult> {
  const { accept, note = null } = input;
  const { language } = tx.scope;
  const words = note !== null && note.trim() !== '' ? note.trim() : null;
  if (!accept && words === null) return inputRefused([problem('note', 'EMPTY', FAULTS.noteMissing, language)]);
  const problems = words === null ? [] : textProblems(words, { path: 'note', max: 4_000, language });
  if (problems.length > 0) return inputRefused(problems);
  const state = accept ? 'ACCEPTED' : 'REJECTED';
  return decide(tx, input, { state, note: words, word: accept ? 'accepted' : 'rejected' });
}
