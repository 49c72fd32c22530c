import { statement } from '@daylight/api-database';
import type { Instant, Side } from '@daylight/domain';
import type { StoredEvent } from '../log/event-codec.js';
import type { TicketListRow } from '../views/ticket-row.js';

export interface DetailRow extends Omit<TicketListRow, 'due_order'> {
  readonly impact: number;
  readonly urgency: number;
  readonly priority_overridden: boolean;
  readonly description: string;
  readonly terms_digest: string | null;
  readonly policy_id: string | null;
  readonly first_responded_at: Instant | null;
  readonly restored_at: Instant | null;
  readonly resolution_code: string | null;
  readonly waiting_since: Instant | null;
  readonly waiting_until: Instant | null;
  readonly case_number: string | null;
  readonly external_key: string | null;
  readonly watcher_ids: readonly string[];
  readonly watchers: readonly { readonly id: string; readonly name: string; readonly side: Side }[] | null;
  readonly refs: readonly { readonly id: string; readonly number: number }[] | null;
  readonly merged_into: string | null;
  readonly follows_up: string | null;
}

/** Half of the row: a JSON object is made of at most fifty pairs. */
type RestOfRow = Pick<DetailRow, Exclude<keyof DetailRow, keyof TicketListRow>>;

export const ID_BY_KEY = statement<{ ticket_id: string }>(
  'ticket-id-by-key',
  `select t.ticket_id from tenant n join ticket t on t.provider_id = n.provider_id and t.tenant_id = n.tenant_id
   where n.provider_id = $1 and n.prefix = $2 and t.number = $3`,
);

export interface MessageRow {
  readonly message_id: string;
  readonly at: Instant;
  readonly visibility: 'PUBLIC' | 'INTERNAL';
  readonly side: Side;
  readonly author_id: string | null;
  readonly author_name: string | null;
  readonly automatic: boolean;
  readonly question: boolean;
  readonly body: string;
  readonly withdrawn_at: Instant | null;
}

export interface AttachmentRow {
  readonly message_id: string | null;
  readonly file_id: string;
  readonly name: string;
  readonly media_type: string;
  readonly size_bytes: number;
  readonly sha256: string;
  readonly uploaded_at: Instant;
  readonly uploaded_by: string | null;
  readonly uploader_name: string | null;
  readonly uploader_side: Side | null;
}

export interface TimelineRow extends StoredEvent {
  readonly version: number;
  readonly actor_name: string | null;
  /** The person that the event is about: assignee, watcher, who was called. */
  readonly person_name: string | null;
  readonly team_name: string | null;
  readonly reason: string | null;
  /** Number of the other ticket of a merge. */
  readonly other_number: number | null;
}

/** A ticket and its parts: those that weren't asked for, and those that have nothing in them, are null. */
export interface PageRow {
  readonly line: Omit<DetailRow, keyof RestOfRow>;
  readonly rest: RestOfRow;
  readonly messages: readonly MessageRow[] | null;
  readonly attachments: readonly AttachmentRow[] | null;
  readonly events: readonly TimelineRow[] | null;
  /** Of the calendars: the newest. */
  readonly revision: number | null;
}

/** All that the reader may see of one ticket (migration 0106). $1 ticket, $2 whether its thread, $3 whether its log. */
export const PAGE = statement<PageRow>(
  'ticket-page',
  'select line, rest, messages, attachments, events, revision from ticket_page($1, $2, $3)',
);
