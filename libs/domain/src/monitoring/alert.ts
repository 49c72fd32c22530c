import { MINUTE, type Instant } from '../time/instant.js';
import type { Signal } from './signal.js';

/** What is kept of an alert between its signals. */
export interface AlertState {
  readonly state: 'FIRING' | 'RECOVERED';
  /** Receipt of the last signal about it. */
  readonly lastAt: Instant;
  /** Signals that said it fires. */
  readonly count: number;
  readonly flapping: boolean;
  /** When it last changed state, oldest first; those of the last `windowMs` suffice. */
  readonly changes: readonly Instant[];
}

/** When an alert that comes and goes counts as flapping, and how long it has to stay recovered to be believed. */
export interface FlapRule {
  readonly windowMs: number;
  /** So many changes of state within the window. */
  readonly changes: number;
  readonly quietMs: number;
}

/** Down, up, down, up within half an hour; then a quarter of an hour of quiet. */
export const DEFAULT_FLAP_RULE: FlapRule = { windowMs: 30 * MINUTE, changes: 4, quietMs: 15 * MINUTE };

/**
 * What a signal means for its alert (D-MON-1). FIRED: it is wrong now and wasn't before. REPEATED: said again.
 * RECOVERED: good now, and to be believed from `settledAt` on. UNCHANGED: recovered twice, or overtaken by a later signal.
 * UNKNOWN: the end of something we never heard of.
 */
export type AlertStep =
  | { readonly kind: 'FIRED' | 'REPEATED' | 'UNCHANGED'; readonly next: AlertState }
  | { readonly kind: 'RECOVERED'; readonly next: AlertState; readonly settledAt: Instant }
  | { readonly kind: 'UNKNOWN' };

function changed(
  before: AlertState | null,
  state: AlertState['state'],
  receivedAt: Instant,
  rule: FlapRule,
): AlertState {
  const recent = (before?.changes ?? []).filter((at) => at > receivedAt - rule.windowMs);
  const changes = [...recent, receivedAt];
  const count = (before?.count ?? 0) + (state === 'FIRING' ? 1 : 0);
  return { state, lastAt: receivedAt, count, flapping: changes.length >= rule.changes, changes };
}

/** Folds one signal into its alert. `receivedAt` is the durable receipt; a signal received before the last one changes nothing. */
export function stepAlert(
  before: AlertState | null,
  { state }: Pick<Signal, 'state'>,
  receivedAt: Instant,
  rule: FlapRule = DEFAULT_FLAP_RULE,
): AlertStep {
  if (before === null) {
    return state === 'RECOVERED'
      ? { kind: 'UNKNOWN' }
      : { kind: 'FIRED', next: changed(null, state, receivedAt, rule) };
  }
  const count = before.count + (state === 'FIRING' ? 1 : 0);
  if (receivedAt < before.lastAt) return { kind: 'UNCHANGED', next: { ...before, count } };
  if (state === before.state) {
    const next = { ...before, count, lastAt: receivedAt };
    return { kind: state === 'FIRING' ? 'REPEATED' : 'UNCHANGED', next };
  }
  const next = changed(before, state, receivedAt, rule);
  if (state === 'FIRING') return { kind: 'FIRED', next };
  return { kind: 'RECOVERED', next, settledAt: next.flapping ? receivedAt + rule.quietMs : receivedAt };
}
