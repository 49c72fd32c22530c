import type { Channel, Grade, Instant, LocalizedText, Priority, TicketType } from '@daylight/domain';
import type { StoredTicket } from './stored-ticket.js';

/** What a new ticket's row has that its log doesn't say, and what it needs to be a row at all. */
export interface RowSeed {
  readonly providerId: string;
  readonly tenantId: string;
  readonly ticketId: string;
  readonly number: number;
  readonly subject: string;
  readonly description: string;
  readonly serviceItemId: string;
  readonly serviceName: LocalizedText;
  readonly channel: Channel;
  readonly type: TicketType;
  readonly impact: Grade;
  readonly urgency: Grade;
  readonly openedAt: Instant;
  readonly followsUpId: string | null;
  readonly externalKey?: string | null;
  readonly importRunId?: string | null;
}

const NOTHING_YET = {
  ...{
    contract_version_id: null,
    terms_digest: null,
    policy_id: null,
    requester_id: null,
    assignee_id: null,
    team_id: null,
  },
  ...{ first_responded_at: null, restored_at: null, resolved_at: null, resolution_code: null, closed_at: null },
  ...{ cancelled_at: null, waiting_reason: null, waiting_name: null, waiting_since: null, waiting_until: null },
  ...{ case_number: null, next_due_at: null, next_due_kind: null, next_due_state: null, merged_into: null },
} as const;

/** The row before its first event: version 0; the projection fills in what the log says. */
export function newTicketRow(seed: RowSeed): StoredTicket {
  const priority: Priority = 'P5';
  return {
    ...NOTHING_YET,
    ...{ provider_id: seed.providerId, ticket_id: seed.ticketId, tenant_id: seed.tenantId, number: seed.number },
    ...{
      type: seed.type,
      status: 'NEW',
      priority,
      impact: seed.impact,
      urgency: seed.urgency,
      priority_overridden: false,
    },
    ...{ subject: seed.subject.trim(), description: seed.description, service_item_id: seed.serviceItemId },
    ...{ service_name: seed.serviceName, confidential: false, watcher_ids: [], channel: seed.channel },
    ...{ opened_at: seed.openedAt, updated_at: seed.openedAt, reopen_count: 0, last_seq: 0, version: 0 },
    ...{
      follows_up: seed.followsUpId,
      external_key: seed.externalKey ?? null,
      import_run_id: seed.importRunId ?? null,
    },
  };
}
