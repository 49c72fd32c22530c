import type { Instant } from '@daylight/domain';

/** A dead letter as the database hands it over. */
export interface LetterRow {
  readonly id: string;
  readonly queue: string;
  readonly tenant_id: string | null;
  readonly mail_id: string | null;
  readonly ticket_id: string | null;
  readonly detail: string | null;
  readonly error: string | null;
  readonly attempts: number;
  readonly created_at: Instant;
  readonly dead_at: Instant;
}

const UUID = `'^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'`;
const TICKET = `coalesce(j.payload ->> 'ticketId', j.payload -> 'ids' ->> 'ticketId')`;

/**
 * Columns of a {@link LetterRow} out of `job j`. Of the payload only names and ids: an invitation's holds its one-time link.
 */
export const JOB_COLUMNS = `j.job_id as id, j.queue, j.tenant_id, null::uuid as mail_id,
    case when ${TICKET} ~ ${UUID} then ${TICKET}::uuid end as ticket_id,
    coalesce(j.payload ->> 'subscriber', j.payload ->> 'template', j.payload ->> 'topic') as detail,
    j.last_error as error, j.attempts, j.created_at, j.dead_at`;
/** A job that was given up; one that only carried a mail is shown as the mail. */
export const DEAD_JOB = `j.provider_id = $1 and j.dead_at is not null and not exists (
    select 1 from mail_message x where x.provider_id = $1 and j.queue = 'mail-send' and x.mail_id::text = j.dedupe_key
      and x.state = 'DEAD')`;

/** The same out of `mail_message m`, which keeps no instant of its death. */
export const MAIL_COLUMNS = `m.mail_id as id, 'mail-send' as queue, m.tenant_id, m.mail_id, m.ticket_id,
    m.template as detail, m.last_error as error, m.attempts, m.created_at, m.created_at as dead_at`;
export const DEAD_MAIL = `m.provider_id = $1 and m.state = 'DEAD' and m.discarded_at is null`;
