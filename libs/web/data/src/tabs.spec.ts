import type { LiveRequest, LiveSink, LiveTransport } from './live.js';
import { shareAcrossTabs, type TabPlatform } from './tabs.js';

/** A browser in miniature: one channel, named locks in order of asking, and tabs that can be closed. */
function browser() {
  const tabs: { readonly channel: TabPlatform['channel']; readonly name: string; alive: boolean }[] = [];
  const locks = new Map<string, { readonly tab: string; readonly held: () => Promise<void> }[]>();
  const streams: { readonly tab: string; readonly request: LiveRequest; readonly sink: LiveSink; stopped: boolean }[] =
    [];
  let ids = 0;

  const grant = (name: string): void => {
    const [first] = locks.get(name) ?? [];
    if (first === undefined) return;
    let settled = false;
    void first.held().then(() => {
      settled = true;
      release(name, first);
    });
    void settled;
  };
  const release = (name: string, holder: { readonly tab: string }): void => {
    const queue = locks.get(name) ?? [];
    const wasFirst = queue[0] === holder;
    locks.set(
      name,
      queue.filter((entry) => entry !== holder),
    );
    if (wasFirst) grant(name);
  };

  function open(name: string): LiveTransport {
    const channel: TabPlatform['channel'] = {
      onmessage: null,
      postMessage: (data) => {
        for (const other of tabs)
          if (other.alive && other.name !== name) other.channel.onmessage?.(new MessageEvent('message', { data }));
      },
    };
    tabs.push({ channel, name, alive: true });
    const stream: LiveTransport = {
      subscribe: (request, sink) => {
        const entry = { tab: name, request, sink, stopped: false };
        streams.push(entry);
        return () => {
          entry.stopped = true;
        };
      },
    };
    return shareAcrossTabs('live', stream, {
      channel,
      newId: () => `id-${(ids += 1)}`,
      lock: (lock, held) => {
        const queue = [...(locks.get(lock) ?? []), { tab: name, held }];
        locks.set(lock, queue);
        if (queue.length === 1) grant(lock);
      },
    });
  }

  function close(name: string): void {
    for (const tab of tabs) if (tab.name === name) tab.alive = false;
    for (const [lock, queue] of locks) for (const entry of queue) if (entry.tab === name) release(lock, entry);
  }

  const running = () => streams.filter((stream) => !stream.stopped);
  return { open, close, running };
}

const request: LiveRequest = { query: 'subscription { queueChanged { count } }' };

function listener() {
  const heard: unknown[] = [];
  const sink: LiveSink = {
    next: (value) => heard.push(value),
    error: (error) => heard.push(error),
    complete: () => heard.push('complete'),
  };
  return { heard, sink };
}

describe('one stream per browser', () => {
  it('a second tab listens through the first', () => {
    const { open, running } = browser();
    open('first');
    const second = open('second');
    const { heard, sink } = listener();
    second.subscribe(request, sink);
    expect(running().map((stream) => stream.tab)).toEqual(['first']);
    running()[0]?.sink.next({ data: { count: 4 } });
    expect(heard).toEqual([{ data: { count: 4 } }]);
  });

  it('when the leading tab closes, the next one takes over what is still wanted', async () => {
    const { open, close, running } = browser();
    open('first');
    const second = open('second');
    const { heard, sink } = listener();
    second.subscribe(request, sink);
    close('first');
    await Promise.resolve();
    const taken = running().filter((stream) => stream.tab === 'second');
    expect(taken).toHaveLength(1);
    taken[0]?.sink.next('again');
    expect(heard).toEqual(['again']);
  });

  it('when a listening tab closes, its subscriptions end', async () => {
    const { open, close, running } = browser();
    open('first');
    open('second').subscribe(request, listener().sink);
    expect(running()).toHaveLength(1);
    close('second');
    await Promise.resolve();
    expect(running()).toHaveLength(0);
  });

  it('ending a subscription ends it at the leader', () => {
    const { open, running } = browser();
    open('first');
    const stop = open('second').subscribe(request, listener().sink);
    stop();
    expect(running()).toHaveLength(0);
  });
});
