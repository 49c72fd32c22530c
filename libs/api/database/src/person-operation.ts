import {
  DaylightError,
  type Audience,
  type Clock,
  type Operation,
  type PersonScope,
  type StatementToSend,
} from '@daylight/api-platform';
import type { Language } from '@daylight/domain';
import type { PoolClient } from 'pg';
import type { QueryRunner } from 'typeorm';
import { scopeOf, type ScopeRow } from './scope-row.js';
import { statement } from './statement.js';
import { makeTx, sendAhead, type Standing, type Tx } from './tx.js';

const BEGIN = statement('begin', 'begin');
const BEGIN_READ_ONLY = statement('begin-read-only', 'begin read only');
const BEGIN_SCOPE = statement<ScopeRow & KeptAnswer>('begin-scope', 'select * from begin_scope($1, $2, $3, $4)');
const REMEMBER = statement('idempotency-remember', 'select idempotency_remember($1, $2, $3)');

/** What an idempotency key stands for; without a digest: nothing yet. */
interface KeptAnswer {
  readonly request_digest: string | null;
  readonly response: unknown;
}

/** Who a request says it is; nothing of it is believed before the database has checked it. */
export interface Caller {
  readonly audience: Audience;
  /** SHA-256 of the session token, or null when there is none. */
  readonly tokenHash: Buffer | null;
  /** The tenant a client user chose; null: the only or first one. */
  readonly tenantId: string | null;
  readonly idempotencyKey: string | null;
  readonly readOnly: boolean;
  readonly requestId: string;
  readonly address: string;
  /** What the request asks to be answered in; else the person's own language. Never that of mails. */
  readonly language?: Language | null;
}

/** A connection of the pool, in use. */
export interface Open {
  readonly runner: QueryRunner;
  readonly client: PoolClient;
}

interface Opened {
  readonly open: Open;
  readonly tx: Tx<PersonScope>;
  readonly standing: Standing;
  /** Of the request's idempotency key; null: it has none. */
  readonly kept: KeptAnswer | null;
}

/** One operation's transaction, opened on first use; after commit or rollback the next use opens another. */
export class PersonOperation implements Operation {
  private opening: Promise<Opened> | null = null;
  private opened: Opened | null = null;
  private digest = '';
  private asked: StatementToSend | null = null;
  private remembering: Promise<unknown> | null = null;

  constructor(
    private readonly caller: Caller,
    private readonly clock: Clock,
    private readonly connect: () => Promise<Open>,
  ) {}

  ahead(asked: StatementToSend): void {
    if (this.opening === null) this.asked = asked;
  }

  async tx(): Promise<Tx<PersonScope>> {
    this.opening ??= this.begin();
    this.opened = await this.opening;
    return this.opened.tx;
  }

  /** The transaction that the guard has opened. Throws when none is: a resolver without a permission. */
  current(): Tx<PersonScope> {
    if (this.opened === null) throw new DaylightError('UNAUTHENTICATED', 'sign in first');
    return this.opened.tx;
  }

  async scope(): Promise<PersonScope> {
    return (await this.tx()).scope;
  }

  async recall(requestDigest: string): Promise<{ readonly answer: unknown } | null> {
    this.digest = requestDigest;
    await this.tx();
    const kept = this.opened?.kept ?? null;
    if (kept === null || kept.request_digest === null) return null;
    if (kept.request_digest !== requestDigest) {
      throw new DaylightError('IDEMPOTENCY_KEY_REUSED', 'this Idempotency-Key was used for another request');
    }
    return { answer: kept.response };
  }

  /** Sends the answer to be kept; `commit` waits for it, so that both travel together. */
  async remember(answer: unknown): Promise<void> {
    const key = this.caller.idempotencyKey;
    if (key === null) return;
    const { query } = await this.tx();
    this.remembering = query(REMEMBER, [key, this.digest, JSON.stringify(answer)]);
    // Whoever forgets to commit isn't told twice.
    this.remembering.catch(() => undefined);
  }

  commit(): Promise<void> {
    return this.end('commit');
  }

  rollback(): Promise<void> {
    return this.end('rollback');
  }

  private async begin(): Promise<Opened> {
    const { caller } = this;
    if (caller.tokenHash === null) throw new DaylightError('UNAUTHENTICATED', 'sign in first');
    const open = await this.connect();
    try {
      // Sent together, in one write: BEGIN needs no answer of its own (pipelining, performance.md 12).
      const { name, text } = BEGIN_SCOPE;
      const begin = caller.readOnly ? BEGIN_READ_ONLY : BEGIN;
      const key = caller.readOnly ? null : caller.idempotencyKey;
      const values = [caller.tokenHash, caller.audience, caller.tenantId, key];
      const opening = [
        open.client.query({ name: begin.name, text: begin.text }),
        open.client.query<ScopeRow & KeptAnswer>({ name, text, values }),
      ] as const;
      const ahead = this.asked === null ? null : sendAhead(open.client, this.asked);
      this.asked = null;
      const [, result] = await Promise.all(opening);
      const row = result.rows[0];
      if (row === undefined) throw new DaylightError('UNAUTHENTICATED', 'sign in first');
      const facts = {
        scope: scopeOf(row, caller.language ?? null),
        now: this.clock.resolve(row.at),
        begunAt: row.at,
        requestId: caller.requestId,
        address: caller.address,
      };
      const standing = { ended: false };
      return {
        open,
        tx: makeTx(open.client, open.runner.manager, facts, { standing, ahead }),
        standing,
        kept: key === null ? null : row,
      };
    } catch (error) {
      await open.client.query('rollback').catch(() => undefined);
      await open.runner.release();
      throw error;
    }
  }

  private async end(how: 'commit' | 'rollback'): Promise<void> {
    const { opening, remembering } = this;
    if (opening === null) return;
    this.opening = null;
    this.opened = null;
    this.remembering = null;
    // An opening that failed has already released its connection.
    const opened = await opening.catch(() => null);
    if (opened === null) return;
    const { client, runner } = opened.open;
    opened.standing.ended = true;
    try {
      const [kept, ended] = await Promise.allSettled([remembering, client.query(how)]);
      if (how === 'rollback') return;
      if (kept.status === 'rejected') throw kept.reason;
      if (ended.status === 'rejected') throw ended.reason;
      // PostgreSQL answers COMMIT of a failed transaction with ROLLBACK and no error.
      if (ended.value.command !== 'COMMIT') throw new DaylightError('INTERNAL', 'the transaction was not committed');
    } finally {
      await runner.release();
    }
  }
}
