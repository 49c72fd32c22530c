import { appendEvents, statement, timestamp, type JobHandler, type Tx } from '@daylight/api-database';
import type { SystemScope } from '@daylight/api-platform';
import { MINUTE, type Instant } from '@daylight/domain';
import * as v from 'valibot';
import { readReport, type Reported } from './read-report.js';
import { parseTemplate } from './template.js';

export const REPORT_QUEUE = 'gateway-report';
/** A gateway may report before its own answer was written down here: so long an unknown message is waited for. */
const EARLY_MS = 2 * MINUTE;

interface ReportRow {
  readonly gateway_id: string;
  readonly received_at: Instant;
  readonly content_type: string | null;
  readonly body: Buffer;
  readonly template: unknown;
}

const REPORT = statement<ReportRow>(
  'gateway-report',
  `select r.gateway_id, r.received_at, r.content_type, r.body, g.template
   from gateway_report r join channel_gateway g on g.provider_id = r.provider_id and g.gateway_id = r.gateway_id
   where r.provider_id = $1 and r.report_id = $2 and r.state = 'RECEIVED'`,
);
const FIND = statement<{ message_id: string; tenant_id: string | null; state: string }>(
  'gateway-message-reported',
  `select message_id, tenant_id, state from gateway_message where provider_id = $1 and gateway_id = $2 and reference = $3
   order by created_at desc limit 1 for update`,
);
/** What arrived has arrived, whatever a late report of an earlier attempt says. */
const TAKE = statement<{ message_id: string }>(
  'gateway-message-report',
  `update gateway_message set state = $3, bad_address = $4, last_error = $5, reported_at = $6
   where provider_id = $1 and message_id = $2 and state <> 'DELIVERED' and state <> $3 returning message_id`,
);
const SETTLE = statement(
  'gateway-report-settle',
  'update gateway_report set state = $3, reason = $4 where provider_id = $1 and report_id = $2',
);

/** False: no such message is known. */
async function takeOne(tx: Tx<SystemScope>, gatewayId: string, report: Reported): Promise<boolean> {
  const { providerId } = tx.scope;
  const [message] = await tx.query(FIND, [providerId, gatewayId, report.reference]);
  if (message === undefined) return false;
  const { outcome, badAddress, word } = report;
  const error = outcome === 'FAILED' ? word : null;
  const facts = [outcome, badAddress, error, timestamp(tx.now)];
  const taken = await tx.query(TAKE, [providerId, message.message_id, ...facts]);
  if (taken.length > 0)
    await appendEvents(tx, [
      { topic: 'channel.reported', tenantId: message.tenant_id, ids: { messageId: message.message_id } },
    ]);
  return true;
}

const payload = v.object({ reportId: v.pipe(v.string(), v.uuid()) });

class TooEarly extends Error {}

/** Queue `gateway-report`: reads what a gateway reported and tells whoever sent the messages. */
export const reportHandler: JobHandler = {
  queue: REPORT_QUEUE,
  pauseMs: [2_000, 60_000],
  handle: async (tx, job) => {
    const { reportId } = v.parse(payload, job.payload);
    const [row] = await tx.query(REPORT, [tx.scope.providerId, reportId]);
    if (row === undefined) return;
    const settle = (state: 'DONE' | 'DEAD', reason: string | null) =>
      tx.query(SETTLE, [tx.scope.providerId, reportId, state, reason]);
    const parsed = parseTemplate(row.template);
    const reports = parsed.kind === 'template' ? parsed.template.reports : null;
    if (reports === null) return void (await settle('DEAD', 'NOT_EXPECTED'));
    const found = readReport(row.body.toString('utf8'), row.content_type ?? '', reports);
    if (found === null) return void (await settle('DEAD', 'UNREADABLE'));
    let known = true;
    for (const report of found) known = (await takeOne(tx, row.gateway_id, report)) && known;
    if (!known && tx.now - row.received_at < EARLY_MS && !job.lastAttempt)
      throw new TooEarly('the message that it reports is not known yet');
    await settle('DONE', known ? null : 'UNKNOWN_MESSAGE');
  },
};
