import { EventEmitter, on } from 'node:events';
import { DaylightError, type GraphQLContext, type PersonScope } from '@daylight/api-platform';
import pg from 'pg';
import { statement } from './statement.js';
import type { Tx } from './tx.js';
import { PersonOperation } from './person-operation.js';

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

const REACH = statement<{ tenant_id: string }>('live-reach', 'select tenant_id from tenant where provider_id = $1');

/** Who asks, as of the last look, and for restricted staff the clients they are assigned to. */
interface Reader {
  readonly scope: PersonScope;
  readonly reach: ReadonlySet<string> | null;
}

/** Whether an event concerns what this person may see at all; the screen then reads again, under its own scope. */
function concerns({ scope, reach }: Reader, event: LiveEvent): boolean {
  if (event.providerId !== scope.providerId) return false;
  if (scope.side === 'CLIENT') return event.tenantId === scope.tenantId;
  return reach === null || event.tenantId === null || reach.has(event.tenantId);
}

/** Whether the object of a subscription is (still) one of the reader's. */
export type StillSees = (tx: Tx<PersonScope>) => Promise<boolean>;

/** Looks who is asking in a transaction of its own; throws when the session, a right once held or the object is gone. */
async function look(
  operation: PersonOperation,
  held: PersonScope['permissions'] | null,
  sees: StillSees,
): Promise<Reader> {
  try {
    const tx = await operation.tx();
    const { scope } = tx;
    const lost = [...(held ?? [])].some((permission) => !scope.permissions.has(permission));
    if (lost || !(await sees(tx))) throw new DaylightError('FORBIDDEN', 'not allowed');
    const restricted = scope.side === 'PROVIDER' && scope.restricted;
    const reach = restricted ? await tx.query(REACH, [scope.providerId]) : null;
    return { scope, reach: reach === null ? null : new Set(reach.map((row) => row.tenant_id)) };
  } finally {
    await operation.rollback();
  }
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
   * Events for one subscriber. Ends within 5 s of losing the session, a right or what `sees` asks for (T7): who asks is
   * checked again and again, in transactions of its own, so that no stream holds a connection. A screen then subscribes
   * anew, through the guard.
   */
  stream(
    context: GraphQLContext,
    wants: (event: LiveEvent, scope: PersonScope) => boolean,
    sees: StillSees = () => Promise.resolve(true),
  ): AsyncGenerator<LiveEvent> {
    const ended = new AbortController();
    const events = this.events(context, wants, sees, ended);
    return {
      next: () => events.next(),
      // A generator that waits for an event can't be told to return; a reader who left would be looked after for ever.
      return: (value) => {
        ended.abort();
        return events.return(value);
      },
      throw: (error) => {
        ended.abort();
        return events.throw(error);
      },
      [Symbol.asyncIterator]() {
        return this;
      },
      async [Symbol.asyncDispose]() {
        ended.abort();
        await events.return(undefined);
      },
    };
  }

  private async *events(
    { operation }: GraphQLContext,
    wants: (event: LiveEvent, scope: PersonScope) => boolean,
    sees: StillSees,
    ended: AbortController,
  ): AsyncGenerator<LiveEvent> {
    if (!(operation instanceof PersonOperation)) throw new DaylightError('INTERNAL', 'this stream has no transaction');
    let reader = await look(operation, null, sees);
    const held = reader.scope.permissions;
    const recheck = setInterval(() => {
      look(operation, held, sees)
        .then((fresh) => (reader = fresh))
        .catch(() => ended.abort());
    }, RECHECK_MS);
    try {
      for await (const [event] of on(this.emitter, 'event', { signal: ended.signal })) {
        const live: LiveEvent = event;
        if (concerns(reader, live) && wants(live, reader.scope)) yield live;
      }
    } catch (error) {
      if (!ended.signal.aborted) throw error;
    } finally {
      clearInterval(recheck);
    }
  }
}
