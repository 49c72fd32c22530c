import {
  inputRefused,
  isId,
  notFoundResult,
  textProblems,
  type InputRefused,
  type NotFound,
} from '@daylight/api-calendars';
import type { Tx } from '@daylight/api-database';
import { newId, type StaffScope } from '@daylight/api-platform';
import type { Instant, LocalizedText } from '@daylight/domain';
import { loadPromises } from '../facts/promises.js';
import { refused, type AvailabilityRefused } from '../outcomes.js';
import {
  bodyProblems,
  outageProblems,
  overlapsAnother,
  ticketsByKey,
  timeProblems,
  type OutageFacts,
} from './outage-input.js';
import {
  insertOutage,
  lockOutage,
  recordChange,
  sayUpdate,
  updateOutage,
  type OutageRow,
  type OutageStage,
} from './outage-rows.js';
import { outageById, type OutageView } from './outage-view.js';

export type ChangeOutageResult =
  | { readonly __typename: 'OutageSaved'; readonly outage: OutageView }
  | { readonly __typename: 'OutageChangedMeanwhile'; readonly current: OutageView }
  | AvailabilityRefused
  | InputRefused
  | NotFound;

export interface OnOutage {
  readonly outageId: string;
  readonly expectedVersion: number;
}

async function saved(tx: Tx, outageId: string, stale = false): Promise<ChangeOutageResult> {
  const outage = await outageById(tx, outageId);
  if (outage === null) return notFoundResult('outage');
  return stale ? { __typename: 'OutageChangedMeanwhile', current: outage } : { __typename: 'OutageSaved', outage };
}

export interface NewOutage extends OutageFacts {
  readonly tenantId: string;
  readonly serviceItemId: string;
  readonly update?: LocalizedText | null;
}

/** A named person says that a service is or was down or degraded. */
export async function openOutage(tx: Tx<StaffScope>, input: NewOutage): Promise<ChangeOutageResult> {
  const { tenantId, serviceItemId, update = null, title, startedAt, endedAt = null } = input;
  if (!isId(tenantId) || !isId(serviceItemId)) return notFoundResult('service');
  const promises = await loadPromises(tx, tenantId);
  if (promises.versions.length === 0) return notFoundResult('tenant');
  const { language, personId } = tx.scope;
  const on = { promised: promises.at(serviceItemId, startedAt), now: tx.now, language };
  const tickets = await ticketsByKey(tx, tenantId, input.ticketKeys.slice(0, 100));
  const words = update === null ? [] : bodyProblems(update, 'update', language);
  const problems = [...outageProblems(input, on), ...tickets.problems, ...words];
  if (problems.length > 0) return inputRefused(problems);
  if (await overlapsAnother(tx, { tenantId, serviceItemId, outageId: null }, input))
    return refused('OVERLAPS', language);
  const row = {
    ...{ outage_id: newId(), tenant_id: tenantId, service_item_id: serviceItemId, state: input.state },
    ...{ title_ko: title.ko.trim(), title_en: title.en.trim(), started_at: startedAt, ended_at: endedAt },
    ...{
      asset_ids: input.assetIds,
      ticket_ids: tickets.ids,
      from_signals: false,
      opened_by: personId,
      corrected: true,
    },
  };
  await insertOutage(tx, row);
  await recordChange(tx, row, { kind: 'OPENED', said: update !== null });
  if (update !== null) {
    await sayUpdate(tx, row, { stage: endedAt === null ? 'INVESTIGATING' : 'RESOLVED', body: update });
  }
  return saved(tx, row.outage_id);
}

async function onOutage(
  tx: Tx<StaffScope>,
  { outageId, expectedVersion }: OnOutage,
  act: (row: OutageRow) => Promise<ChangeOutageResult | null>,
): Promise<ChangeOutageResult> {
  const row = isId(outageId) ? await lockOutage(tx, outageId) : null;
  if (row === null) return notFoundResult('outage');
  if (row.version !== expectedVersion) return saved(tx, outageId, true);
  if (row.withdrawn_at !== null) return refused('WITHDRAWN', tx.scope.language);
  return (await act(row)) ?? saved(tx, outageId);
}

