import type { Instant } from '@daylight/domain';

/** A mail that came in, without its words, as the database hands it over. */
export interface InboundMailRow {
  readonly inbound_id: string;
  readonly state: 'RECEIVED' | 'QUARANTINED' | 'RELEASED' | 'DONE' | 'IGNORED' | 'REJECTED';
  readonly reason: string | null;
  readonly to_address: string;
  readonly from_address: string;
  readonly from_name: string;
  readonly subject: string;
  readonly received_at: Instant;
  readonly size_bytes: number;
  readonly attachment_count: number;
  readonly tenant_id: string | null;
  readonly tenant_name: string | null;
  readonly ticket_id: string | null;
  readonly ticket_number: string | null;
  readonly decided_by: string | null;
  readonly decided_by_name: string | null;
  readonly decided_at: Instant | null;
  readonly raw_kept: boolean;
}

/** SELECT list and joins of an {@link InboundMailRow}. */
export const INBOUND_SELECT = `select i.inbound_id, i.state, i.reason, i.to_address, i.from_address, i.from_name, i.subject, i.received_at,
    i.size_bytes, jsonb_array_length(i.attachments) as attachment_count, i.tenant_id, n.name as tenant_name, i.ticket_id,
    case when t.ticket_id is null then null else n.prefix || '-' || t.number end as ticket_number,
    i.decided_by, d.display_name as decided_by_name, i.decided_at,
    i.raw_purged_at is null as raw_kept`;
export const INBOUND_FROM = `from mail_inbound i
  left join tenant n on n.provider_id = i.provider_id and n.tenant_id = i.tenant_id
  left join ticket t on t.provider_id = i.provider_id and t.ticket_id = i.ticket_id
  left join person d on d.provider_id = i.provider_id and d.person_id = i.decided_by`;

export function inboundView(row: InboundMailRow) {
  const { decided_by: id, decided_by_name: displayName } = row;
  return {
    id: row.inbound_id,
    state: row.state,
    reason: row.reason,
    toAddress: row.to_address,
    fromAddress: row.from_address,
    fromName: row.from_name,
    subject: row.subject,
    receivedAt: row.received_at,
    sizeBytes: row.size_bytes,
    attachmentCount: row.attachment_count,
    tenantId: row.tenant_id,
    tenantName: row.tenant_name,
    ticketId: row.ticket_id,
    ticketNumber: row.ticket_number,
    decidedBy: id === null || displayName === null ? null : { id, displayName, side: 'PROVIDER' },
    decidedAt: row.decided_at,
    rawKept: row.raw_kept,
  };
}

export type InboundMailView = ReturnType<typeof inboundView>;
