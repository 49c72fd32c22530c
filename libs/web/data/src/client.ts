import { Client, fetchExchange, makeOperation, mapExchange, stringifyDocument, subscriptionExchange } from '@urql/core';
import type { CombinedError, Operation, OperationResult } from '@urql/core';
import { cacheExchange, type CacheExchangeOpts } from '@urql/exchange-graphcache';
import { v4 as newId } from 'uuid';
import { takeEarlyAnswers } from './early.js';
import { lazily, type LiveTransport } from './live.js';
import { documentHash, withHash, withIdempotencyKey } from './prepare.js';
import { browserTabs, shareAcrossTabs } from './tabs.js';
import { createFetch, requestHeaders } from './transport.js';

export interface DataClientOptions {
  /** The API's endpoint: `/portal/graphql` or `/console/graphql`; the stream is `<url>/stream`. */
  readonly url: string;
  readonly tenantId: () => string | null;
  readonly language: () => string;
  /** The session ended elsewhere: the app shows the sign-in screen and keeps the return path. */
  readonly onSignedOut: (client: Client) => void;
  readonly optimistic?: CacheExchangeOpts['optimistic'];
  readonly updates?: CacheExchangeOpts['updates'];
  readonly fetch?: typeof fetch;
  readonly live?: LiveTransport;
}

export const isSignedOut = (error: CombinedError): boolean =>
  error.response?.status === 401 ||
  error.graphQLErrors.some((problem) => problem.extensions['code'] === 'UNAUTHENTICATED');

/** The session is good, and what it asks for isn't its: e.g. a company that one no longer belongs to. */
export const isForbidden = (error: CombinedError): boolean =>
  error.graphQLErrors.some((problem) => problem.extensions['code'] === 'FORBIDDEN');

/** A failure has no data: screens ask for `undefined` alone, and the cache says null. */
const withoutNull = (result: OperationResult): OperationResult =>
  result.data === null ? { ...result, data: undefined } : result;

/** Entities are what has an `id`; everything else lives inside its parent. No schema is shipped to the browser. */
const keys: NonNullable<CacheExchangeOpts['keys']> = new Proxy(
  {},
  { get: () => (data: { readonly id?: unknown }) => (typeof data.id === 'string' ? data.id : null) },
);

/** The GraphQL client of one signed-in (or not yet signed-in) person. Make a new one when the person changes. */
export function createDataClient(options: DataClientOptions): Client {
  const line: Line = { refetch: () => undefined };
  const live =
    options.live ??
    shareAcrossTabs(
      `daylight-live:${options.url}`,
      lazily(async () => {
        const { createStream } = await import('./stream.js');
        return createStream({
          url: `${options.url}/stream`,
          headers: () => requestHeaders(options),
          onReconnected: () => line.refetch(),
        });
      }),
      browserTabs(`daylight-live:${options.url}`, newId),
    );
  return clientOn(options, live, line);
}

/** Whoever is to read again once the live stream is back: the client that is in use. */
interface Line {
  refetch: () => void;
}

function clientOn(options: DataClientOptions, live: LiveTransport, line: Line): Client {
  const documents = new Map<string, Operation['query']>();
  // By operation key: the cache rebuilds operations and drops what else hangs on them.
  const hashes = new Map<number, string>();
  const active = new Map<number, Operation>();

  function remember(operation: Operation): Operation {
    if (operation.kind === 'teardown') active.delete(operation.key);
    if (operation.kind === 'query') active.set(operation.key, operation);
    const hash = documentHash(operation.query);
    if (hash !== null) {
      documents.set(hash, operation.query);
      hashes.set(operation.key, hash);
    }
    return withIdempotencyKey(operation);
  }

  function refetch(): void {
    for (const operation of active.values()) {
      client.reexecuteOperation(
        makeOperation('query', operation, { ...operation.context, requestPolicy: 'cache-and-network' }),
      );
    }
  }

  const client: Client = new Client({
    url: options.url,
    preferGetMethod: false,
    requestPolicy: 'cache-and-network',
    fetch: createFetch({
      tenantId: options.tenantId,
      language: options.language,
      early: takeEarlyAnswers(),
      documentText: (hash) => textOf(documents.get(hash)),
      ...(options.fetch === undefined ? {} : { fetch: options.fetch }),
    }),
    exchanges: [
      mapExchange({
        onOperation: remember,
        onResult: withoutNull,
        onError: (error) => void (isSignedOut(error) && options.onSignedOut(client)),
      }),
      cacheExchange({
        keys,
        ...(options.optimistic === undefined ? {} : { optimistic: options.optimistic }),
        ...(options.updates === undefined ? {} : { updates: options.updates }),
      }),
      mapExchange({ onOperation: (operation) => withHash(operation, hashes.get(operation.key)) }),
      subscriptionExchange({
        forwardSubscription: (body) => ({ subscribe: (sink) => ({ unsubscribe: subscribe(live, body, sink) }) }),
      }),
      fetchExchange,
    ],
  });
  line.refetch = refetch;
  refetches.set(client, refetch);
  renewals.set(client, () => clientOn(options, live, line));
  return client;
}

const refetches = new WeakMap<Client, () => void>();
const renewals = new WeakMap<Client, () => Client>();

/**
 * The same person's client with an empty cache, on the same live stream: what was read in another language isn't what the
 * server would say now. Pages that are open go on showing what they have until the answer comes.
 */
export const renewed = (client: Client): Client => renewals.get(client)?.() ?? client;

/** Reads again whatever the open page shows: after signing in again in place. What is shown stays until it comes. */
export const refetchAll = (client: Client): void => refetches.get(client)?.();

type ForwardSubscription = Parameters<typeof subscriptionExchange>[0]['forwardSubscription'];
type Forwarded = Parameters<ForwardSubscription>[0];
type Sink = Parameters<ReturnType<ForwardSubscription>['subscribe']>[0];

function subscribe(live: LiveTransport, body: Forwarded, sink: Sink): () => void {
  return live.subscribe(
    {
      query: body.query ?? '',
      ...(body.operationName === undefined ? {} : { operationName: body.operationName }),
      ...(body.variables === undefined ? {} : { variables: { ...body.variables } }),
      ...(body.extensions === undefined ? {} : { extensions: { ...body.extensions } }),
    },
    {
      next: (value) => sink.next(isResult(value) ? value : { data: null }),
      error: sink.error,
      complete: sink.complete,
    },
  );
}

const isResult = (value: unknown): value is Parameters<Sink['next']>[0] =>
  typeof value === 'object' && value !== null && ('data' in value || 'errors' in value);

const textOf = (document: Operation['query'] | undefined): string | null =>
  document === undefined ? null : stringifyDocument(document);
