import { EventEmitter, on } from 'node:events';
import type { GraphQLContext, PersonScope } from '@daylight/api-platform';
import pg from 'pg';

/** What the worker's relay announces after a commit: ids only, since any role may listen (decision 16). */
export interface LiveEvent {
  readonly providerId: string;
  readonly tenantId: string | null;
  readonly topic: string;
  readonly ids: Readonly<Record<string, string>>;
}

export const LIVE_CHANNEL = 'daylight';
const RECHECK_MS = 4_000;
const RECONNECT_MS = 1_000;

function parse(payload: string | undefined): LiveEvent | null {
  try {
    const event: LiveEvent = JSON.parse(payload ?? '');
    return typeof event.topic === 'string' && typeof event.providerId === 'string' ? event : null;
  } catch {
    return null;
  }
}

/** Whether an event concerns what this person may see at all; the screen then reads again, under its own scope. */
function concerns(scope: PersonScope, event: LiveEvent): boolean {
  if (event.providerId !== scope.providerId) return false;
  return scope.side === 'PROVIDER' || event.tenantId === scope.tenantId;
}

/** Listens on the database and hands events to the open streams of this process. */
export class LiveEvents {
  private readonly emitter = new EventEmitter().setMaxListeners(0);
  private client: pg.Client | null = null;
  private stopped = false;

  constructor(private readonly url: string) {}

  /** Keeps one listening connection, opened again whenever it is lost. Screens refetch after a break by themselves. */
  async start(): Promise<void> {
    if (this.stopped) return;
    const client = new pg.Client({ connectionString: this.url, application_name: 'daylight-live', keepAlive: true });
    client.on('notification', ({ payload }) => {
      const event = parse(payload);
      if (event !== null) this.emitter.emit('event', event);
    });
    const again = () => {
      if (this.client !== client) return;
      this.client = null;
      setTimeout(() => void this.start(), RECONNECT_MS).unref();
    };
    this.client = client;
    client.on('error', again).on('end', again);
    await client
      .connect()
      .then(() => client.query(`listen ${LIVE_CHANNEL}`))
      .catch(again);
  }

  async stop(): Promise<void> {
    this.stopped = true;
    const { client } = this;
    this.client = null;
    await client?.end().catch(() => undefined);
  }

  /**
   * Events for one subscriber. Ends within 5 s of losing the session or the right (T7): who asks is checked again and again,
   * in transactions of its own, so that no stream holds a connection.
   */
  async *stream(
    context: GraphQLContext,
    wants: (event: LiveEvent, scope: PersonScope) => boolean,
  ): AsyncGenerator<LiveEvent> {
    const { operation } = context;
    let scope = await operation.scope();
    await operation.rollback();
    const ended = new AbortController();
    const recheck = setInterval(() => {
      operation
        .scope()
        .then((fresh) => {
          scope = fresh;
          return operation.rollback();
        })
        .catch(() => ended.abort());
    }, RECHECK_MS);
    try {
      for await (const [event] of on(this.emitter, 'event', { signal: ended.signal })) {
        const live: LiveEvent = event;
        if (concerns(scope, live) && wants(live, scope)) yield live;
      }
    } catch (error) {
      if (!ended.signal.aborted) throw error;
    } finally {
      clearInterval(recheck);
    }
  }
}
