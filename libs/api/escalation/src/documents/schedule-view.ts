import { toIso, type OnCallSchedule, type OnCallTurn } from '@daylight/domain';
import type { DocumentRow } from './document-rows.js';

/** A turn with its instants written out. */
export const turnText = ({ personId, from, to }: OnCallTurn) => ({ personId, from: toIso(from), to: toIso(to) });

/** A schedule as JSON that `parseSchedule` reads: instants in ISO 8601. */
export function scheduleDocument(schedule: OnCallSchedule) {
  return {
    ...schedule,
    swaps: schedule.swaps.map(({ id, first, second }) => ({ id, first: turnText(first), second: turnText(second) })),
    overrides: schedule.overrides.map(({ id, ...turn }) => ({ id, ...turnText(turn) })),
  };
}

/** `OnCallSchedule` of the schema. */
export function scheduleView({ id, document, archived, version, updated_at: updatedAt }: DocumentRow<OnCallSchedule>) {
  const { name, zone: timeZone } = document;
  return { id, name, timeZone, document: scheduleDocument(document), archived, version, updatedAt };
}

export type ScheduleView = ReturnType<typeof scheduleView>;
