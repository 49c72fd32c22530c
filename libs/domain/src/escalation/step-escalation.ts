import type { Instant } from '../time/instant.js';
import { MINUTE } from '../time/instant.js';
import type { EscalationDirectory } from './directory.js';
import type { Ladder, Slot } from './ladder.js';
import { ladderOf } from './ladder.js';
import { targetKey } from './policy.js';
import { resolveTarget, withoutListed } from './resolve-target.js';
import type { DueTarget, EscalationEnd, EscalationEvent, EscalationRun, EscalationStanding } from './run.js';

/** From when on a call is marked late (G5: a dead worker's claim is freed within 60 s). */
export const LATE_AFTER = MINUTE;

/**
 * Where a run stands at `now` and whom to call: a fold over its events (domain.md section 6). Total, and without memory:
 * folding again without recording gives the same attempts with the same ids; once recorded as CALLED none comes twice.
 * After downtime each target that was missed is called once, marked late with the instant at which it was first due,
 * however many repeats of it went by. A call that is on time goes to whoever was on shift when it was due; a late one to
 * whoever is now.
 */
export function stepEscalation(run: EscalationRun, directory: EscalationDirectory, now: Instant): EscalationStanding {
  const ladder = ladderOf(run.policy, run.startedAt, directory.calendarOf);
  const events = run.events.filter(({ at }) => at <= now);
  const end = endOf(events);
  // An answer at the very instant is in time, as with clocks.
  const over = end === null ? ladder.exhaustedAt <= now : ladder.exhaustedAt < end.at;
  const exhaustedAt = over ? ladder.exhaustedAt : null;
  if (end !== null) return { state: end.kind, end, exhaustedAt, due: [], alarm: null, nextAt: null };
  const called = calledKeys(events);
  const waiting = [...ladder.slots, ...ladder.fallback].filter(({ key }) => !called.has(key));
  const alarmed = events.some(({ kind }) => kind === 'ALARMED');
  return {
    state: over ? 'EXHAUSTED' : 'RUNNING',
    end: null,
    exhaustedAt,
    due: dueTargets(run, directory, waiting, now),
    alarm: over && !alarmed ? { dueAt: ladder.exhaustedAt, late: isLate(ladder.exhaustedAt, now) } : null,
    nextAt: nextInstant(ladder, waiting, now),
  };
}

/** The earliest acknowledgement or stop ends the run; at one instant an acknowledgement counts. */
function endOf(events: readonly EscalationEvent[]): EscalationEnd | null {
  let end: EscalationEnd | null = null;
  for (const event of events) {
    if (event.kind !== 'ACKNOWLEDGED' && event.kind !== 'STOPPED') continue;
    const sooner = end === null || event.at < end.at;
    if (sooner || (event.at === end?.at && event.kind === 'ACKNOWLEDGED' && end.kind === 'STOPPED')) end = event;
  }
  return end;
}

function calledKeys(events: readonly EscalationEvent[]): ReadonlySet<string> {
  return new Set(events.flatMap((event) => (event.kind === 'CALLED' ? event.slotKeys : [])));
}

function dueTargets(
  run: EscalationRun,
  directory: EscalationDirectory,
  waiting: readonly Slot[],
  now: Instant,
): readonly DueTarget[] {
  const missed = new Map<string, Slot[]>();
  for (const slot of waiting.filter(({ dueAt }) => dueAt <= now)) {
    const key = targetKey(slot.target);
    missed.set(key, [...(missed.get(key) ?? []), slot]);
  }
  const listed = new Set<string>();
  return [...missed.values()].map((slots) => dueTarget(run, directory, slots, listed, now));
}

function dueTarget(
  run: EscalationRun,
  directory: EscalationDirectory,
  slots: readonly Slot[],
  listed: Set<string>,
  now: Instant,
): DueTarget {
  const [slot] = slots;
  if (slot === undefined) return { attempts: [], skipped: [], slots };
  const late = isLate(slot.dueAt, now);
  const resolved = resolveTarget(directory, run.of.tenantId, slot.target, late ? now : slot.dueAt);
  const { callable, skipped } = withoutListed(resolved, listed);
  const attempts = callable.map((one) => ({
    ...one,
    id: `${run.id}:${slot.key}:${one.contact.id}`,
    slot,
    dueAt: slot.dueAt,
    late,
  }));
  return { attempts, skipped, slots };
}

function isLate(dueAt: Instant, now: Instant): boolean {
  return now - dueAt > LATE_AFTER;
}

function nextInstant(ladder: Ladder, waiting: readonly Slot[], now: Instant): Instant | null {
  const ahead = [...waiting.map(({ dueAt }) => dueAt), ladder.exhaustedAt].filter((at) => at > now);
  return ahead.length === 0 ? null : Math.min(...ahead);
}
