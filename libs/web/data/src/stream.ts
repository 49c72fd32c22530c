import { createClient } from 'graphql-sse';
import type { LiveTransport } from './live.js';

export interface StreamOptions {
  readonly url: string;
  readonly headers: () => Record<string, string>;
  /** Called when the stream is back after a break: whatever was missed has to be read again. */
  readonly onReconnected: () => void;
}

/** One event stream for all subscriptions of this tab, opened with the first and closed after the last. */
export function createStream(options: StreamOptions): LiveTransport {
  let connectedBefore = false;
  const client = createClient<true>({
    url: options.url,
    singleConnection: true,
    lazy: true,
    lazyCloseTimeout: 5_000,
    credentials: 'same-origin',
    headers: options.headers,
    retryAttempts: Number.MAX_SAFE_INTEGER,
    on: {
      connected: () => {
        if (connectedBefore) options.onReconnected();
        connectedBefore = true;
      },
    },
  });
  return {
    subscribe: (request, sink) => client.subscribe({ ...request }, sink),
  };
}
