import { enqueue, statement, timestamp, type DeliveryHandler, type Job, type Tx } from '@daylight/api-database';
import { newId, type SystemScope } from '@daylight/api-platform';
import { HOUR, MINUTE, type Instant } from '@daylight/domain';
import * as v from 'valibot';
import { isTaken, sendRequest, type OutboundLimits, type OutboundOutcome } from '../outbound/send-request.js';
import { forWebhook, unseal } from '../sealing.js';
import { signatureHeader } from './sign.js';
import { deliveryJob, WEBHOOK_QUEUE } from './tell-webhooks.js';

/** After so many attempts, the last a good four hours after the one before, a delivery waits for a person. */
export const MOST_ATTEMPTS = 10;
const FIRST_PAUSE_MS = MINUTE;
const LONGEST_PAUSE_MS = 6 * HOUR;
/** A receiver that failed so often in a row is left alone for a while, whatever waits for it. */
const FAILURES_BEFORE_PAUSE = 3;
const LONGEST_REST_MS = HOUR;

export interface WebhookSetting {
  /** The installation's, with which addresses and secrets are sealed. */
  readonly secret: string;
  readonly limits: OutboundLimits;
}

interface DueRow {
  readonly webhook_id: string;
  readonly topic: string;
  readonly body: string;
  readonly attempts: number;
  readonly active: boolean;
  readonly format: 'DAYLIGHT' | 'SLACK' | 'TEAMS';
  readonly failures: number;
  readonly paused_until: Instant | null;
  readonly url_sealed: Buffer;
  readonly secret_sealed: Buffer;
  readonly former_secret_sealed: Buffer | null;
  readonly former_secret_until: Instant | null;
}

const DUE = statement<DueRow>(
  'webhook-delivery-due',
  `select d.webhook_id, d.topic, d.body, d.attempts, w.active, w.format, w.failures, w.paused_until, w.url_sealed, w.secret_sealed,
     w.former_secret_sealed, w.former_secret_until
   from webhook_delivery d join webhook w on w.provider_id = d.provider_id and w.webhook_id = d.webhook_id
   where d.provider_id = $1 and d.delivery_id = $2 and d.state = 'QUEUED'`,
);
const ATTEMPT = statement(
  'webhook-attempt-record',
  `insert into webhook_attempt (provider_id, attempt_id, delivery_id, at, status, error, response, duration_ms)
   values ($1, $2, $3, $4, $5, $6, $7, $8)`,
);
const SETTLE = statement(
  'webhook-delivery-settle',
  `update webhook_delivery set state = $3, attempts = attempts + $4, last_status = $5, last_error = $6, next_at = $7, settled_at = $8
   where provider_id = $1 and delivery_id = $2 and state = 'QUEUED'`,
);
const WAIT = statement(
  'webhook-delivery-wait',
  `update webhook_delivery set next_at = $3 where provider_id = $1 and delivery_id = $2 and state = 'QUEUED'`,
);
const STANDING = statement(
  'webhook-standing',
  `update webhook set failures = $3, paused_until = $4 where provider_id = $1 and webhook_id = $2
     and (failures <> $3 or paused_until is distinct from $4)`,
);

const payload = v.object({ deliveryId: v.pipe(v.string(), v.uuid()) });

/** Opened secrets that sign now; empty: none can be opened any more. */
function secretsOf(row: DueRow, providerId: string, secret: string, now: Instant): readonly string[] {
  const bound = forWebhook(providerId, row.webhook_id, 'secret');
  const former = row.former_secret_until !== null && row.former_secret_until > now ? row.former_secret_sealed : null;
  return [row.secret_sealed, former].flatMap((sealed) => {
    const opened = sealed === null ? null : unseal(secret, bound, sealed);
    return opened === null ? [] : [opened];
  });
}

function headersOf(row: DueRow, deliveryId: string, signature: string): Readonly<Record<string, string>> {
  const type = { 'content-type': 'application/json; charset=utf-8', 'user-agent': 'Daylight-Webhook/1' };
  if (row.format !== 'DAYLIGHT') return type;
  return {
    ...type,
    'x-daylight-delivery': deliveryId,
    'x-daylight-topic': row.topic,
    'x-daylight-signature': signature,
  };
}

const unopened: OutboundOutcome = { kind: 'failed', error: 'SECRET_NOT_OPENED', forGood: true, durationMs: 0 };

