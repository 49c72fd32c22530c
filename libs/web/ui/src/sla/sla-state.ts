/** A clock as the API gives it; instants ISO 8601, durations in milliseconds. */
export interface SlaClock {
  readonly kind: 'FIRST_RESPONSE' | 'NEXT_RESPONSE' | 'UPDATE_CADENCE' | 'RESTORE' | 'RESOLUTION' | 'AGREED_DATE';
  readonly state: 'RUNNING' | 'PAUSED' | 'MET' | 'BREACHED' | 'CANCELLED' | 'NONE';
  /** Null while paused: the due instant isn't known then. */
  readonly dueAt: string | null;
  readonly targetMs: number;
  /** Working time used as of the answer. */
  readonly usedMs: number;
  readonly metAt?: string | null;
  readonly breachedAt?: string | null;
  /** When `usedMs` was counted; without it the badge knows nothing of the calendar and counts all time. */
  readonly asOf?: string | null;
  /** When it ended without being met, e.g. a progress update that never came: from then on nothing grows. */
  readonly endedAt?: string | null;
}

/** What the badge says. */
export type SlaView =
  | { readonly kind: 'running' | 'soon'; readonly leftMs: number }
  | { readonly kind: 'overdue'; readonly overMs: number }
  | { readonly kind: 'met'; readonly tookMs: number }
  | { readonly kind: 'late' | 'missed'; readonly overMs: number }
  | { readonly kind: 'paused' | 'cancelled' | 'none' };

const MINUTE = 60_000;
const SOON_MS = 15 * 60_000;
const SOON_SHARE = 0.25;

/** What `clock` means at `now` (ms): the last quarter of the target or its last 15 minutes are "soon" (ux.md 1.2). */
export function slaView(clock: SlaClock, now: number): SlaView {
  const due = clock.dueAt === null ? null : Date.parse(clock.dueAt);
  const missed = typeof clock.breachedAt === 'string' ? Date.parse(clock.breachedAt) : due;
  switch (clock.state) {
    case 'NONE':
      return { kind: 'none' };
    case 'CANCELLED':
      return { kind: 'cancelled' };
    case 'PAUSED':
      return { kind: 'paused' };
    case 'MET':
      return { kind: 'met', tookMs: clock.usedMs };
    case 'BREACHED':
      return breachedView(clock, now, missed ?? now);
    case 'RUNNING':
      if (due === null) return { kind: 'none' };
      if (now >= due) return { kind: 'overdue', overMs: now - due };
      return { kind: isSoon(clock, due - now) ? 'soon' : 'running', leftMs: due - now };
  }
}

function isSoon(clock: SlaClock, leftMs: number): boolean {
  const workLeft = Math.min(leftMs, clock.targetMs - clock.usedMs);
  return leftMs <= SOON_MS || workLeft <= clock.targetMs * SOON_SHARE;
}

/** By how much, in the time that the contract counts, so that the badge and the clock's account say the same (D-SLA-9). */
function breachedView({ usedMs, targetMs, metAt, endedAt, asOf }: SlaClock, now: number, missed: number): SlaView {
  const worked = Math.max(0, usedMs - targetMs);
  if (typeof metAt === 'string') return { kind: 'late', overMs: worked > 0 ? worked : Date.parse(metAt) - missed };
  if (typeof endedAt === 'string') return { kind: 'missed', overMs: worked };
  // Where nothing since the due instant was left out, the badge goes on counting between two answers.
  const leftOut = typeof asOf === 'string' && Date.parse(asOf) - missed - worked > MINUTE;
  return { kind: 'overdue', overMs: leftOut ? worked : now - missed };
}
