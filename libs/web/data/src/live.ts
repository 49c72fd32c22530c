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

/** A transport whose code is fetched with the first subscription: the sign-in page needs none. */
export function lazily(load: () => Promise<LiveTransport>): LiveTransport {
  let loaded: Promise<LiveTransport> | null = null;
  return {
    subscribe: (request, sink) => {
      let stop: (() => void) | null = null;
      let ended = false;
      loaded ??= load();
      loaded.then((transport) => {
        if (!ended) stop = transport.subscribe(request, sink);
      }, sink.error);
      return () => {
        ended = true;
        stop?.();
      };
    },
  };
}
