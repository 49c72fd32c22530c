import { statement, timestamp, type Job, type Tx, type UnitOfWork } from '@daylight/api-database';
import type { Instant } from '@daylight/domain';
import type { PoolClient } from 'pg';
import { MAX_ATTEMPTS } from './backoff.js';

/** A job in this worker's hands. `lease` fences it: once the lease is lost, the claim can end nothing any more. */
export interface Claim {
  readonly job: Job;
  readonly lease: string;
}

interface ClaimRow {
  readonly job_id: string;
  readonly lease: string;
  readonly provider_id: string;
  readonly tenant_id: string | null;
  readonly queue: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly run_at: Instant;
  readonly attempts: number;
}

const CLAIM = statement<ClaimRow>('job-claim', 'select * from claim_jobs($1, $2::interval)');
const EXTEND = statement<{ kept: boolean }>('job-extend', 'select extend_lease($1, $2, $3::interval) as kept');
const FINISH = statement<{ ended: boolean }>('job-finish', 'select finish_job($1, $2, $3) as ended');
const RETRY = statement<{ freed: boolean }>('job-retry', 'select retry_job($1, $2, $3, $4, $5::interval, $6) as freed');
const AGES = statement<QueueAge>('queue-ages', 'select * from queue_ages()');

/** How full a queue is; `oldest_seconds` how long its oldest due job has waited. */
export interface QueueAge {
  readonly queue: string;
  readonly waiting: number;
  readonly oldest_seconds: number;
  readonly dead: number;
}

/** A failed attempt: what to do with the job. */
export interface Failure {
  readonly error: string;
  readonly retryInMs: number;
  readonly dead: boolean;
}

const interval = (ms: number): string => `${ms} milliseconds`;

async function rows<Row extends object>(
  client: PoolClient,
  { name, text }: { name: string; text: string; row?: Row },
  values: readonly unknown[],
): Promise<readonly Row[]> {
  return (await client.query<Row>({ name, text, values: [...values] })).rows;
}

/** Takes up to `limit` due jobs under a lease on the database's clock. Other workers skip them. */
export async function claimJobs(work: UnitOfWork, limit: number, leaseMs: number): Promise<readonly Claim[]> {
  const claimed = await work.withoutScope((client) => rows(client, CLAIM, [limit, interval(leaseMs)]));
  return claimed.map((row) => ({
    lease: row.lease,
    job: {
      id: row.job_id,
      queue: row.queue,
      providerId: row.provider_id,
      tenantId: row.tenant_id,
      payload: row.payload,
      dueAt: row.run_at,
      attempt: row.attempts,
      lastAttempt: row.attempts >= MAX_ATTEMPTS,
    },
  }));
}

/** Keeps the claim for another `leaseMs`. False: it has passed to another worker. */
export async function extendClaim(work: UnitOfWork, { job, lease }: Claim, leaseMs: number): Promise<boolean> {
  const [row] = await work.withoutScope((client) => rows(client, EXTEND, [job.id, lease, interval(leaseMs)]));
  return row?.kept ?? false;
}

/** Ends the job in the handler's own transaction. False: the claim was lost, so that transaction must not commit. */
export async function finishClaim(tx: Tx, { job, lease }: Claim): Promise<boolean> {
  const [row] = await tx.query(FINISH, [job.id, lease, timestamp(job.dueAt)]);
  return row?.ended ?? false;
}

const retryValues = ({ job, lease }: Claim, failure: Failure): readonly unknown[] => [
  job.id,
  lease,
  timestamp(job.dueAt),
  failure.error,
  interval(failure.retryInMs),
  failure.dead,
];

/** Gives the job back for another attempt in the handler's own transaction. False: the claim was lost. */
export async function retryClaim(tx: Tx, claim: Claim, failure: Failure): Promise<boolean> {
  const [row] = await tx.query(RETRY, retryValues(claim, failure));
  return row?.freed ?? false;
}

/** The same outside a transaction, after the handler's own was rolled back. */
export async function failClaim(work: UnitOfWork, claim: Claim, failure: Failure): Promise<boolean> {
  const [row] = await work.withoutScope((client) => rows(client, RETRY, retryValues(claim, failure)));
  return row?.freed ?? false;
}

export function queueAges(work: UnitOfWork): Promise<readonly QueueAge[]> {
  return work.withoutScope((client) => rows(client, AGES, []));
}
