import type { Tx } from '@daylight/api-database';
import type { SystemScope } from '@daylight/api-platform';
import type { LockedSource } from './source-row.js';
import { applySignals, type IntakeOptions } from './apply-signals.js';
import { settleDeliveries, type ReadDelivery } from './deliveries.js';
import { armSilence, silence } from './silence.js';

/** Turns deliveries of a locked source into alerts, and says of each what became of it. In the order of their receipt. */
export async function applyDeliveries(
  tx: Tx<SystemScope>,
  source: LockedSource,
  reads: readonly ReadDelivery[],
  options: IntakeOptions,
): Promise<void> {
  const last = reads.at(-1);
  if (last === undefined) return;
  const heard = source.heartbeatMinutes === null ? [] : [silence(source, 'RECOVERED')];
  const arrivals = reads.map(({ deliveryId, receivedAt, read }) => ({
    ...{ deliveryId, receivedAt, signals: [...heard, ...(read.kind === 'signals' ? read.signals : [])] },
  }));
  await applySignals(tx, source, arrivals, options);
  await settleDeliveries(tx, source, reads);
  await armSilence(tx, source, last.receivedAt);
}
