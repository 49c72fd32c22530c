import { newId } from '@daylight/api-platform';
import { at, type Story } from '../story.fixture.js';

/** One ticket as it happened, a row at a time: tickets come after contracts, so their use cases aren't here to be called. */
export interface Happened {
  readonly serviceItemId: string;
  /** null: out of contract. */
  readonly boundTo: { readonly id: string; readonly digest: string } | null;
  readonly opened: string;
  readonly replied?: string;
  readonly resolved?: string;
  /** Both sides agreed to judge it by another version. */
  readonly rebound?: { readonly at: string; readonly to: { readonly id: string; readonly digest: string } };
  readonly confidential?: boolean;
  readonly subject?: string;
}

let count = 0;

/** Writes a P3 incident with its log; returns its id. */
export async function happened(story: Story, ticket: Happened): Promise<string> {
  count += 1;
  const ticketId = newId();
  const {
    serviceItemId,
    boundTo,
    opened,
    replied,
    resolved,
    rebound,
    confidential = false,
    subject = '느린 서버',
  } = ticket;
  const binding = {
    ...{ contractVersionId: boundTo?.id ?? null, termsDigest: boundTo?.digest ?? null, serviceItemId },
    policyId: boundTo === null ? null : 'standard',
  };
  const last = rebound?.at ?? resolved ?? replied ?? opened;
  await story.db.owner(
    `insert into ticket (provider_id, tenant_id, ticket_id, number, type, status, priority, impact, urgency, subject, service_item_id,
       service_name, contract_version_id, terms_digest, policy_id, channel, opened_at, updated_at, last_seq, confidential)
     values ($1, $2, $3, $4, 'INCIDENT', $5, 'P3', 2, 2, $6, $7, '{}', $8, $9, $10, 'PORTAL', $11, $12, 9, $13)`,
    [
      ...[story.providerId, story.acme, ticketId, count, resolved === undefined ? 'OPEN' : 'RESOLVED', subject],
      ...[serviceItemId, binding.contractVersionId, binding.termsDigest, binding.policyId],
      ...[new Date(at(opened)), new Date(at(last)), confidential],
    ],
  );
  const facts = { type: 'INCIDENT', priority: 'P3', impact: 2, urgency: 2, channel: 'PORTAL', confidential };
  const told: readonly (readonly [string, string | undefined, string, object])[] = [
    ['OPENED', opened, 'CLIENT', { ...facts, requesterId: null, binding }],
    [
      'MESSAGE_ADDED',
      replied,
      'PROVIDER',
      { messageId: newId(), visibility: 'PUBLIC', automatic: false, question: false },
    ],
    ['RESOLVED', resolved, 'PROVIDER', { code: 'FIXED' }],
    [
      ...(['REBOUND', rebound?.at, 'CLIENT'] as const),
      {
        ...{ proposalId: newId(), proposedBy: { side: 'PROVIDER', userId: null }, changesDigest: null },
        binding: { ...binding, contractVersionId: rebound?.to.id, termsDigest: rebound?.to.digest },
      },
    ],
  ];
  const events = told.filter(([, when]) => when !== undefined);
  for (const [index, [kind, when = opened, side, data]] of events.entries())
    await story.db.owner(
      `insert into ticket_event (provider_id, tenant_id, ticket_id, seq, kind, v, data, internal, occurred_at, actor_side, version)
       values ($1, $2, $3, $4, $5, 1, $6, false, $7, $8, 1)`,
      [story.providerId, story.acme, ticketId, index + 1, kind, data, new Date(at(when)), side],
    );
  return ticketId;
}
