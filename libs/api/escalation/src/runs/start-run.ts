import { enqueue, eventJob, recordAudit, statement, timestamp, type Tx } from '@daylight/api-database';
import { newId, type SystemScope } from '@daylight/api-platform';
import { choosePolicy, type Priority, type TicketType } from '@daylight/domain';
import { loadDirectory } from '../directory/load-directory.js';
import { standInPolicy } from './stand-in-policy.js';
import { stepTimer } from './step-timer.js';

export interface TicketCase {
  readonly ticket_id: string;
  readonly tenant_id: string;
  readonly contract_id: string | null;
  readonly priority: Priority;
  readonly type: TicketType;
  readonly status: string;
  readonly is_open: boolean;
  readonly imported: boolean;
  /** A run of this priority or a higher one has been there. */
  readonly escalated: boolean;
}

const CASE = statement<TicketCase>(
  'escalation-case',
  `select t.ticket_id, t.tenant_id, v.contract_id, t.priority, t.type, t.status, t.is_open, t.import_run_id is not null as imported,
     exists (select 1 from escalation e where e.provider_id = t.provider_id and e.ticket_id = t.ticket_id and e.priority <= t.priority) as escalated
   from ticket t
   left join contract_version v on v.provider_id = t.provider_id and v.version_id = t.contract_version_id
   where t.provider_id = $1 and t.ticket_id = $2`,
);
const START = statement<{ escalation_id: string }>(
  'escalation-start',
  `insert into escalation (provider_id, tenant_id, escalation_id, ticket_id, contract_id, priority, ticket_type, policy_id, policy,
     cause, started_at, started_by, state, next_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 'RUNNING', $11)
   on conflict do nothing returning escalation_id`,
);

/** A ticket as escalation sees it; null: there is none. */
export async function loadCase(tx: Tx, ticketId: string): Promise<TicketCase | null> {
  const [row] = await tx.query(CASE, [tx.scope.providerId, ticketId]);
  return row ?? null;
}

export type StartCause =
  { readonly kind: 'AUTOMATIC' } | { readonly kind: 'BY_HAND'; readonly personId: string | null };

/**
 * Begins a run for a ticket by the policy for its case and arms its first step at once. False: one runs already. The
 * policy is kept as it is now, so that a later edit doesn't move calls that were promised.
 */
export async function startRun(tx: Tx<SystemScope>, ticket: TicketCase, cause: StartCause): Promise<boolean> {
  const { providerId } = tx.scope;
  const { tenant_id: tenantId, contract_id: contractId, priority, type } = ticket;
  const directory = await loadDirectory(tx, tenantId);
  const chosen = choosePolicy(directory.policies, { tenantId, contractId, priority, type });
  const policy = chosen ?? standInPolicy(directory, tenantId);
  const id = newId();
  const startedBy = cause.kind === 'BY_HAND' ? cause.personId : null;
  const about = [providerId, tenantId, id, ticket.ticket_id, contractId, priority, type];
  const how = [chosen?.id ?? null, JSON.stringify(policy), cause.kind, timestamp(tx.now), startedBy];
  const started = await tx.query(START, [...about, ...how]);
  if (started.length === 0) return false;
  const after = { ticketId: ticket.ticket_id, priority, policyId: chosen?.id ?? null, cause: cause.kind };
  await recordAudit(tx, { action: 'escalation.start', objectType: 'escalation', objectId: id, tenantId, after });
  const ids = { escalationId: id, ticketId: ticket.ticket_id };
  await enqueue(tx, [stepTimer({ id, tenantId }, null), eventJob({ topic: 'escalation.started', tenantId, ids })]);
  return true;
}
