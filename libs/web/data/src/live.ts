import { createClient } from 'graphql-sse';

export interface LiveRequest {
  readonly query: string;
  readonly operationName?: string;
  readonly variables?: Record<string, unknown>;
  readonly extensions?: Record<string, unknown>;
}

export interface LiveSink {
  readonly next: (value: unknown) => void;
  readonly error: (error: unknown) => void;
  readonly complete: () => void;
}

/** Carries subscriptions. Returns the function that ends one. */
export interface LiveTransport {
  readonly subscribe: (request: LiveRequest, sink: LiveSink) => () => void;
}

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
