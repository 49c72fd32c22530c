import type { Instant, Interval } from '../time/instant.js';
import type { Span } from '../time/spans.js';
import { subtractSpans, unionOf } from '../time/spans.js';
import { RANGE_FROM, RANGE_TO } from '../time/timeline.js';
import { layerTurns } from './layer-turns.js';
import type { OnCall, OnCallOverride, OnCallSchedule, OnCallSwap, OnCallTurn, Shift, ShiftSource } from './on-call.js';
import { cutPieces, joinPieces, splitPieces } from './pieces.js';

/**
 * Who is on call during `[from, to)`: shifts in order, disjoint, cut at the range, neighbours of one person and one source
 * made one. By interval arithmetic; nothing is sampled. Covers 1970 to 2100, like calendars. Throws a RangeError for an
 * unknown zone.
 */
export function shifts(schedule: OnCallSchedule, from: Instant, to: Instant): readonly Shift[] {
  const range = { from: Math.max(from, RANGE_FROM), to: Math.min(to, RANGE_TO) };
  if (!(range.from < range.to)) return [];
  const layered = schedule.layers.reduce<readonly Shift[]>((below, layer) => {
    const source = { kind: 'LAYER', layerId: layer.id } as const;
    const above = layerTurns(layer, schedule.zone, range).map((turn) => ({ ...turn, source }));
    return laidOver(below, above);
  }, []);
  const swapped = schedule.swaps.reduce(swapTurns, layered);
  const overridden = schedule.overrides.reduce(
    (below, override) => laidOver(below, takenOver(override, range)),
    swapped,
  );
  return joinPieces(overridden, sameDuty);
}

/** Who is on call at an instant; null: nobody. */
export function onCall(schedule: OnCallSchedule, at: Instant): OnCall | null {
  const [shift] = shifts(schedule, at, at + 1);
  return shift === undefined ? null : { personId: shift.personId, source: shift.source };
}

/** The stretches of `[from, to)` in which a schedule has nobody. */
export function shiftGaps(schedule: OnCallSchedule, from: Instant, to: Instant): readonly Span[] {
  return subtractSpans(unionOf([{ from, to }]), unionOf(shifts(schedule, from, to)));
}

function laidOver(below: readonly Shift[], above: readonly Shift[]): readonly Shift[] {
  return [...cutPieces(below, above), ...above].sort((a, b) => a.from - b.from);
}

function takenOver({ id, personId, from, to }: OnCallOverride, range: Interval): readonly Shift[] {
  const cut = { from: Math.max(from, range.from), to: Math.min(to, range.to) };
  return cut.from < cut.to ? [{ ...cut, personId, source: { kind: 'OVERRIDE', overrideId: id } }] : [];
}

/** Both halves look at the turns as they stood before the swap, so that they can't undo each other. */
function swapTurns(before: readonly Shift[], { id, first, second }: OnCallSwap): readonly Shift[] {
  return splitPieces(before, [first.from, first.to, second.from, second.to]).map((shift) => {
    const personId = isOf(shift, first) ? second.personId : isOf(shift, second) ? first.personId : null;
    if (personId === null || shift.source.kind === 'OVERRIDE') return shift;
    return { ...shift, personId, source: { kind: 'SWAP', swapId: id, layerId: shift.source.layerId } };
  });
}

function isOf(shift: Shift, turn: OnCallTurn): boolean {
  return shift.personId === turn.personId && shift.from >= turn.from && shift.to <= turn.to;
}

function sameDuty(a: Shift, b: Shift): boolean {
  return a.personId === b.personId && sourceKey(a.source) === sourceKey(b.source);
}

function sourceKey(source: ShiftSource): string {
  if (source.kind === 'OVERRIDE') return `OVERRIDE/${source.overrideId}`;
  return source.kind === 'LAYER' ? `LAYER/${source.layerId}` : `SWAP/${source.swapId}/${source.layerId}`;
}
