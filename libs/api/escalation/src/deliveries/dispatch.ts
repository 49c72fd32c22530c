import { LINK_PLACEHOLDER, queueMail } from '@daylight/api-mail';
import type { NewJob, Tx } from '@daylight/api-database';
import type { SystemScope } from '@daylight/api-platform';
import type { EscalationDirectory } from '@daylight/domain';
import { targetName } from '@daylight/text';
import type { Delivery } from '../runs/calls.js';
import { linkPath, linkToken } from '../runs/link.js';
import type { RunRow } from '../runs/run-row.js';
import type { LinkSetting } from '../runs/step-run.js';
import { callFacts } from '../runs/ticket-facts.js';

export const CHANNEL_QUEUE = 'escalation-channel';

interface Round {
  readonly row: RunRow;
  readonly directory: EscalationDirectory;
  readonly deliveries: readonly Delivery[];
  readonly setting: LinkSetting;
}

/** Writes the mails of a round; the jobs it returns hand the other channels' deliveries to their gateways. */
export async function dispatch(tx: Tx<SystemScope>, round: Round): Promise<readonly NewJob[]> {
  const { row, deliveries } = round;
  const mails = deliveries.filter(({ channel }) => channel.kind === 'EMAIL');
  const call = await callFacts(tx, row.ticket_id, row.priority);
  for (const delivery of mails) await mail(tx, round, delivery, call);
  return deliveries
    .filter(({ channel }) => channel.kind !== 'EMAIL')
    .map(({ id }) => ({
      ...{ queue: CHANNEL_QUEUE, tenantId: row.tenant_id, payload: { deliveryId: id }, runAt: null, dedupeKey: id },
    }));
}

/** The delivery's id is the mail's, so that its fate is found again. */
async function mail(
  tx: Tx<SystemScope>,
  { row, directory, setting }: Round,
  { id, attempt, channel }: Delivery,
  call: Awaited<ReturnType<typeof callFacts>>,
): Promise<void> {
  const { contact, target, dueAt, late } = attempt;
  const language = contact.languages[0] ?? 'ko';
  const because = targetName(target, directory, language);
  await queueMail(tx, setting.origin, {
    mailId: id,
    facts: { template: 'ESCALATION_CALL', call, because, dueAt, late, url: LINK_PLACEHOLDER },
    to: { name: contact.name, address: channel.address },
    ...{ language, zone: contact.zone, ticketId: row.ticket_id },
    link: linkPath(linkToken(setting.secret, attempt.id)),
  });
}