/** Signs with the instant of this attempt: the bytes are the same each time, the signature isn't. */
function request(tx: Tx, row: DueRow, deliveryId: string, { secret, limits }: WebhookSetting) {
  const { providerId } = tx.scope;
  const url = unseal(secret, forWebhook(providerId, row.webhook_id, 'url'), row.url_sealed);
  const secrets = secretsOf(row, providerId, secret, tx.now);
  const body = Buffer.from(row.body, 'utf8');
  const headers = headersOf(row, deliveryId, signatureHeader(secrets, body, tx.now));
  return (): Promise<OutboundOutcome> =>
    url === null || secrets.length === 0
      ? Promise.resolve(unopened)
      : sendRequest({ method: 'POST', url, headers, body }, limits);
}

const pauseAfter = (attempts: number): number => Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (attempts - 1));

interface Attempted {
  readonly deliveryId: string;
  readonly row: DueRow;
  readonly outcome: OutboundOutcome;
}

async function keepStanding(tx: Tx, { row }: Attempted, delivered: boolean): Promise<void> {
  const failures = delivered ? 0 : row.failures + 1;
  const over = failures - FAILURES_BEFORE_PAUSE;
  const rest = over < 0 ? null : Math.min(LONGEST_REST_MS, FIRST_PAUSE_MS * 2 ** Math.min(over, 10));
  const until = rest === null ? null : timestamp(tx.now + rest);
  await tx.query(STANDING, [tx.scope.providerId, row.webhook_id, Math.min(failures, 1_000_000), until]);
}

async function record(tx: Tx<SystemScope>, attempted: Attempted, tenantId: string | null): Promise<void> {
  const { deliveryId, row, outcome } = attempted;
  const { providerId } = tx.scope;
  const answered = outcome.kind === 'answered';
  const status = answered ? outcome.status : null;
  const delivered = answered && isTaken(outcome.status);
  const error = answered ? (delivered ? null : `HTTP ${outcome.status}`) : outcome.error;
  const response = answered ? outcome.body.slice(0, 2_000) : null;
  const tried = [status, error, response, outcome.durationMs];
  await tx.query(ATTEMPT, [providerId, newId(), deliveryId, timestamp(tx.now), ...tried]);
  await keepStanding(tx, attempted, delivered);
  const attempts = row.attempts + 1;
  const forGood = !answered && outcome.forGood;
  const again = !delivered && !forGood && attempts < MOST_ATTEMPTS ? tx.now + pauseAfter(attempts) : null;
  const state = delivered ? 'DELIVERED' : again === null ? 'FAILED' : 'QUEUED';
  const settledAt = again === null ? timestamp(tx.now) : null;
  await tx.query(SETTLE, [providerId, deliveryId, state, 1, status, error, timestamp(again), settledAt]);
  if (again !== null) await enqueue(tx, [deliveryJob(deliveryId, tenantId, again)]);
}

/** What waits for a receiver that rests, or that was switched off, waits without taking anybody's time. */
function waitsUntil({ active, paused_until: pausedUntil }: DueRow, now: Instant): Instant | null {
  if (!active) return now + HOUR;
  return pausedUntil !== null && pausedUntil > now ? pausedUntil : null;
}

async function giveUp(tx: Tx<SystemScope>, job: Job, error: string): Promise<void> {
  const { deliveryId } = v.parse(payload, job.payload);
  const facts = [0, null, error.slice(0, 500), null, timestamp(tx.now)];
  await tx.query(SETTLE, [tx.scope.providerId, deliveryId, 'FAILED', ...facts]);
}

/**
 * Queue `webhook`: signs and sends one delivery, at least once, under the same id; each attempt is kept with its answer.
 * Its timer is moved for the next attempt, so that how often it was tried stands with the delivery itself.
 */
export function webhookHandler(setting: WebhookSetting): DeliveryHandler {
  return {
    queue: WEBHOOK_QUEUE,
    prepare: async (tx, job) => {
      const { deliveryId } = v.parse(payload, job.payload);
      const [row] = await tx.query(DUE, [tx.scope.providerId, deliveryId]);
      if (row === undefined) return null;
      const until = waitsUntil(row, tx.now);
      if (until !== null) {
        await tx.query(WAIT, [tx.scope.providerId, deliveryId, timestamp(until)]);
        await enqueue(tx, [deliveryJob(deliveryId, job.tenantId, until)]);
        return null;
      }
      const send = request(tx, row, deliveryId, setting);
      return {
        deliver: async () => {
          const outcome = await send();
          return async (after) => {
            await record(after, { deliveryId, row, outcome }, job.tenantId);
            return { kind: 'done' };
          };
        },
      };
    },
    onDead: giveUp,
  };
}
