import {
  inputRefused,
  isId,
  nameProblems,
  notFoundResult,
  textProblems,
  type InputProblem,
  type InputRefused,
  type NotFound,
} from '@daylight/api-calendars';
import { appendEvents, enqueue, recordAudit, statement, timestamp, type Tx } from '@daylight/api-database';
import { newId, type StaffScope } from '@daylight/api-platform';
import { DAY, MINUTE, type Instant, type Language, type LocalizedText } from '@daylight/domain';
import { loadPromises } from '../facts/promises.js';
import { FAULTS } from '../messages.js';
import { problem, refused, type AvailabilityRefused } from '../outcomes.js';
import { windowById, windowState, type WindowView } from './window-view.js';

export type ChangeMaintenanceResult =
  | { readonly __typename: 'MaintenanceSaved'; readonly window: WindowView }
  | { readonly __typename: 'MaintenanceChangedMeanwhile'; readonly current: WindowView }
  | AvailabilityRefused
  | InputRefused
  | NotFound;

interface Times {
  readonly startsAt: Instant;
  readonly endsAt: Instant;
}

export interface NewWindow extends Times {
  readonly tenantId: string;
  readonly serviceItemIds: readonly string[];
  readonly kind: 'PLANNED' | 'EMERGENCY';
  readonly title: LocalizedText;
  readonly description: LocalizedText;
}

export interface OnWindow {
  readonly windowId: string;
  readonly expectedVersion: number;
}

/** Work that ends is looked at a moment later: what it held and still fires comes back to triage. */
export const MAINTENANCE_END_QUEUE = 'maintenance-end';
const LONGEST_MS = 31 * DAY;
/** Emergency work is often written down while it has begun. */
const GRACE_MS = 15 * MINUTE;

