/**
 * The one place in the browser that reads the machine's clock. Everything else takes instants from here, already
 * corrected by the server's time, so that both sides of a contract watch the same clock.
 */

let offsetMs = 0;

/** Milliseconds since 1970, corrected by the last `setServerTime`. */
export function now(): number {
  return Date.now() + offsetMs;
}

/** Tells the clock what the server's time was when a response arrived (`Date` header or a `now` field), in ms. */
export function setServerTime(serverMs: number): void {
  const difference = serverMs - Date.now();
  // A `Date` header has whole seconds; smaller differences than that say nothing.
  offsetMs = Math.abs(difference) < 2_000 ? 0 : difference;
  for (const listener of listeners.keys()) listener();
}

export type TickEvery = 'second' | 'minute';

const listeners = new Map<() => void, TickEvery>();
let timer: ReturnType<typeof setInterval> | null = null;
let seconds = 0;

const hidden = (): boolean => typeof document !== 'undefined' && document.hidden;

function tick(): void {
  if (hidden()) return;
  seconds = (seconds + 1) % 60;
  for (const [listener, every] of listeners) if (every === 'second' || seconds === 0) listener();
}

function wake(): void {
  if (!hidden()) for (const listener of listeners.keys()) listener();
}

/**
 * Calls `listener` every second or minute while the tab is visible, and once when it becomes visible again. All
 * listeners share one interval. Returns the function that ends it.
 */
export function onTick(every: TickEvery, listener: () => void): () => void {
  listeners.set(listener, every);
  if (timer === null) {
    timer = setInterval(tick, 1_000);
    globalThis.document?.addEventListener('visibilitychange', wake);
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0 || timer === null) return;
    clearInterval(timer);
    timer = null;
    globalThis.document?.removeEventListener('visibilitychange', wake);
  };
}
