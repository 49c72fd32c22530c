import { statement, type RelayedEvent, type Tx } from '@daylight/api-database';
import type { AgreementFacts } from './agreement-telling.js';
import { loadTicketFacts } from './load-facts.js';

interface AgreementRow {
  readonly actor_side: AgreementFacts['actorSide'] | null;
  readonly offer: string | null;
  readonly answer: string | null;
  readonly cause: string | null;
  readonly outcome: string | null;
  readonly decider_ids: readonly string[];
  readonly approver_ids: readonly string[];
  readonly manager_ids: readonly string[];
  readonly admin_ids: readonly string[];
}

/** An offer stands in the event as what it is, in the answer to it as its kind. */
const AGREEMENT = statement<AgreementRow>(
  'tell-agreement',
  `with staff as (
     select p.person_id, p.staff_role from person p
     where p.provider_id = $1 and p.side = 'PROVIDER' and p.status = 'ACTIVE' and (not p.restricted or exists (
       select 1 from staff_assignment a where a.provider_id = p.provider_id and a.person_id = p.person_id and a.tenant_id = $2)))
   select e.actor_side, coalesce(e.data -> 'offer' ->> 'kind', e.data ->> 'offer') as offer, e.data ->> 'answer' as answer,
     e.data ->> 'cause' as cause, e.data ->> 'outcome' as outcome,
     coalesce((select array_agg(m.person_id) from tenant_membership m where m.provider_id = $1 and m.tenant_id = $2
       and m.roles && array['COORDINATOR', 'APPROVER']), '{}') as decider_ids,
     coalesce((select array_agg(m.person_id) from tenant_membership m where m.provider_id = $1 and m.tenant_id = $2
       and 'APPROVER' = any (m.roles)), '{}') as approver_ids,
     coalesce((select array_agg(person_id) from staff where staff_role = 'ACCOUNT_MANAGER'), '{}') as manager_ids,
     coalesce((select array_agg(person_id) from staff where staff_role = 'PROVIDER_ADMIN'), '{}') as admin_ids
   from (values (1)) one (n)
   left join ticket_event e on e.provider_id = $1 and e.ticket_id = $3 and e.seq = $4::integer`,
);

function wordsOf({ offer, answer, cause, outcome }: AgreementRow): Readonly<Record<string, string>> {
  const words = Object.entries({ offer, answer, cause, outcome });
  return Object.fromEntries(words.flatMap(([name, word]) => (word === null ? [] : [[name, word]])));
}

/** What was agreed, contested or owed on a ticket, and whom it concerns; null: the ticket is gone, or it is history. */
export async function loadAgreementFacts(tx: Tx, event: RelayedEvent): Promise<AgreementFacts | null> {
  const { ticketId, seq } = event.ids;
  if (ticketId === undefined || event.tenantId === null) return null;
  const ticket = await loadTicketFacts(tx, event);
  if (ticket === null) return null;
  const [row] = await tx.query(AGREEMENT, [tx.scope.providerId, event.tenantId, ticketId, seq ?? null]);
  if (row === undefined) return null;
  return {
    ...ticket,
    actorSide: row.actor_side ?? 'SYSTEM',
    deciderIds: row.decider_ids,
    approverIds: row.approver_ids,
    managerIds: row.manager_ids.length > 0 ? row.manager_ids : row.admin_ids,
    words: wordsOf(row),
  };
}
