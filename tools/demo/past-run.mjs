// A night that is over: a P1 called two people, and the second one answered by the link.
import { statement, timestamp } from '@daylight/api-database';
import { newId, newToken, tokenHash } from '@daylight/api-platform';
import { MINUTE } from '@daylight/domain';

const TICKET = statement(
  'demo-run-ticket',
  `select ticket_id, priority, type, opened_at from ticket
   where provider_id = $1 and tenant_id = $2 and priority in ('P1', 'P2') and not confidential and not is_open and opened_at < $3
   order by priority, opened_at desc limit 1`,
);
const RUN = statement(
  'demo-run',
  `insert into escalation (provider_id, tenant_id, escalation_id, ticket_id, priority, ticket_type, policy_id, policy, cause,
     started_at, state, ended_at, acknowledged_by, acknowledged_via)
   values ($1, $2, $3, $4, $5, $6, $7, $8, 'AUTOMATIC', $9, 'ACKNOWLEDGED', $10, $11, 'LINK')`,
);
const EVENT = statement(
  'demo-run-event',
  'insert into escalation_event (provider_id, tenant_id, escalation_id, event_id, kind, at, data) values ($1, $2, $3, $4, $5, $6, $7)',
);
const ATTEMPT = statement(
  'demo-run-attempt',
  `insert into escalation_attempt (provider_id, tenant_id, escalation_id, attempt_id, slot_key, round, step_id, target, contact_id,
     due_at, made_at, late, link_hash) values ($1, $2, $3, $4, $5, 1, $6, $7, $8, $9, $9, false, $10)`,
);
const DELIVERY = statement(
  'demo-run-delivery',
  `with made as (
     insert into escalation_delivery (provider_id, tenant_id, delivery_id, attempt_id, channel_id, channel, address, place, created_at)
     select $1, $2, $3, $4, c ->> 'id', c ->> 'kind', c ->> 'address', 0, $6 from escalation_contact, jsonb_array_elements(channels) c
     where provider_id = $1 and contact_id = $5 and c ->> 'kind' = 'EMAIL' returning delivery_id)
   insert into escalation_delivery_result (provider_id, tenant_id, delivery_id, outcome, error, at)
   select $1, $2, delivery_id, 'SENT', null, $6 from made`,
);

/** Written as the worker wrote it then; does nothing where the client has no such ticket. */
export async function tellPastRun(tx, { contacts, ladder, people, now }) {
  const { providerId, tenantId } = tx.scope;
  const [ticket] = await tx.query(TICKET, [providerId, tenantId, timestamp(now)]);
  if (ticket === undefined) return;
  const runId = newId();
  const start = Number(ticket.opened_at);
  const end = start + 13 * MINUTE;
  const about = [providerId, tenantId, runId, ticket.ticket_id, ticket.priority, ticket.type];
  const ended = [timestamp(start), timestamp(end), people.sua.personId];
  await tx.query(RUN, [...about, ladder.id, JSON.stringify(ladder), ...ended]);
  const [first, second] = ladder.steps;
  await call(tx, { runId, step: first, at: start, contactId: contacts.jihun });
  await call(tx, { runId, step: second, at: start + 10 * MINUTE, contactId: contacts.sua });
  const answer = JSON.stringify({ personId: people.sua.personId, via: 'LINK' });
  await tx.query(EVENT, [providerId, tenantId, runId, newId(), 'ACKNOWLEDGED', timestamp(end), answer]);
}

async function call(tx, { runId, step, at, contactId }) {
  const { providerId, tenantId } = tx.scope;
  const slotKey = `r1.${step.id}.t1`;
  const attemptId = `${runId}:${slotKey}:${contactId}`;
  const target = JSON.stringify(step.targets[0]);
  const of = [providerId, tenantId, runId];
  const how = [step.id, target, contactId, timestamp(at), tokenHash(newToken())];
  await tx.query(ATTEMPT, [...of, attemptId, slotKey, ...how]);
  await tx.query(DELIVERY, [providerId, tenantId, newId(), attemptId, contactId, timestamp(at + 4_000)]);
  await tx.query(EVENT, [...of, newId(), 'CALLED', timestamp(at), JSON.stringify({ slotKeys: [slotKey] })]);
}
