import { statement, type Tx } from '@daylight/api-database';
import type { Grade, Instant, Language, TicketType } from '@daylight/domain';

/** A kept message that still is to take effect, with what its mailbox takes mail for. */
export interface InboundRow {
  readonly inbound_id: string;
  readonly tenant_id: string | null;
  readonly received_at: Instant;
  readonly envelope_from: string;
  readonly to_address: string;
  readonly state: 'RECEIVED' | 'RELEASED';
  /** TOO_LARGE: only its beginning was taken. */
  readonly reason: string | null;
  /** Known already when a person released it. */
  readonly ticket_id: string | null;
  readonly mailbox_intake: 'SMTP' | 'IMAP' | null;
  readonly service_item_id: string | null;
  readonly ticket_type: TicketType | null;
  readonly impact: Grade | null;
  readonly urgency: Grade | null;
}

const COLUMNS = `i.inbound_id, i.tenant_id, i.received_at, i.envelope_from, i.to_address, i.state, i.reason, i.ticket_id,
  b.intake as mailbox_intake, b.service_item_id, b.ticket_type, b.impact, b.urgency`;
const FROM = `from mail_inbound i left join mailbox b on b.provider_id = i.provider_id and b.mailbox_id = i.mailbox_id
  where i.provider_id = $1 and i.inbound_id = $2 and i.state in ('RECEIVED', 'RELEASED')`;

const LOCK = statement<InboundRow>('mail-in-lock', `select ${COLUMNS} ${FROM} for update of i`);
const RAW = statement<{ raw: Buffer }>(
  'mail-in-raw',
  `select r.raw from mail_inbound_raw r join mail_inbound i on i.provider_id = r.provider_id and i.inbound_id = r.inbound_id
   where r.provider_id = $1 and r.inbound_id = $2 and i.state in ('RECEIVED', 'RELEASED')`,
);
const TENANT_LANGUAGE = statement<{ language: Language }>(
  'mail-in-language',
  'select language from tenant where provider_id = $1 and tenant_id = $2',
);

/** The message byte by byte; null when there is nothing to be done with it any more. */
export async function rawOf(tx: Tx, inboundId: string): Promise<Buffer | null> {
  const [row] = await tx.query(RAW, [tx.scope.providerId, inboundId]);
  return row?.raw ?? null;
}

/** Locks the message's row; null when another worker or a person was faster. */
export async function lockInbound(tx: Tx, inboundId: string): Promise<InboundRow | null> {
  const [row] = await tx.query(LOCK, [tx.scope.providerId, inboundId]);
  return row ?? null;
}

export async function languageOf(tx: Tx, tenantId: string): Promise<Language> {
  const [row] = await tx.query(TENANT_LANGUAGE, [tx.scope.providerId, tenantId]);
  return row?.language ?? 'ko';
}
