import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { unwrapResolverError } from '@apollo/server/errors';
import type { ApolloServerPlugin, GraphQLResponse } from '@apollo/server';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { toDaylightError, scalars, type Audience, type Logger } from '@daylight/api-platform';
import { GraphQLError, type GraphQLFormattedError, type GraphQLSchema } from 'graphql';
import type { Type } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ApiContext } from './context.js';
import { checkText } from './input-text.js';
import { documentLimits } from './limits.js';

export interface EndpointOptions {
  readonly audience: Audience;
  readonly path: string;
  readonly typeDefs: string;
  readonly include: Type[];
  readonly introspection: boolean;
  readonly logger: Logger;
  readonly context: (request: FastifyRequest, reply: FastifyReply) => ApiContext;
  readonly onSchema: (schema: GraphQLSchema) => void;
}

/** A text that can't be stored is a bad request: refused before execution, with status 400. */
function refuseBadText(variables: Readonly<Record<string, unknown>>): void {
  try {
    checkText(variables, '');
  } catch (error) {
    const cause = toDaylightError(error);
    throw new GraphQLError(cause.message, { originalError: cause, extensions: { http: { status: cause.status } } });
  }
}

/** When to come back while the database is away (R6). */
const RETRY_AFTER_SECONDS = '5';

/** The database is away, or was too slow: the request as a whole is to be tried again, and says so as HTTP does. */
function isUnavailable(body: GraphQLResponse['body']): boolean {
  if (body.kind !== 'single') return false;
  return (body.singleResult.errors ?? []).some(({ extensions }) => extensions?.['code'] === 'UNAVAILABLE');
}

/** Decides whether the transaction may write, checks texts, and ends the transaction with the response. */
const transactionPlugin: ApolloServerPlugin<ApiContext> = {
  requestDidStart: async () => ({
    didResolveOperation: async ({ operation, contextValue, request }) => {
      refuseBadText(request.variables ?? {});
      if (operation?.operation !== 'query') contextValue.allowWrites();
    },
    willSendResponse: async ({ contextValue, response }) => {
      // Mutations have committed by now (MutationInterceptor); what is open here has only read.
      await contextValue.operation.rollback().catch(() => undefined);
      // After an await, since Nest's own plugin sets every answer that has `data` to 200.
      if (isUnavailable(response.body)) {
        response.http.status = 503;
        response.http.headers.set('retry-after', RETRY_AFTER_SECONDS);
      }
    },
  }),
};

/** What was thrown, without the wrappings of GraphQL: by a resolver, or by one of our plugins. */
function causeOf(error: unknown): unknown {
  const cause = unwrapResolverError(error);
  return cause instanceof GraphQLError && cause.originalError !== undefined ? cause.originalError : cause;
}

/** Errors as they may leave the process: GraphQL's own about the document as they are, all others by their public code. */
export function errorFormatter(logger: Logger) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const cause = causeOf(error);
    if (cause instanceof GraphQLError) return formatted;
    const known = toDaylightError(cause);
    if (known.code === 'INTERNAL') logger.error({ err: cause, path: formatted.path }, 'a resolver failed');
    return {
      message: known.message,
      ...(formatted.path === undefined ? {} : { path: formatted.path }),
      extensions: { code: known.code, ...known.detail },
    };
  };
}

/** One GraphQL endpoint: its own schema, its own resolvers (decision 13). */
export function endpointOptions(options: EndpointOptions): ApolloDriverConfig {
  return {
    driver: ApolloDriver,
    path: options.path,
    typeDefs: options.typeDefs,
    include: options.include,
    resolvers: { ...scalars },
    resolverValidationOptions: { requireResolversForResolveType: 'ignore' },
    graphiql: options.introspection,
    introspection: options.introspection,
    csrfPrevention: true,
    context: options.context,
    plugins: [ApolloServerPluginCacheControlDisabled(), transactionPlugin],
    validationRules: [documentLimits],
    parseOptions: { maxTokens: 10_000 },
    formatError: errorFormatter(options.logger),
    includeStacktraceInErrorResponses: false,
    transformSchema: (schema) => {
      options.onSchema(schema);
      return schema;
    },
  };
}
