import type { IncomingHttpHeaders } from 'node:http';
import type { Audience, PersonScope } from './scope.js';

/** A statement with its values, for whoever sends it. */
export interface StatementToSend {
  readonly statement: { readonly name: string; readonly text: string };
  readonly values: readonly unknown[];
}

/** What the guard and the interceptor need of the transaction behind a GraphQL operation; `database` implements it. */
export interface Operation {
  /**
   * Has a statement sent together with the opening of the transaction, in one write; whoever asks the same of the
   * transaction gets its answer. Nothing happens where the transaction is open already.
   */
  ahead(asked: StatementToSend): void;
  /** Opens the operation's transaction on first use and says who is asking. Throws UNAUTHENTICATED, FORBIDDEN. */
  scope(): Promise<PersonScope>;
  /** Ends the transaction, keeping what it wrote. The next use opens a new one. */
  commit(): Promise<void>;
  /** Ends the transaction, forgetting what it wrote. */
  rollback(): Promise<void>;
  /** The stored answer to this idempotency key, if this very request was answered before. */
  recall(requestDigest: string): Promise<{ readonly answer: unknown } | null>;
  /** Keeps the answer under the idempotency key, in the same transaction. */
  remember(answer: unknown): Promise<void>;
}

/** The context of one GraphQL request; a fresh object each. */
export interface GraphQLContext {
  readonly audience: Audience;
  readonly operation: Operation;
  readonly requestId: string;
  readonly address: string;
  readonly headers: IncomingHttpHeaders;
  readonly sessionToken: string | null;
  /** Sets or clears the session cookie of this audience. */
  setSession(token: string | null): void;
}
