import { randomUUID } from 'node:crypto';
import type { Audience } from '@daylight/api-platform';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import {
  execute,
  GraphQLError,
  getOperationAST,
  parse,
  subscribe,
  validate,
  type ExecutionArgs,
  type GraphQLSchema,
} from 'graphql';
import { createHandler } from 'graphql-sse/lib/use/fastify';
import type { ApiContext } from '../graphql/context.js';
import { checkText } from '../graphql/input-text.js';
import { documentLimits } from '../graphql/limits.js';

const refused = (...errors: readonly GraphQLError[]) => ({ errors });

/**
 * Ends the transaction that the guard opened, whether the subscription began or was refused: a stream looks who is asking in
 * transactions of its own, and one that is left open would keep a connection of the pool for ever (Q4).
 */
async function subscribeAndRelease(args: ExecutionArgs, context: ApiContext) {
  try {
    return await subscribe(args);
  } finally {
    await context.operation.rollback().catch(() => undefined);
  }
}

interface Stream {
  readonly audience: Audience;
  readonly path: string;
  readonly schema: () => GraphQLSchema;
  readonly context: (request: FastifyRequest, reply: FastifyReply | null) => ApiContext;
  readonly documentText: (hash: string) => string | undefined;
}

/** Subscriptions over server-sent events (decision 16): only subscriptions run here, each under a context of its own. */
export function registerLiveStream(fastify: FastifyInstance, stream: Stream): void {
  /** Each request parses its own document, so it stands for the request. */
  const contexts = new WeakMap<object, ApiContext>();
  const handler = createHandler({
    authenticate: ({ raw }) => tokenOf(raw) ?? randomUUID(),
    // The stream's token is a secret of the tab that reserved it; who asks is checked by each subscription's own guard.
    onSubscribe: (request, params) => {
      const hash = hashOf(params.extensions);
      const text = params.query || (hash === null ? '' : (stream.documentText(hash) ?? ''));
      const schema = stream.schema();
      try {
        checkText(params.variables ?? {}, '');
        const document = parse(text, { maxTokens: 10_000 });
        const errors = validate(schema, document, [documentLimits]);
        if (errors.length > 0) return refused(...errors);
        const operation = getOperationAST(document, params.operationName);
        if (operation?.operation !== 'subscription')
          return refused(new GraphQLError('only subscriptions run over the live stream'));
        const context = { ...stream.context(request.raw, null) };
        contexts.set(document, context);
        return {
          schema,
          document,
          contextValue: context,
          variableValues: params.variables ?? {},
          operationName: params.operationName ?? null,
        };
      } catch (error) {
        return refused(error instanceof GraphQLError ? error : new GraphQLError('malformed subscription'));
      }
    },
    execute,
    subscribe: (args) => {
      const context = contexts.get(args.document);
      return context === undefined ? subscribe(args) : subscribeAndRelease(args, context);
    },
  });
  fastify.all(stream.path, async (request, reply) => {
    reply.header('x-accel-buffering', 'no');
    await handler(request, reply);
  });
}

/**
 * The token of a stream that stands, if the request names one. Read here, because the library's Fastify adapter reads a
 * header that isn't there as the word "undefined": every tab of everybody would share the stream of that name.
 */
function tokenOf({ headers, query }: FastifyRequest): string | null {
  const asked = typeof query === 'object' && query !== null && 'token' in query ? query.token : null;
  const token = headers['x-graphql-event-stream-token'] ?? asked;
  return typeof token === 'string' && token !== '' ? token : null;
}

function hashOf(extensions: unknown): string | null {
  if (typeof extensions !== 'object' || extensions === null || !('persistedQuery' in extensions)) return null;
  const { persistedQuery } = extensions;
  if (typeof persistedQuery !== 'object' || persistedQuery === null || !('sha256Hash' in persistedQuery)) return null;
  return typeof persistedQuery.sha256Hash === 'string' ? persistedQuery.sha256Hash : null;
}
