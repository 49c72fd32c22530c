import type {
  Channel,
  ClockKind,
  Grade,
  Instant,
  LocalizedText,
  Priority,
  TicketStatus,
  TicketType,
} from '@daylight/domain';

/** The row of `ticket` as the database returns it, but for its generated columns. Instants are UTC ms. */
export interface StoredTicket {
  readonly provider_id: string;
  readonly ticket_id: string;
  readonly tenant_id: string;
  /** 0 in a new row: the client's next one, taken as it is written. */
  readonly number: number;
  readonly type: TicketType;
  readonly status: TicketStatus;
  readonly priority: Priority;
  readonly impact: Grade;
  readonly urgency: Grade;
  readonly priority_overridden: boolean;
  readonly subject: string;
  readonly description: string;
  readonly service_item_id: string;
  readonly service_name: LocalizedText;
  readonly contract_version_id: string | null;
  readonly terms_digest: string | null;
  readonly policy_id: string | null;
  readonly requester_id: string | null;
  readonly assignee_id: string | null;
  readonly team_id: string | null;
  readonly confidential: boolean;
  readonly watcher_ids: readonly string[];
  readonly channel: Channel;
  readonly opened_at: Instant;
  readonly updated_at: Instant;
  readonly first_responded_at: Instant | null;
  readonly restored_at: Instant | null;
  readonly resolved_at: Instant | null;
  readonly resolution_code: string | null;
  readonly closed_at: Instant | null;
  readonly cancelled_at: Instant | null;
  readonly waiting_reason: string | null;
  readonly waiting_name: LocalizedText | null;
  readonly waiting_since: Instant | null;
  readonly waiting_until: Instant | null;
  readonly case_number: string | null;
  readonly reopen_count: number;
  readonly last_seq: number;
  readonly version: number;
  readonly next_due_at: Instant | null;
  readonly next_due_kind: ClockKind | null;
  readonly next_due_state: 'RUNNING' | 'PAUSED' | 'BREACHED' | null;
  readonly merged_into: string | null;
  readonly follows_up: string | null;
  readonly external_key: string | null;
  readonly import_run_id: string | null;
}

export const TICKET_COLUMNS = [
  ...['provider_id', 'ticket_id', 'tenant_id', 'number', 'type', 'status', 'priority', 'impact', 'urgency'],
  ...['priority_overridden', 'subject', 'description', 'service_item_id', 'service_name', 'contract_version_id'],
  ...['terms_digest', 'policy_id', 'requester_id', 'assignee_id', 'team_id', 'confidential', 'watcher_ids', 'channel'],
  ...['opened_at', 'updated_at', 'first_responded_at', 'restored_at', 'resolved_at', 'resolution_code', 'closed_at'],
  ...[
    'cancelled_at',
    'waiting_reason',
    'waiting_name',
    'waiting_since',
    'waiting_until',
    'case_number',
    'reopen_count',
  ],
  ...['last_seq', 'version', 'next_due_at', 'next_due_kind', 'next_due_state', 'merged_into', 'follows_up'],
  ...['external_key', 'import_run_id'],
] as const;

/** An instant as JSON that PostgreSQL reads as `timestamptz`. */
export function iso(at: Instant): string;
export function iso(at: Instant | null): string | null;
export function iso(at: Instant | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}

/** The row as JSON for `jsonb_populate_recordset(null::ticket, ...)`. */
export function ticketJson(row: StoredTicket): Readonly<Record<string, unknown>> {
  const instants = Object.entries(row).map(([name, value]): readonly [string, unknown] => [
    name,
    typeof value === 'number' && (name.endsWith('_at') || name === 'waiting_since' || name === 'waiting_until')
      ? iso(value)
      : value,
  ]);
  return Object.fromEntries(instants);
}
