import { DaylightError } from '@daylight/api-platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ExecutionResult, GraphQLFormattedError, GraphQLSchema } from 'graphql';
import { compileOperation, type CompiledOperation, type Variables } from './compiled-operation.js';
import type { ApiContext } from './context.js';
import { checkText } from './input-text.js';
import { hashOf, isRecord, type TrustedDocuments } from './trusted-documents.js';

export interface TrustedEndpoint {
  readonly documents: TrustedDocuments;
  readonly schema: () => GraphQLSchema;
  readonly context: (request: FastifyRequest, reply: FastifyReply) => ApiContext;
  readonly formatError: (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError;
}

interface Asked {
  readonly operation: CompiledOperation;
  readonly variables: Variables;
}

const PLAIN_JSON = /^application\/json\b/;

/** Apollo chooses among types of answers; a browser's fetch takes any. */
const takesJson = (accept: string | undefined): boolean =>
  accept === undefined || accept === '*/*' || accept.startsWith('application/json') || accept.endsWith('*/*');

function isStorable(variables: Variables): boolean {
  try {
    checkText(variables, '');
    return true;
  } catch (error) {
    if (error instanceof DaylightError) return false;
    throw error;
  }
}

/** Errors as Apollo formats them. */
function textOf({ data, errors }: ExecutionResult, { formatError }: TrustedEndpoint): string {
  const formatted = errors?.map((error) => {
    const code = error.extensions['code'] ?? 'INTERNAL_SERVER_ERROR';
    return formatError({ ...error.toJSON(), extensions: { ...error.extensions, code } }, error);
  });
  return `${JSON.stringify({ errors: formatted, data })}\n`;
}

/**
 * Answers the documents of our own apps: parsed, validated and compiled once, where Apollo reads every request anew. The
 * guard, the resolvers and the interceptor are the same, and so is the answer (compiled-operation.spec.ts). Whatever is out
 * of the ordinary (an unknown hash, variables that don't fit, texts that can't be stored) is left to Apollo, untouched.
 */
export function trustedEndpoint(endpoint: TrustedEndpoint) {
  const compiled = new Map<string, CompiledOperation | null>();

  function operationOf(hash: string | null): CompiledOperation | null {
    if (hash === null) return null;
    const known = compiled.get(hash);
    if (known !== undefined) return known;
    const text = endpoint.documents.get(hash);
    if (text === undefined) return null;
    const made = compileOperation(endpoint.schema(), text);
    compiled.set(hash, made);
    return made;
  }

  function askedBy({ method, headers, body }: FastifyRequest): Asked | null {
    if (method !== 'POST' || !isRecord(body) || body['query'] !== undefined) return null;
    if (!PLAIN_JSON.test(headers['content-type'] ?? '') || !takesJson(headers.accept)) return null;
    const operation = operationOf(hashOf(body['extensions']));
    const variables = body['variables'] ?? {};
    if (operation === null || !isRecord(variables) || !isStorable(variables)) return null;
    const name = body['operationName'] ?? operation.name;
    return name === operation.name ? { operation, variables } : null;
  }

  /** Whether the request has been answered. */
  return async (request: FastifyRequest, reply: FastifyReply): Promise<boolean> => {
    const asked = askedBy(request);
    if (asked === null) return false;
    const context = { ...endpoint.context(request, reply), req: request };
    if (asked.operation.writes) context.allowWrites();
    try {
      const result = await asked.operation.run(asked.variables, context);
      if (result === null) return false;
      await reply.type('application/json; charset=utf-8').send(textOf(result, endpoint));
      return true;
    } finally {
      // Mutations have committed by now (MutationInterceptor); what is open here has only read.
      await context.operation.rollback().catch(() => undefined);
    }
  };
}
