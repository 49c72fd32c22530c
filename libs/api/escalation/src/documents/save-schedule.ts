import {
  notFoundResult,
  unstorableTexts,
  inputRefused,
  type InputRefused,
  type NotFound,
} from '@daylight/api-calendars';
import { recordAudit, statement, type Tx } from '@daylight/api-database';
import { newId, type StaffScope } from '@daylight/api-platform';
import { parseSchedule, type Instant, type OnCallSchedule } from '@daylight/domain';
import { refusedOf } from '../messages.js';
import { scheduleRows, writeDocument, type DocumentRow } from './document-rows.js';
import { scheduleDocument, scheduleView, turnText, type ScheduleView } from './schedule-view.js';

const STAFF = statement<{ person_id: string }>(
  'on-call-staff',
  `select person_id from person where provider_id = $1 and side = 'PROVIDER' and status <> 'DEACTIVATED'`,
);

export type SaveScheduleResult =
  | { readonly __typename: 'OnCallScheduleSaved'; readonly schedule: ScheduleView }
  | { readonly __typename: 'OnCallScheduleChangedMeanwhile'; readonly current: ScheduleView }
  | InputRefused
  | NotFound;

/** The id is Daylight's to give: what the document says about it doesn't count. */
export function withId(document: unknown, id: string): unknown {
  return typeof document === 'object' && document !== null && !Array.isArray(document) ? { ...document, id } : document;
}

interface SaveScheduleInput {
  readonly scheduleId?: string | null;
  readonly expectedVersion?: number | null;
  readonly document: unknown;
  readonly archived?: boolean | null;
}

/** Adds an on-call schedule or changes one; refused with places where it can't be taken. */
export async function saveSchedule(tx: Tx<StaffScope>, input: SaveScheduleInput): Promise<SaveScheduleResult> {
  const before = input.scheduleId == null ? null : await oneSchedule(tx, input.scheduleId);
  if (input.scheduleId != null && before === null) return notFoundResult('schedule');
  const change = { document: input.document, archived: input.archived ?? false };
  return write(tx, before, change, input.expectedVersion ?? 0);
}

async function oneSchedule(tx: Tx, id: string): Promise<DocumentRow<OnCallSchedule> | null> {
  const [row] = await scheduleRows(tx, true, id);
  return row ?? null;
}

async function write(
  tx: Tx<StaffScope>,
  before: DocumentRow<OnCallSchedule> | null,
  change: { readonly document: unknown; readonly archived: boolean },
  expectedVersion: number,
): Promise<SaveScheduleResult> {
  const { language } = tx.scope;
  const id = before?.id ?? newId();
  const staff = await tx.query(STAFF, [tx.scope.providerId]);
  // Whoever stands in it already may stay: somebody who left is a gap that coverage names, not a locked document.
  const personIds = new Set([...staff.map(({ person_id }) => person_id), ...peopleOf(before?.document)]);
  const parsed = parseSchedule(withId(change.document, id), { personIds });
  if (parsed.kind === 'invalid') return refusedOf(parsed.problems, language);
  const unstorable = unstorableTexts(parsed.schedule, '', language);
  if (unstorable.length > 0) return inputRefused(unstorable);
  const written = { kind: 'SCHEDULE', document: parsed.schedule, archived: change.archived } as const;
  const done = await writeDocument(tx, { ...written, expectedVersion: before === null ? null : expectedVersion });
  const current = await oneSchedule(tx, id);
  if (current === null) return notFoundResult('schedule');
  const view = scheduleView(current);
  if (!done) return { __typename: 'OnCallScheduleChangedMeanwhile', current: view };
  const action = before === null ? 'schedule.add' : 'schedule.change';
  const after = { version: current.version, archived: change.archived };
  await recordAudit(tx, { action, objectType: 'schedule', objectId: id, tenantId: null, after });
  return { __typename: 'OnCallScheduleSaved', schedule: view };
}

function peopleOf(schedule: OnCallSchedule | undefined): readonly string[] {
  if (schedule === undefined) return [];
  const { layers, overrides, swaps } = schedule;
  const swapped = swaps.flatMap(({ first, second }) => [first.personId, second.personId]);
  return [...layers.flatMap((layer) => layer.participants), ...overrides.map((one) => one.personId), ...swapped];
}

export interface TurnInput {
  readonly personId: string;
  readonly from: Instant;
  readonly to: Instant;
}
interface OnSchedule {
  readonly scheduleId: string;
  readonly expectedVersion: number;
}
type Document = ReturnType<typeof scheduleDocument>;

async function edit(
  tx: Tx<StaffScope>,
  { scheduleId, expectedVersion }: OnSchedule,
  change: (document: Document) => Document | null,
): Promise<SaveScheduleResult> {
  const before = await oneSchedule(tx, scheduleId);
  const document = before === null ? null : change(scheduleDocument(before.document));
  if (before === null || document === null) return notFoundResult('schedule');
  return write(tx, before, { document, archived: before.archived }, expectedVersion);
}

/** Somebody takes a stretch, whoever would have had it. */
export function coverOnCall(tx: Tx<StaffScope>, input: OnSchedule & { readonly turn: TurnInput }) {
  const override = { id: newId(), ...turnText(input.turn) };
  return edit(tx, input, (document) => ({ ...document, overrides: [...document.overrides, override] }));
}

/** Two people exchange their turns. */
export function swapOnCall(
  tx: Tx<StaffScope>,
  input: OnSchedule & { readonly first: TurnInput; readonly second: TurnInput },
) {
  const swap = { id: newId(), first: turnText(input.first), second: turnText(input.second) };
  return edit(tx, input, (document) => ({ ...document, swaps: [...document.swaps, swap] }));
}

/** Takes a swap or an override back. */
export function dropOnCallChange(tx: Tx<StaffScope>, input: OnSchedule & { readonly changeKey: string }) {
  const others = <T extends { readonly id: string }>(all: readonly T[]) =>
    all.filter(({ id }) => id !== input.changeKey);
  return edit(tx, input, (document) => {
    const [swaps, overrides] = [others(document.swaps), others(document.overrides)];
    const same = swaps.length === document.swaps.length && overrides.length === document.overrides.length;
    return same ? null : { ...document, swaps, overrides };
  });
}
