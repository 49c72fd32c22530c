import { statement, type RelayedEvent, type Tx } from '@daylight/api-database';
import { tell, type Telling } from '@daylight/api-notifications';
import type { SystemScope } from '@daylight/api-platform';
import type { ToldOfAvailability } from '@daylight/text';

interface People {
  readonly member_ids: readonly string[];
  readonly reader_ids: readonly string[];
  readonly approver_ids: readonly string[];
  readonly manager_ids: readonly string[];
}

const PEOPLE = statement<People>(
  'availability-people',
  `with member as (
     select m.person_id, m.roles from tenant_membership m where m.provider_id = $1 and m.tenant_id = $2),
   staff as (
     select p.person_id, p.staff_role from person p
     where p.provider_id = $1 and p.side = 'PROVIDER' and p.status = 'ACTIVE' and (not p.restricted or exists (
       select 1 from staff_assignment a where a.provider_id = p.provider_id and a.person_id = p.person_id and a.tenant_id = $2)))
   select coalesce((select array_agg(person_id) from member), '{}') as member_ids,
     coalesce((select array_agg(person_id) from member where roles && array['COORDINATOR', 'APPROVER', 'AUDITOR']), '{}') as reader_ids,
     coalesce((select array_agg(person_id) from member where 'APPROVER' = any (roles)), '{}') as approver_ids,
     coalesce((select array_agg(person_id) from staff where staff_role = 'ACCOUNT_MANAGER'),
       (select array_agg(person_id) from staff where staff_role = 'PROVIDER_ADMIN'), '{}') as manager_ids`,
);

/** Who hears of it, and by which ways. */
export interface Hearers {
  readonly who: 'MEMBERS' | 'READERS' | 'APPROVERS' | 'MANAGERS';
  readonly mail: boolean;
}

const LISTS = {
  MEMBERS: 'member_ids',
  READERS: 'reader_ids',
  APPROVERS: 'approver_ids',
  MANAGERS: 'manager_ids',
} as const satisfies Readonly<Record<Hearers['who'], keyof People>>;

/**
 * Tells people of one event, each once, whoever acted excepted. `words`: what the sentence is made of; `mail` also by mail,
 * as they wish.
 */
export async function tellOf(
  tx: Tx<SystemScope>,
  event: RelayedEvent,
  {
    kind,
    words,
    to,
  }: {
    readonly kind: ToldOfAvailability;
    readonly words: Readonly<Record<string, string>>;
    readonly to: readonly Hearers[];
  },
): Promise<void> {
  if (event.tenantId === null) return;
  const [people] = await tx.query(PEOPLE, [tx.scope.providerId, event.tenantId]);
  if (people === undefined) return;
  const told = new Map<string, Telling>();
  for (const { who, mail } of to) {
    for (const personId of people[LISTS[who]]) {
      if (personId === event.ids['personId'] || told.has(personId)) continue;
      told.set(personId, { personId, kind, inApp: true, mail, staffOnly: who === 'MANAGERS' });
    }
  }
  await tell(tx, { ...event, ids: { ...event.ids, ...words } }, [...told.values()]);
}
