import { newId } from '@daylight/api-platform';
import type { Instant } from '@daylight/domain';
import { timestamp } from './instants.js';
import { statement } from './statement.js';
import type { Tx } from './tx.js';

const ENQUEUE = statement(
  'job-enqueue',
  `insert into job (job_id, provider_id, tenant_id, queue, payload, run_at, dedupe_key)
   select j.job_id, $1, j.tenant_id, j.queue, j.payload, coalesce(j.run_at, now()), j.dedupe_key
   from jsonb_to_recordset($2) as j (job_id uuid, tenant_id uuid, queue text, payload jsonb, run_at timestamptz, dedupe_key text)
   on conflict on constraint job_dedupe_key do update set
     run_at = excluded.run_at, payload = excluded.payload, dead_at = null, attempts = 0`,
);
const DISARM = statement(
  'job-disarm',
  'delete from job where provider_id = $1 and queue = $2 and dedupe_key = any ($3)',
);

/** Something to be done by a worker, after this transaction commits. */
export interface NewJob {
  readonly queue: string;
  /** Null for what concerns the provider as a whole. */
  readonly tenantId: string | null;
  /** Ids only: the handler re-reads. */
  readonly payload: Readonly<Record<string, unknown>>;
  /** Null: at once. */
  readonly runAt: Instant | null;
  /** A timer's name: enqueuing it again moves it. Null: each one counts. */
  readonly dedupeKey: string | null;
}

/** A job as JSON for a statement that inserts it (`job_id`, `queue`, `payload`, `run_at`, ...). */
export function jobRow(job: NewJob): Readonly<Record<string, unknown>> {
  return {
    ...{ job_id: newId(), tenant_id: job.tenantId, queue: job.queue, payload: job.payload },
    ...{ run_at: timestamp(job.runAt), dedupe_key: job.dedupeKey },
  };
}

/** Enqueues jobs and timers in the acting transaction (decision 18). One statement however many. */
export async function enqueue(tx: Tx, jobs: readonly NewJob[]): Promise<void> {
  if (jobs.length === 0) return;
  const rows = jobs.map(jobRow);
  await tx.query(ENQUEUE, [tx.scope.providerId, JSON.stringify(rows)]);
}

/** Takes timers back. */
export async function disarm(tx: Tx, queue: string, dedupeKeys: readonly string[]): Promise<void> {
  if (dedupeKeys.length > 0) await tx.query(DISARM, [tx.scope.providerId, queue, dedupeKeys]);
}

/** What happened, for features after this one and for live screens: ids only, topic `noun.verb-past`. */
export interface OutboxEvent {
  readonly topic: string;
  readonly tenantId: string | null;
  readonly ids: Readonly<Record<string, string>>;
}

export const OUTBOX_QUEUE = 'outbox';

/** An event as a job; for callers that enqueue other jobs in the same statement. */
export function eventJob(event: OutboxEvent): NewJob {
  const payload = { topic: event.topic, ids: event.ids };
  return { queue: OUTBOX_QUEUE, tenantId: event.tenantId, payload, runAt: null, dedupeKey: null };
}

/** Appends events to the outbox; the worker relays them to subscribers and to live screens (decision 16). */
export function appendEvents(tx: Tx, events: readonly OutboxEvent[]): Promise<void> {
  return enqueue(tx, events.map(eventJob));
}
