import type { SystemScope } from '@daylight/api-platform';
import type { Instant } from '@daylight/domain';
import type { Tx } from './tx.js';
import type { UnitOfWork } from './unit-of-work.js';

/** A job as its handler sees it; enqueued by `enqueue`, claimed by a worker under a lease (decision 18). */
export interface Job {
  readonly id: string;
  readonly queue: string;
  readonly providerId: string;
  readonly tenantId: string | null;
  /** Ids only, as enqueued; the handler checks the shape and re-reads. */
  readonly payload: Readonly<Record<string, unknown>>;
  /** When it was due (UTC ms); after a failure, when this attempt was. */
  readonly dueAt: Instant;
  /** 1 for the first. Counted at the claim, so that an attempt that killed its process counts too. */
  readonly attempt: number;
  /** No further attempt follows by itself. */
  readonly lastAttempt: boolean;
}

interface QueueOptions {
  readonly queue: string;
  /** Shortest and longest pause between attempts (ms); doubled from one to the other. Default 2 s to 15 min. */
  readonly pauseMs?: readonly [first: number, longest: number];
  /** Called once, in a transaction of its own, when the job was given up. */
  readonly onDead?: (tx: Tx<SystemScope>, job: Job, error: string) => Promise<void>;
}

/** Work inside one transaction, which also ends the job: both happen or neither. May run twice without harm. */
export interface JobHandler extends QueueOptions {
  readonly handle: (tx: Tx<SystemScope>, job: Job) => Promise<void>;
}

/** How an attempt to deliver ended, once it was recorded. */
export type DeliveryOutcome = { readonly kind: 'done' } | { readonly kind: 'retry'; readonly error: string };

/**
 * Work that leaves the process (mail, webhooks). No transaction is open during `deliver`; `record` and the end of the job
 * share one. A worker that dies in between delivers again: at least once, with the same id.
 */
export interface DeliveryHandler extends QueueOptions {
  /** What to do afterwards, or null when nothing is to be delivered any more. */
  readonly prepare: (
    tx: Tx<SystemScope>,
    job: Job,
  ) => Promise<{
    readonly deliver: () => Promise<(tx: Tx<SystemScope>) => Promise<DeliveryOutcome>>;
  } | null>;
}

/**
 * Work of minutes in many transactions of its own (an import), each of which may be its last: it goes on from where the
 * data say it stands. `signal` aborts when the worker is to stop or has lost the lease; the job then comes back at once.
 */
export interface LongHandler extends QueueOptions {
  readonly run: (work: UnitOfWork, job: Job, signal: AbortSignal) => Promise<void>;
}

export type QueueHandler = JobHandler | DeliveryHandler | LongHandler;

/** An event of the outbox on its way to a subscriber; `id` is the same however often it is delivered. */
export interface RelayedEvent {
  readonly id: string;
  readonly topic: string;
  readonly tenantId: string | null;
  readonly ids: Readonly<Record<string, string>>;
}

/**
 * What a later feature does when an earlier one's event comes by (the other way round isn't allowed). Runs in a job and
 * transaction of its own, so that one subscriber's failure is not another's. May run twice without harm.
 */
export interface Subscriber {
  /** Unique, `feature.what`; part of the delivery's key. */
  readonly name: string;
  readonly topics: readonly string[];
  readonly handle: (tx: Tx<SystemScope>, event: RelayedEvent) => Promise<void>;
}
