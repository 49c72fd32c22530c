import {
  inputRefused,
  isId,
  notFoundResult,
  textProblems,
  type InputProblem,
  type InputRefused,
  type NotFound,
} from '@daylight/api-calendars';
import { appendEvents, recordAudit, statement, timestamp, type Tx } from '@daylight/api-database';
import type { ClientScope, PersonScope, StaffScope } from '@daylight/api-platform';
import {
  effectOfDispute,
  ppmOf,
  type CreditCommand,
  type DisputedExclusion,
  type ExclusionItem,
} from '@daylight/domain';
import { creditRefusalText, sayMinor } from '@daylight/text';
import { correctedNow } from '../figures/correct.js';
import { documentsById } from '../figures/kept-rows.js';
import { figureOfDocument } from '../figures/read-figures.js';
import { shownRatio, workingOf } from '../figures/view.js';
import { FAULTS } from '../messages.js';
import { problem, refused, type AvailabilityRefused } from '../outcomes.js';
import { decideOn, lockCredit, writeComment, writeEvent, type CreditRow } from './credit-rows.js';
import { creditView, type CreditView } from './credit-view.js';

export type ChangeCreditResult =
  | { readonly __typename: 'CreditChanged'; readonly credit: CreditView }
  | { readonly __typename: 'CreditChangedMeanwhile'; readonly current: CreditView }
  | AvailabilityRefused
  | InputRefused
  | NotFound;

export interface OnCredit {
  readonly creditId: string;
  readonly expectedVersion: number;
}

const LONGEST = 4_000;
const DISPUTE_CLAIMS = statement(
  'credit-dispute-claims',
  `update exclusion set state = 'DISPUTED', version = version + 1
   where provider_id = $1 and tenant_id = $2 and exclusion_id = any ($3::uuid[]) and state = 'ACCEPTED'`,
);
const CONCEDE_CLAIMS = statement(
  'credit-concede-claims',
  `update exclusion set state = 'REJECTED', version = version + 1
   where provider_id = $1 and tenant_id = $2 and exclusion_id = any ($3::uuid[]) and state in ('DISPUTED', 'ACCEPTED')`,
);
const CONCEDE_WINDOWS = statement(
  'credit-concede-windows',
  `update maintenance_window set conceded_at = $4, version = version + 1
   where provider_id = $1 and tenant_id = $2 and window_id = any ($3::uuid[]) and conceded_at is null`,
);

async function shown(tx: Tx<PersonScope>, creditId: string, stale = false): Promise<ChangeCreditResult> {
  const credit = await creditView(tx, creditId);
  if (credit === null) return notFoundResult('credit');
  return stale ? { __typename: 'CreditChangedMeanwhile', current: credit } : { __typename: 'CreditChanged', credit };
}

interface Decided {
  readonly topic: string;
  readonly command: CreditCommand;
  readonly text?: string | null;
  readonly evidenceId?: string;
}

function isRefusal(value: Decided | ChangeCreditResult): value is ChangeCreditResult {
  return '__typename' in value;
}

/** Lock, look at the version, decide, write, tell. `decided` may write only once nothing can be refused any more. */
async function act(
  tx: Tx<PersonScope>,
  input: OnCredit,
  decided: (row: CreditRow) => Promise<Decided | ChangeCreditResult>,
): Promise<ChangeCreditResult> {
  const row = isId(input.creditId) ? await lockCredit(tx, input.creditId) : null;
  if (row === null) return notFoundResult('credit');
  if (row.version !== input.expectedVersion) return shown(tx, row.credit_id, true);
  const next = await decided(row);
  if (isRefusal(next)) return next;
  const early = judge(tx, row, next.command);
  if (early.kind === 'refused') return sayRefusal(tx, early.reason);
  await writeEvent(tx, row, {
    event: early.event,
    text: next.text ?? null,
    evidenceId: next.evidenceId ?? row.evidence_id,
  });
  const { tenant_id: tenantId, credit_id: creditId } = row;
  await appendEvents(tx, [{ topic: next.topic, tenantId, ids: { creditId, personId: tx.scope.personId } }]);
  const after = { state: early.event.kind };
  await recordAudit(tx, {
    action: next.topic,
    objectType: 'credit',
    objectId: creditId,
    tenantId,
    before: { state: row.state },
    after,
  });
  return shown(tx, creditId);
}

