import type { LiveRequest, LiveSink, LiveTransport } from './live.js';

/** What tabs say to each other. `tab` is the sender; ids are unique per tab. */
type TabMessage =
  | { readonly kind: 'leader' }
  | { readonly kind: 'subscribe'; readonly tab: string; readonly id: string; readonly request: LiveRequest }
  | { readonly kind: 'unsubscribe'; readonly tab: string; readonly id: string }
  | { readonly kind: 'next'; readonly id: string; readonly value: unknown }
  | { readonly kind: 'end'; readonly id: string; readonly error: string | null };

/** The browser's parts that we lean on; tests bring their own. */
export interface TabPlatform {
  readonly channel: {
    postMessage: (message: unknown) => void;
    onmessage: ((event: MessageEvent<unknown>) => void) | null;
  };
  /** Runs `held` once the lock is ours and keeps it until the promise settles (it is freed when the tab dies). */
  readonly lock: (name: string, held: () => Promise<void>) => void;
  readonly newId: () => string;
}

function isTabMessage(data: unknown): data is TabMessage {
  return typeof data === 'object' && data !== null && 'kind' in data && typeof data.kind === 'string';
}

/** The platform of this browser, or null where locks or channels are missing (private modes, plain HTTP). */
export function browserTabs(name: string, newId: () => string): TabPlatform | null {
  if (typeof BroadcastChannel === 'undefined' || typeof navigator === 'undefined' || !('locks' in navigator))
    return null;
  const channel = new BroadcastChannel(name);
  return { channel, lock: (lock, held) => void navigator.locks.request(lock, held), newId };
}

const forever = (): Promise<void> => new Promise<void>(() => undefined);

/**
 * One stream per browser: the tab that holds the lock `name` subscribes for all, the others listen on a channel. A
 * browser allows six HTTP/1.1 connections per origin, so a stream per tab would stall the seventh tab. When the leader
 * closes, the next tab gets the lock and everybody asks again; when a follower dies, its own lock falls to the leader,
 * which then ends that tab's subscriptions.
 */
export function shareAcrossTabs(name: string, stream: LiveTransport, platform: TabPlatform | null): LiveTransport {
  if (platform === null) return stream;
  const { channel, lock } = platform;
  const tab = platform.newId();
  const own = new Map<string, { readonly request: LiveRequest; readonly sink: LiveSink }>();
  const running = new Map<string, { readonly tab: string; readonly stop: () => void }>();
  const watched = new Set<string>();
  let leading = false;
  const say = (message: TabMessage): void => channel.postMessage(message);

  function lead(from: string, id: string, request: LiveRequest): void {
    if (running.has(id)) return;
    const local = own.get(id)?.sink;
    const end = (error: string | null): void => {
      running.delete(id);
      if (local === undefined) say({ kind: 'end', id, error });
    };
    const stop = stream.subscribe(request, {
      next: (value) => (local === undefined ? say({ kind: 'next', id, value }) : local.next(value)),
      error: (error) => {
        local?.error(error);
        end(String(error));
      },
      complete: () => {
        local?.complete();
        end(null);
      },
    });
    running.set(id, { tab: from, stop });
  }

  function stopRunning(id: string): void {
    running.get(id)?.stop();
    running.delete(id);
  }

  function watch(other: string): void {
    if (watched.has(other)) return;
    watched.add(other);
    lock(`${name}:${other}`, async () => {
      watched.delete(other);
      for (const [id, { tab: owner }] of running) if (owner === other) stopRunning(id);
    });
  }

  function hear(message: TabMessage): void {
    switch (message.kind) {
      case 'leader':
        if (!leading) for (const [id, { request }] of own) say({ kind: 'subscribe', tab, id, request });
        return;
      case 'subscribe':
        if (!leading) return;
        watch(message.tab);
        lead(message.tab, message.id, message.request);
        return;
      case 'unsubscribe':
        if (leading) stopRunning(message.id);
        return;
      case 'next':
        own.get(message.id)?.sink.next(message.value);
        return;
      case 'end': {
        const sink = own.get(message.id)?.sink;
        if (message.error === null) sink?.complete();
        else sink?.error(new Error(message.error));
      }
    }
  }

  channel.onmessage = (event) => {
    if (isTabMessage(event.data)) hear(event.data);
  };
  lock(`${name}:${tab}`, forever);
  lock(name, () => {
    leading = true;
    for (const [id, { request }] of own) lead(tab, id, request);
    say({ kind: 'leader' });
    return forever();
  });

  return {
    subscribe: (request, sink) => {
      const id = platform.newId();
      own.set(id, { request, sink });
      if (leading) lead(tab, id, request);
      else say({ kind: 'subscribe', tab, id, request });
      return () => {
        own.delete(id);
        if (leading) stopRunning(id);
        else say({ kind: 'unsubscribe', tab, id });
      };
    },
  };
}
