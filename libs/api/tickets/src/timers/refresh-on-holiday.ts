import { regionsOf } from '@daylight/api-calendars';
import { termsByDigest } from '@daylight/api-contracts';
import { enqueue, statement, type Subscriber, type Tx } from '@daylight/api-database';
import { timerJob } from '../write/timer.js';

const DIGESTS = statement<{ terms_digest: string }>(
  'ticket-live-digests',
  `select distinct terms_digest from ticket where provider_id = $1 and is_open and terms_digest is not null`,
);
const LIVE = statement<{ ticket_id: string; tenant_id: string }>(
  'ticket-live-under',
  `select ticket_id, tenant_id from ticket where provider_id = $1 and is_open and terms_digest = any ($2::text[])`,
);

/** Digests of the terms of unfinished tickets whose calendars follow a region's official days. */
async function digestsFollowing(tx: Tx, region: string): Promise<readonly string[]> {
  const rows = await tx.query(DIGESTS, [tx.scope.providerId]);
  const terms = await termsByDigest(
    tx,
    rows.map((row) => row.terms_digest),
  );
  return [...terms].filter(([, document]) => regionsOf(document).includes(region)).map(([digest]) => digest);
}

/**
 * A day that was declared or taken back moves the clocks that still run (D-CAL-4): their tickets' timers are made due, and
 * each brings its ticket up to date in a transaction of its own.
 */
export const refreshOnHoliday: Subscriber = {
  name: 'tickets.refresh-on-holiday',
  topics: ['holiday.declared', 'holiday.revoked'],
  handle: async (tx, { ids }) => {
    const digests = await digestsFollowing(tx, ids['region'] ?? '');
    if (digests.length === 0) return;
    const tickets = await tx.query(LIVE, [tx.scope.providerId, digests]);
    await enqueue(
      tx,
      tickets.map((ticket) => timerJob(ticket, tx.now)),
    );
  },
};