function judge(tx: Tx<PersonScope>, row: CreditRow, command: CreditCommand) {
  return decideOn(row, command, { at: tx.now, actor: { side: tx.scope.side, userId: tx.scope.personId } });
}

function sayRefusal(tx: Tx<PersonScope>, reason: Parameters<typeof creditRefusalText>[0]): AvailabilityRefused {
  return { __typename: 'AvailabilityRefused', kind: reason, message: creditRefusalText(reason)[tx.scope.language] };
}

function textFaults(tx: Tx<PersonScope>, value: string, path: string): readonly InputProblem[] {
  return textProblems(value, { path, max: LONGEST, language: tx.scope.language });
}

export function acceptCredit(tx: Tx<ClientScope>, input: OnCredit): Promise<ChangeCreditResult> {
  return act(tx, input, async () => ({ topic: 'credit.accepted', command: { kind: 'accept' } }));
}

export function waiveCredit(
  tx: Tx<ClientScope>,
  input: OnCredit & { readonly reason: string },
): Promise<ChangeCreditResult> {
  return act(tx, input, async () => {
    const problems = textFaults(tx, input.reason, 'reason');
    if (problems.length > 0) return inputRefused(problems);
    return { topic: 'credit.waived', command: { kind: 'waive', reason: input.reason.trim() } };
  });
}

/** What of an evidence's exclusions can be disputed: what was in fact left out. */
function disputable(item: ExclusionItem): item is Exclude<ExclusionItem, { readonly kind: 'UNMEASURED' }> {
  return item.kind !== 'UNMEASURED' && item.excludedMs > 0;
}

async function evidenceOf(tx: Tx<PersonScope>, evidenceId: string) {
  const row = (await documentsById(tx, [evidenceId])).find(({ figure_id: id }) => id === evidenceId);
  return row === undefined ? null : figureOfDocument(row);
}

async function disputableOf(tx: Tx<PersonScope>, evidenceId: string): Promise<readonly DisputedExclusion[]> {
  const items = (await evidenceOf(tx, evidenceId))?.statement.availability.exclusions ?? [];
  return items.filter(disputable).map(({ kind, id }) => ({ kind, id }));
}

/** The client disputes what was left out of the figure, or the amount itself; claims it had accepted count again. */
export function disputeCredit(
  tx: Tx<ClientScope>,
  input: OnCredit & { readonly exclusionIds: readonly string[]; readonly reason: string },
): Promise<ChangeCreditResult> {
  return act(tx, input, async (row) => {
    const { exclusionIds } = input;
    const { language } = tx.scope;
    const known = new Set((await disputableOf(tx, row.evidence_id)).map(({ id }) => id));
    const strange = exclusionIds.flatMap((id, index) =>
      known.has(id) ? [] : [problem(`exclusionIds[${index}]`, 'UNKNOWN', FAULTS.notDisputable, language)],
    );
    const problems = [...textFaults(tx, input.reason, 'reason'), ...strange];
    if (problems.length > 0) return inputRefused(problems);
    const command = { kind: 'dispute', exclusionIds: [...new Set(exclusionIds)], reason: input.reason.trim() } as const;
    if (judge(tx, row, command).kind === 'decided') {
      await tx.query(DISPUTE_CLAIMS, [tx.scope.providerId, row.tenant_id, exclusionIds]);
      await appendEvents(tx, [{ topic: 'availability.changed', tenantId: row.tenant_id, ids: {} }]);
    }
    return { topic: 'credit.disputed', command };
  });
}

export interface ProposeInput extends OnCredit {
  readonly concededExclusionIds: readonly string[];
  readonly text?: string | null;
}

