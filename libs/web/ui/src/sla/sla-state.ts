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
}

/** What the badge says. */
export type SlaView =
  | { readonly kind: 'running' | 'soon'; readonly leftMs: number }
  | { readonly kind: 'overdue'; readonly overMs: number }
  | { readonly kind: 'met'; readonly tookMs: number }
  | { readonly kind: 'late'; readonly overMs: number }
  | { readonly kind: 'paused' | 'cancelled' | 'none' };

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
      if (typeof clock.metAt === 'string')
        return { kind: 'late', overMs: Date.parse(clock.metAt) - (missed ?? Date.parse(clock.metAt)) };
      return { kind: 'overdue', overMs: now - (missed ?? now) };
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
