import type { Logger } from '@daylight/api-platform';
import type { QueueAge } from '../runtime/claims.js';
import type { OverdueCount } from '../status/overdue.js';

/** Work that has been due for longer than this while nothing gets done isn't waiting but stuck. */
const STUCK_AFTER_SECONDS = 60;
const PING_TIMEOUT_MS = 10_000;

export interface HeartbeatParts {
  /** Whether the worker's loop has turned lately. */
  readonly turning: () => boolean;
  /** Throws while the database is away. */
  readonly ages: () => Promise<readonly QueueAge[]>;
  readonly overdue: () => Promise<readonly OverdueCount[]>;
  /** Attempts of this worker that ended well, ever. */
  readonly done: () => number;
  /** Tells whoever listens outside; null: nobody does. */
  readonly ping: (() => Promise<void>) | null;
  readonly log: Pick<Logger, 'info' | 'warn' | 'error'>;
}

/**
 * A dead-man's line (G7, R15): speaks while the queues move and is silent otherwise, so that whoever listens outside worries
 * when it stops coming, for whatever reason it did. A backlog that is being worked off moves.
 */
export class Heartbeat {
  private doneBefore = 0;

  constructor(private readonly parts: HeartbeatParts) {}

  /** One beat; resolves to whether it was sent on. Throws while the database is away: then it is silent as well. */
  async beat(): Promise<boolean> {
    const { turning, ages, done, log } = this.parts;
    const queues = await ages();
    const oldest = Math.max(0, ...queues.map(({ oldest_seconds: seconds }) => seconds));
    const finished = done();
    const moves = turning() && (oldest <= STUCK_AFTER_SECONDS || finished > this.doneBefore);
    this.doneBefore = finished;
    const due = queues.filter(({ waiting, dead }) => waiting > 0 || dead > 0);
    if (!moves) {
      log.error({ event: 'stuck', queues: due, oldestSeconds: oldest }, 'the queues do not move; no heartbeat is sent');
      return false;
    }
    log.info({ event: 'heartbeat', queues: due }, 'alive');
    await this.audit();
    return this.send();
  }

  /** What is late though the queues move: said in the log, counted in the metrics, listed in the console. */
  private async audit(): Promise<void> {
    const late = await this.parts.overdue();
    if (late.length > 0) this.parts.log.warn({ event: 'overdue', steps: late }, 'steps are overdue');
  }

  private async send(): Promise<boolean> {
    const { ping, log } = this.parts;
    if (ping === null) return false;
    try {
      await ping();
      return true;
    } catch (error) {
      log.warn({ error: String(error) }, 'the heartbeat did not get through');
      return false;
    }
  }
}

/** Asks an address, as healthchecks.io and its like wait for it; anything but 2xx is a failure. */
export async function pingAddress(url: string): Promise<void> {
  const answer = await fetch(url, { signal: AbortSignal.timeout(PING_TIMEOUT_MS) });
  await answer.body?.cancel();
  if (!answer.ok) throw new Error(`it answered ${answer.status}`);
}