/** Proposed anew after a dispute: what the provider concedes isn't left out any more, and the statement is computed again. */
export function proposeCredit(tx: Tx<StaffScope>, input: ProposeInput): Promise<ChangeCreditResult> {
  const { concededExclusionIds: conceded, text = null } = input;
  return act(tx, input, async (row) => {
    const { language, providerId } = tx.scope;
    const strange = conceded.flatMap((id, index) =>
      row.disputed.includes(id)
        ? []
        : [problem(`concededExclusionIds[${index}]`, 'UNKNOWN', FAULTS.notDisputed, language)],
    );
    const problems = [...strange, ...(text === null ? [] : textFaults(tx, text, 'text'))];
    if (problems.length > 0) return inputRefused(problems);
    const probe = judge(tx, row, { kind: 'propose', amountMinor: row.amount_minor, evidenceDigest: 'x' });
    if (probe.kind === 'refused') return sayRefusal(tx, probe.reason);
    const of = [providerId, row.tenant_id, conceded];
    await tx.query(CONCEDE_CLAIMS, of);
    await tx.query(CONCEDE_WINDOWS, [...of, timestamp(tx.now)]);
    const evidence = await correctedNow(tx, row.tenant_id, row.figure_id);
    if (evidence === null) return notFoundResult('credit');
    const { figure_id: evidenceId, total_minor: amountMinor, digest } = evidence;
    if (conceded.length === 0 && amountMinor === row.amount_minor) return refused('SAME_AMOUNT_AGAIN', language);
    const command = { kind: 'propose', amountMinor, evidenceDigest: digest } as const;
    return { topic: 'credit.proposed', command, text: text?.trim() ?? null, evidenceId };
  });
}

export interface SettleInput extends OnCredit {
  readonly amountMinor: number;
  readonly reference: string;
}

export function settleCredit(tx: Tx<StaffScope>, input: SettleInput): Promise<ChangeCreditResult> {
  const { amountMinor, reference } = input;
  return act(tx, input, async () => {
    const { language } = tx.scope;
    const whole = Number.isSafeInteger(amountMinor) && amountMinor >= 0;
    const problems = [
      ...textProblems(reference, { path: 'reference', max: 200, language }),
      ...(whole ? [] : [problem('amountMinor', 'NOT_WHOLE', FAULTS.amount, language)]),
    ];
    if (problems.length > 0) return inputRefused(problems);
    return { topic: 'credit.settled', command: { kind: 'settle', amountMinor, reference: reference.trim() } };
  });
}

/** A word in the thread, by either side. */
export async function commentCredit(
  tx: Tx<PersonScope>,
  { creditId, text }: { readonly creditId: string; readonly text: string },
): Promise<ChangeCreditResult> {
  const row = isId(creditId) ? await lockCredit(tx, creditId) : null;
  if (row === null) return notFoundResult('credit');
  const problems = textFaults(tx, text, 'text');
  if (problems.length > 0) return inputRefused(problems);
  await writeComment(tx, row, text.trim());
  await appendEvents(tx, [
    { topic: 'credit.commented', tenantId: row.tenant_id, ids: { creditId, personId: tx.scope.personId } },
  ]);
  return shown(tx, creditId);
}

/** What disputing one exclusion would change; writes nothing. null: no such credit, or nothing to dispute. */
export async function disputeEffect(
  tx: Tx<PersonScope>,
  { creditId, exclusionId }: { readonly creditId: string; readonly exclusionId: string },
) {
  const credit = await creditView(tx, creditId);
  if (credit === null) return null;
  const row = await lockless(tx, creditId);
  const figure = row === null ? null : await evidenceOf(tx, row);
  const disputed = figure?.statement.availability.exclusions.filter(disputable).find(({ id }) => id === exclusionId);
  if (figure === null || disputed === undefined) return null;
  const effect = effectOfDispute(figure.input, { kind: disputed.kind, id: disputed.id });
  if (effect.kind !== 'effect') return null;
  const { language } = tx.scope;
  const { before, after, differenceMinor } = effect;
  const [was, is] = [before.availability.ratio, after.availability.ratio];
  return {
    ...{ before: shownRatio(was, language).display, after: shownRatio(is, language).display },
    ...{ beforePpm: was === null ? null : ppmOf(was), afterPpm: is === null ? null : ppmOf(is) },
    ...{ beforeMinor: before.totalMinor, afterMinor: after.totalMinor, differenceMinor },
    differenceDisplay: sayMinor(differenceMinor, credit.currency, language),
    working: workingOf({ ...figure, statement: after }, language),
  };
}

const EVIDENCE = statement<{ evidence_id: string }>(
  'credit-evidence',
  'select evidence_id from credit where provider_id = $1 and credit_id = $2',
);

async function lockless(tx: Tx, creditId: string): Promise<string | null> {
  const [row] = await tx.query(EVIDENCE, [tx.scope.providerId, creditId]);
  return row?.evidence_id ?? null;
}
