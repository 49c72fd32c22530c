import type { Instant } from '@daylight/domain';

/** A mail without its content, as the database hands it over. `next_attempt_at` is when its job is due. */
export interface MailRow {
  readonly mail_id: string;
  readonly message_id: string;
  readonly state: 'QUEUED' | 'SENT' | 'DEAD' | 'LOCAL';
  readonly template: string;
  /** The mail's own id where it went to somebody without an account. */
  readonly person_id: string;
  readonly display_name: string;
  readonly side: string;
  readonly to_address: string | null;
  readonly language: string;
  readonly subject: string;
  readonly tenant_id: string | null;
  readonly tenant_name: string | null;
  readonly ticket_id: string | null;
  readonly review_id: string | null;
  readonly attempts: number;
  readonly last_error: string | null;
  readonly created_at: Instant;
  readonly sent_at: Instant | null;
  readonly next_attempt_at: Instant | null;
  readonly returned_kind: 'HARD' | 'SOFT' | null;
  readonly returned_status: string | null;
  readonly returned_said: string | null;
  readonly returned_at: Instant | null;
}

/** SELECT list and joins of a {@link MailRow}. */
export const MAIL_SELECT = `select m.mail_id, m.message_id, m.state, m.template, coalesce(m.person_id, m.mail_id) as person_id,
    coalesce(p.display_name, m.guest_name) as display_name, coalesce(p.side, 'SYSTEM') as side, m.to_address,
    m.language, m.subject, m.tenant_id, t.name as tenant_name, m.ticket_id, m.review_id, m.attempts, m.last_error, m.created_at,
    m.sent_at, case when m.state = 'QUEUED' then j.run_at end as next_attempt_at,
    m.returned_kind, m.returned_status, m.returned_said, m.returned_at`;
export const MAIL_FROM = `from mail_message m
  left join person p on p.provider_id = m.provider_id and p.person_id = m.person_id
  left join tenant t on t.provider_id = m.provider_id and t.tenant_id = m.tenant_id
  left join job j on j.provider_id = m.provider_id and j.queue = 'mail-send' and j.dedupe_key = m.mail_id::text and j.dead_at is null`;

function returnedView({ returned_kind: kind, returned_status: status, returned_said, returned_at: at }: MailRow) {
  return kind === null || at === null ? null : { kind, status, said: returned_said ?? '', at };
}

export function mailView(row: MailRow) {
  return {
    id: row.mail_id,
    messageId: row.message_id,
    state: row.state,
    template: row.template,
    to: { id: row.person_id, displayName: row.display_name, side: row.side },
    toAddress: row.to_address,
    language: row.language,
    subject: row.subject,
    tenantId: row.tenant_id,
    tenantName: row.tenant_name,
    ticketId: row.ticket_id,
    reviewId: row.review_id,
    attempts: row.attempts,
    lastError: row.last_error,
    createdAt: row.created_at,
    sentAt: row.sent_at,
    nextAttemptAt: row.next_attempt_at,
    returned: returnedView(row),
  };
}

export type MailView = ReturnType<typeof mailView>;