export interface CloseOutage extends OnOutage {
  readonly endedAt: Instant;
  readonly update?: LocalizedText | null;
}

/** It is over; signals that still fire don't open it again. */
export function closeOutage(tx: Tx<StaffScope>, input: CloseOutage): Promise<ChangeOutageResult> {
  const { endedAt, update = null } = input;
  return onOutage(tx, input, async (row) => {
    const { language } = tx.scope;
    if (row.ended_at !== null) return refused('CLOSED_ALREADY', language);
    const problems = [
      ...timeProblems({ startedAt: row.started_at, endedAt }, tx.now, language),
      ...(update === null ? [] : bodyProblems(update, 'update', language)),
    ];
    if (problems.length > 0) return inputRefused(problems);
    const next = { ...row, ended_at: endedAt, corrected: true };
    await updateOutage(tx, next);
    await recordChange(tx, next, { kind: 'CLOSED', said: update !== null });
    if (update !== null) await sayUpdate(tx, row, { stage: 'RESOLVED', body: update });
    return null;
  });
}

export interface CorrectOutage extends OnOutage, OutageFacts {
  readonly reason: string;
}

/** How it was in truth, with a reason and a name; what it was said to be before stays in its log. */
export function correctOutage(tx: Tx<StaffScope>, input: CorrectOutage): Promise<ChangeOutageResult> {
  return onOutage(tx, input, async (row) => {
    const { tenant_id: tenantId, service_item_id: serviceItemId, outage_id: outageId } = row;
    const { language } = tx.scope;
    const promises = await loadPromises(tx, tenantId);
    const on = { promised: promises.at(serviceItemId, input.startedAt), now: tx.now, language };
    const tickets = await ticketsByKey(tx, tenantId, input.ticketKeys.slice(0, 100));
    const reason = textProblems(input.reason, { path: 'reason', max: 4_000, language });
    const problems = [...outageProblems(input, on), ...tickets.problems, ...reason];
    if (problems.length > 0) return inputRefused(problems);
    if (await overlapsAnother(tx, { tenantId, serviceItemId, outageId }, input)) return refused('OVERLAPS', language);
    const { state, title, startedAt, endedAt = null, assetIds } = input;
    const next: OutageRow = {
      ...{ ...row, state, title_ko: title.ko.trim(), title_en: title.en.trim(), started_at: startedAt },
      ...{ ended_at: endedAt, asset_ids: assetIds, ticket_ids: tickets.ids, corrected: true },
    };
    await updateOutage(tx, next);
    await recordChange(tx, next, { kind: 'CORRECTED', reason: input.reason.trim() });
    return null;
  });
}

/** It never was one: it counts nowhere any more, and its log says who said so and why. */
export function withdrawOutage(
  tx: Tx<StaffScope>,
  input: OnOutage & { readonly reason: string },
): Promise<ChangeOutageResult> {
  return onOutage(tx, input, async (row) => {
    const problems = textProblems(input.reason, { path: 'reason', max: 4_000, language: tx.scope.language });
    if (problems.length > 0) return inputRefused(problems);
    await updateOutage(tx, { ...row, withdrawn_at: tx.now, corrected: true });
    await recordChange(tx, row, { kind: 'WITHDRAWN', reason: input.reason.trim() });
    return null;
  });
}

export interface PostUpdate {
  readonly outageId: string;
  readonly stage: OutageStage;
  readonly body: LocalizedText;
}

/** Tells the client how far it is. */
export async function postOutageUpdate(tx: Tx<StaffScope>, input: PostUpdate): Promise<ChangeOutageResult> {
  const { outageId, stage, body } = input;
  const row = isId(outageId) ? await lockOutage(tx, outageId) : null;
  if (row === null) return notFoundResult('outage');
  if (row.withdrawn_at !== null) return refused('WITHDRAWN', tx.scope.language);
  const problems = bodyProblems(body, 'body', tx.scope.language);
  if (problems.length > 0) return inputRefused(problems);
  await sayUpdate(tx, row, { stage, body });
  return saved(tx, outageId);
}
