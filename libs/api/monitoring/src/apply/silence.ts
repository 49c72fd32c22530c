import { enqueue, statement, type JobHandler, type Tx } from '@daylight/api-database';
import type { SystemScope } from '@daylight/api-platform';
import { MINUTE, type Instant, type Signal } from '@daylight/domain';
import * as v from 'valibot';
import { SILENT } from '../messages.js';
import { applySignals, type IntakeOptions } from './apply-signals.js';
import { lockSource, type LockedSource } from './source-row.js';

export const SILENCE_QUEUE = 'alert-silence';
/** No sender's fingerprint begins with a star followed by this. */
const FINGERPRINT = '*silent*';

const HEARD = statement<{ at: Instant | null }>(
  'alert-source-last-heard',
  'select max(received_at) as at from intake_delivery where provider_id = $1 and source_id = $2',
);
const target = v.object({ sourceId: v.pipe(v.string(), v.uuid()) });

/** What silence, or its end, is among a source's alerts. */
export function silence(
  source: Pick<LockedSource, 'name' | 'heartbeatMinutes' | 'language'>,
  state: Signal['state'],
): Signal {
  const { name, heartbeatMinutes, language } = source;
  return {
    ...{
      fingerprint: FINGERPRINT,
      state,
      severity: 'CRITICAL',
      title: SILENT.title(name)[language],
      labels: {},
      link: null,
    },
    ...{ description: SILENT.description(heartbeatMinutes ?? 0)[language], occurredAt: null },
  };
}

/** Arms the timer by which a source has to be heard of again; none where it may be silent. */
export async function armSilence(
  tx: Tx,
  source: Pick<LockedSource, 'sourceId' | 'tenantId' | 'heartbeatMinutes'>,
  heardAt: Instant,
): Promise<void> {
  const { sourceId, tenantId, heartbeatMinutes } = source;
  if (heartbeatMinutes === null) return;
  const runAt = heardAt + heartbeatMinutes * MINUTE;
  await enqueue(tx, [{ queue: SILENCE_QUEUE, tenantId, payload: { sourceId }, runAt, dedupeKey: sourceId }]);
}

async function lastHeard(tx: Tx<SystemScope>, source: LockedSource): Promise<Instant> {
  const [heard] = await tx.query(HEARD, [tx.scope.providerId, source.sourceId]);
  return Math.max(heard?.at ?? 0, source.updatedAt);
}

/** Queue `alert-silence`: a source that should have been heard of by now. What came in unread counts as heard. */
export function silenceHandler(options: IntakeOptions): JobHandler {
  return {
    queue: SILENCE_QUEUE,
    handle: async (tx, job) => {
      const { sourceId } = v.parse(target, job.payload);
      const source = await lockSource(tx, sourceId);
      if (source === null || !source.active || source.heartbeatMinutes === null) return;
      const heardAt = await lastHeard(tx, source);
      if (heardAt + source.heartbeatMinutes * MINUTE > tx.now) return armSilence(tx, source, heardAt);
      const arrival = { deliveryId: null, receivedAt: tx.now, signals: [silence(source, 'FIRING')] };
      await applySignals(tx, source, [arrival], options);
    },
  };
}
