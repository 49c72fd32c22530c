import type {
  ClockKind,
  ClockState,
  Instant,
  LocalizedText,
  Priority,
  Side,
  TicketStatus,
  TicketType,
} from '@daylight/domain';

/** What every statement that returns lines of a list selects; `t` is the page of tickets, joined after it was limited. */
export const ROW_COLUMNS = `t.ticket_id, t.number, t.type, t.status, t.priority, t.subject, t.confidential, t.contract_version_id,
  t.service_item_id, t.service_name, t.requester_id, t.assignee_id, t.team_id, t.channel, t.opened_at, t.updated_at,
  t.resolved_at, t.closed_at, t.waiting_name, t.reopen_count, t.next_due_at, t.next_due_kind, t.next_due_state, t.version,
  t.due_order, t.tenant_id, n.prefix, n.name as tenant_name, rq.display_name as requester_name, rq.side as requester_side,
  asg.display_name as assignee_name, tm.name as team_name`;

/** Names by the directory: what both sides may see of people. A person who left has no entry. */
export const ROW_JOINS = `join tenant n on n.provider_id = t.provider_id and n.tenant_id = t.tenant_id
  left join directory_entry rq on rq.provider_id = t.provider_id and rq.person_id = t.requester_id
    and (rq.tenant_id = t.tenant_id or rq.tenant_id is null)
  left join directory_entry asg on asg.provider_id = t.provider_id and asg.person_id = t.assignee_id and asg.tenant_id is null
  left join team tm on tm.provider_id = t.provider_id and tm.team_id = t.team_id`;

/** The columns a page is chosen by and shown from: all that `ROW_COLUMNS` takes of `ticket`. */
export const PAGE_COLUMNS = `provider_id, tenant_id, ticket_id, number, type, status, priority, subject, confidential,
  contract_version_id, service_item_id, service_name, requester_id, assignee_id, team_id, channel, opened_at, updated_at,
  resolved_at, closed_at, waiting_name, reopen_count, next_due_at, next_due_kind, next_due_state, version, due_order`;

export interface TicketListRow {
  readonly ticket_id: string;
  readonly number: number;
  readonly type: TicketType;
  readonly status: TicketStatus;
  readonly priority: Priority;
  readonly subject: string;
  readonly confidential: boolean;
  readonly contract_version_id: string | null;
  readonly service_item_id: string;
  readonly service_name: LocalizedText;
  readonly requester_id: string | null;
  readonly requester_name: string | null;
  readonly requester_side: Side | null;
  readonly assignee_id: string | null;
  readonly assignee_name: string | null;
  readonly team_id: string | null;
  readonly team_name: string | null;
  readonly channel: string;
  readonly opened_at: Instant;
  readonly updated_at: Instant;
  readonly resolved_at: Instant | null;
  readonly closed_at: Instant | null;
  readonly waiting_name: LocalizedText | null;
  readonly reopen_count: number;
  readonly next_due_at: Instant | null;
  readonly next_due_kind: ClockKind | null;
  readonly next_due_state: ClockState | null;
  readonly version: number;
  readonly due_order: Instant;
  readonly tenant_id: string;
  readonly prefix: string;
  readonly tenant_name: string;
}

export interface PersonNameView {
  readonly id: string;
  readonly displayName: string;
  readonly side: Side;
}

/** A person by name; one who left is still somebody, shown by a dash. */
export function personView(id: string | null, name: string | null, side: Side): PersonNameView | null {
  return id === null ? null : { id, displayName: name ?? '—', side };
}

/** `ticket` as people say it: `ACME-1042`. */
export function keyOf(prefix: string, number: number): string {
  return `${prefix}-${number}`;
}

/** `TicketRow` of the schema. The portal's has no `tenant`; GraphQL leaves out what isn't asked for. */
export function ticketRowView(row: Omit<TicketListRow, 'due_order'>) {
  const due =
    row.next_due_kind === null ? null : { kind: row.next_due_kind, state: row.next_due_state, dueAt: row.next_due_at };
  return {
    ...{
      id: row.ticket_id,
      key: keyOf(row.prefix, row.number),
      number: row.number,
      type: row.type,
      status: row.status,
    },
    ...{ priority: row.priority, subject: row.subject, confidential: row.confidential, channel: row.channel },
    outOfContract: row.contract_version_id === null,
    service: { id: row.service_item_id, name: row.service_name },
    requester: personView(row.requester_id, row.requester_name, row.requester_side ?? 'CLIENT'),
    assignee: personView(row.assignee_id, row.assignee_name, 'PROVIDER'),
    team: row.team_id === null ? null : { id: row.team_id, name: row.team_name ?? '—' },
    ...{ openedAt: row.opened_at, updatedAt: row.updated_at, resolvedAt: row.resolved_at, closedAt: row.closed_at },
    ...{ waitingReason: row.waiting_name, reopenCount: row.reopen_count, nextDue: due, version: row.version },
    tenant: { id: row.tenant_id, name: row.tenant_name, prefix: row.prefix },
  };
}

export type TicketRowView = ReturnType<typeof ticketRowView>;