const ADD = statement(
  'maintenance-add',
  `insert into maintenance_window (provider_id, tenant_id, window_id, kind, title_ko, title_en, description_ko, description_en, starts_at, ends_at, created_at, created_by)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
);
const SERVICES = statement(
  'maintenance-services-add',
  `insert into maintenance_service (provider_id, tenant_id, window_id, service_item_id) select $1, $2, $3, unnest($4::uuid[])`,
);
const ANNOUNCE = statement<{ ordinal: number }>(
  'maintenance-announce',
  `insert into maintenance_announcement (provider_id, tenant_id, window_id, ordinal, at, person_id, starts_at, ends_at, reason)
   select $1, $2, $3, 1 + coalesce((select max(a.ordinal) from maintenance_announcement a where a.provider_id = $1 and a.window_id = $3), 0),
     $4, $5, $6, $7, $8 returning ordinal`,
);
const OVERLAP = statement(
  'maintenance-overlap',
  `select 1 as found from maintenance_window w join maintenance_service s on s.provider_id = w.provider_id and s.window_id = w.window_id
   where w.provider_id = $1 and w.tenant_id = $2 and s.service_item_id = any ($3::uuid[]) and w.cancelled_at is null and w.ended_at is null
     and w.starts_at < $5 and w.ends_at > $4 and w.window_id is distinct from $6::uuid limit 1`,
);
const LOCK = statement<LockedWindow>(
  'maintenance-lock',
  `select w.window_id, w.tenant_id, w.kind, w.starts_at, w.ends_at, w.started_at, w.ended_at, w.cancelled_at, w.version,
     (select array_agg(s.service_item_id) from maintenance_service s where s.provider_id = w.provider_id and s.window_id = w.window_id) as service_item_ids
   from maintenance_window w where w.provider_id = $1 and w.window_id = $2 for no key update of w`,
);
const MOVE = statement(
  'maintenance-move',
  `update maintenance_window set starts_at = $3, ends_at = $4, version = version + 1 where provider_id = $1 and window_id = $2`,
);

export interface LockedWindow {
  readonly window_id: string;
  readonly tenant_id: string;
  readonly kind: 'PLANNED' | 'EMERGENCY';
  readonly starts_at: Instant;
  readonly ends_at: Instant;
  readonly started_at: Instant | null;
  readonly ended_at: Instant | null;
  readonly cancelled_at: Instant | null;
  readonly version: number;
  readonly service_item_ids: readonly string[];
}

/** What is wrong with the times of a window. */
export function timesProblems(
  { startsAt, endsAt }: Times,
  on: { readonly kind: NewWindow['kind']; readonly now: Instant; readonly language: Language },
): readonly InputProblem[] {
  const { kind, now, language } = on;
  const earliest = kind === 'EMERGENCY' ? now - GRACE_MS : now;
  return [
    ...(endsAt <= startsAt ? [problem('endsAt', 'REVERSED', FAULTS.reversed, language)] : []),
    ...(endsAt - startsAt > LONGEST_MS ? [problem('endsAt', 'TOO_LONG', FAULTS.tooLong, language)] : []),
    ...(startsAt < earliest ? [problem('startsAt', 'IN_THE_PAST', FAULTS.past, language)] : []),
    ...(endsAt <= now ? [problem('endsAt', 'IN_THE_PAST', FAULTS.past, language)] : []),
  ];
}

function wordProblems({ title, description, serviceItemIds }: NewWindow, language: Language): readonly InputProblem[] {
  const count = serviceItemIds.length < 1 || serviceItemIds.length > 50;
  const twice = serviceItemIds.flatMap((id, index) =>
    serviceItemIds.indexOf(id) < index
      ? [problem(`serviceItemIds[${index}]`, 'DUPLICATE', FAULTS.twice, language)]
      : [],
  );
  return [
    ...nameProblems(title, { path: 'title', max: 300, language }),
    ...nameProblems(description, { path: 'description', max: 8_000, language }),
    ...(count ? [problem('serviceItemIds', 'COUNT', FAULTS.services, language)] : []),
    ...twice,
  ];
}

/** The services that no contract covers when the work begins. */
export async function uncovered(
  tx: Tx<StaffScope>,
  { tenantId, serviceItemIds, startsAt }: Pick<NewWindow, 'tenantId' | 'serviceItemIds' | 'startsAt'>,
): Promise<readonly InputProblem[] | null> {
  const promises = await loadPromises(tx, tenantId);
  if (promises.versions.length === 0) return null;
  return serviceItemIds.flatMap((id, index) =>
    promises.at(id, startsAt) === null
      ? [problem(`serviceItemIds[${index}]`, 'NOT_AGREED', FAULTS.noContract, tx.scope.language)]
      : [],
  );
}

interface Told extends Times {
  readonly tenantId: string;
  readonly windowId: string;
  readonly reason: string | null;
}

/** One more word to the client: written, to be mailed by the worker, and a timer for the end. */
async function announce(tx: Tx<StaffScope>, told: Told, word: 'announced' | 'moved'): Promise<void> {
  const { tenantId, windowId, startsAt, endsAt, reason } = told;
  const { providerId, personId } = tx.scope;
  const when = [timestamp(tx.now), personId, timestamp(startsAt), timestamp(endsAt), reason];
  const [row] = await tx.query(ANNOUNCE, [providerId, tenantId, windowId, ...when]);
  const ids = { windowId, ordinal: String(row?.ordinal ?? 1), personId };
  await appendEvents(tx, [
    { topic: `maintenance.${word}`, tenantId, ids },
    { topic: 'availability.changed', tenantId, ids: {} },
  ]);
  await enqueue(tx, [
    { queue: MAINTENANCE_END_QUEUE, tenantId, payload: { windowId }, runAt: endsAt + 1, dedupeKey: windowId },
  ]);
  await recordAudit(tx, { action: `maintenance.${word}`, objectType: 'maintenance', objectId: windowId, tenantId });
}

export async function saved(tx: Tx<StaffScope>, windowId: string, stale = false): Promise<ChangeMaintenanceResult> {
  const window = await windowById(tx, windowId);
  if (window === null) return notFoundResult('maintenance');
  return stale
    ? { __typename: 'MaintenanceChangedMeanwhile', current: window }
    : { __typename: 'MaintenanceSaved', window };
}

/** Announces work to the client; the notice counts from when the mail reaches somebody there (D-MON-2). */
export async function announceMaintenance(tx: Tx<StaffScope>, input: NewWindow): Promise<ChangeMaintenanceResult> {
  const { tenantId, serviceItemIds, kind, title, description, startsAt, endsAt } = input;
  const { language, providerId, personId } = tx.scope;
  if (!isId(tenantId) || !serviceItemIds.every(isId)) return notFoundResult('service');
  const problems = [...wordProblems(input, language), ...timesProblems(input, { kind, now: tx.now, language })];
  if (problems.length > 0) return inputRefused(problems);
  const strange = await uncovered(tx, input);
  if (strange === null) return notFoundResult('tenant');
  if (strange.length > 0) return inputRefused(strange);
  const span = [timestamp(startsAt), timestamp(endsAt)];
  const [overlap] = await tx.query(OVERLAP, [providerId, tenantId, serviceItemIds, ...span, null]);
  if (overlap !== undefined) return refused('WINDOW_OVERLAPS', language);
  const windowId = newId();
  const words = [title.ko.trim(), title.en.trim(), description.ko.trim(), description.en.trim()];
  await tx.query(ADD, [providerId, tenantId, windowId, kind, ...words, ...span, timestamp(tx.now), personId]);
  await tx.query(SERVICES, [providerId, tenantId, windowId, serviceItemIds]);
  await announce(tx, { tenantId, windowId, startsAt, endsAt, reason: null }, 'announced');
  return saved(tx, windowId);
}

/** Locks a window that can still be changed, or says why not. */
export async function lockWindow(
  tx: Tx<StaffScope>,
  { windowId, expectedVersion }: OnWindow,
): Promise<LockedWindow | ChangeMaintenanceResult> {
  const [row] = isId(windowId) ? await tx.query(LOCK, [tx.scope.providerId, windowId]) : [];
  if (row === undefined) return notFoundResult('maintenance');
  if (row.version !== expectedVersion) return saved(tx, windowId, true);
  if (row.cancelled_at !== null) return refused('CANCELLED', tx.scope.language);
  return row.ended_at === null ? row : refused('ENDED_ALREADY', tx.scope.language);
}

export function isLocked(value: LockedWindow | ChangeMaintenanceResult): value is LockedWindow {
  return !('__typename' in value);
}

/** Announces another time for work that hasn't begun; the notice begins anew unless it only gets shorter (D-MON-2). */
export async function moveMaintenance(
  tx: Tx<StaffScope>,
  input: OnWindow & Times & { readonly reason: string },
): Promise<ChangeMaintenanceResult> {
  const { windowId, startsAt, endsAt, reason } = input;
  const row = await lockWindow(tx, input);
  if (!isLocked(row)) return row;
  const { language, providerId } = tx.scope;
  if (windowState(row, tx.now) !== 'ANNOUNCED') return refused('RUNNING_ALREADY', language);
  const problems = [
    ...timesProblems(input, { kind: row.kind, now: tx.now, language }),
    ...textProblems(reason, { path: 'reason', max: 4_000, language }),
  ];
  if (problems.length > 0) return inputRefused(problems);
  const { tenant_id: tenantId, service_item_ids: serviceItemIds } = row;
  const strange = await uncovered(tx, { tenantId, serviceItemIds, startsAt });
  if (strange === null || strange.length > 0) {
    return inputRefused([problem('startsAt', 'NOT_AGREED', FAULTS.noContract, language)]);
  }
  const span = [timestamp(startsAt), timestamp(endsAt)];
  const [overlap] = await tx.query(OVERLAP, [providerId, tenantId, serviceItemIds, ...span, windowId]);
  if (overlap !== undefined) return refused('WINDOW_OVERLAPS', language);
  await tx.query(MOVE, [providerId, windowId, ...span]);
  await announce(tx, { tenantId, windowId, startsAt, endsAt, reason: reason.trim() }, 'moved');
  return saved(tx, windowId);
}
