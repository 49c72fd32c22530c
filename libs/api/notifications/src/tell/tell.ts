import {
  enqueue,
  eventJob,
  statement,
  timestamp,
  type RelayedEvent,
  type Subscriber,
  type Tx,
} from '@daylight/api-database';
import { mailJob } from '@daylight/api-mail';
import { newId } from '@daylight/api-platform';
import { mailLeavesAt, type Instant } from '@daylight/domain';
import type { NotificationKind } from '../kinds.js';
import { AGREEMENT_TOPICS, agreementTellingsFor } from './agreement-telling.js';
import { LENDING_TOPICS, lendingTelling } from './lending-telling.js';
import { loadAgreementFacts } from './load-agreement-facts.js';
import { loadPartiesFacts, loadTicketFacts, versionIdOf } from './load-facts.js';
import { PARTY_TOPICS, partyTellingsFor, TICKET_TOPICS, tellingsFor, type Telling } from './telling.js';

interface Willing {
  readonly person_id: string;
  readonly kind: NotificationKind;
  readonly in_app: boolean;
  readonly mail: boolean;
}

/**
 * Of those to be told, who is there, may know and wishes to. A confidential ticket is told to its requester, watchers and
 * assignee and to staff with the right; a former member of the tenant, or staff without it, to nobody.
 */
const WILLING = statement<Willing>(
  'tell-willing',
  `select w.person_id, w.kind, w.in_app and coalesce(c.in_app, true) as in_app, w.mail and coalesce(c.mail, true) as mail
   from jsonb_to_recordset($4) as w (person_id uuid, kind text, in_app boolean, mail boolean, staff_only boolean)
   join person p on p.provider_id = $1 and p.person_id = w.person_id and p.status = 'ACTIVE'
   left join notification_preference c on c.provider_id = $1 and c.person_id = w.person_id and c.kind = w.kind
   left join ticket t on t.provider_id = $1 and t.ticket_id = $3::uuid
   where (not w.staff_only or p.side = 'PROVIDER')
     and case p.side
       when 'CLIENT' then exists (
         select 1 from tenant_membership m where m.provider_id = $1 and m.tenant_id = $2 and m.person_id = p.person_id)
       else not p.restricted or exists (
         select 1 from staff_assignment a where a.provider_id = $1 and a.tenant_id = $2 and a.person_id = p.person_id) end
     and (t.ticket_id is null or not t.confidential or p.sees_confidential or p.person_id = t.requester_id
       or p.person_id = t.assignee_id or p.person_id = any (t.watcher_ids))`,
);
const TELL = statement<{ notification_id: string; person_id: string }>(
  'tell',
  `insert into notification (provider_id, notification_id, person_id, kind, tenant_id, ticket_id, contract_version_id, review_id, data, event_id, created_at)
   select $1, n.notification_id, n.person_id, n.kind, $2, $3, $4, $5, $6, $7, $8
   from jsonb_to_recordset($9) as n (notification_id uuid, person_id uuid, kind text)
   on conflict on constraint notification_event_key do nothing
   returning notification_id, person_id`,
);

/** Ids that have columns of their own, or that nobody reads. */
const COLUMNS: ReadonlySet<string> = new Set([
  ...['ticketId', 'contractId', 'versionId', 'contractVersionId', 'reviewId', 'personId', 'seq', 'cycle'],
]);

/** What a notification needs besides what it is about: which clock and mark, which message, that it was an internal note. */
function dataOf(event: RelayedEvent): Readonly<Record<string, string>> {
  const { kind, ...ids } = event.ids;
  const words = Object.entries(ids).filter(([name]) => !COLUMNS.has(name));
  return {
    ...Object.fromEntries(words),
    ...(kind === undefined ? {} : { clock: kind, kind }),
    ...(event.topic === 'ticket.noted' ? { internal: 'true' } : {}),
  };
}

function inAppValues(tx: Tx, event: RelayedEvent, willing: readonly Willing[]): readonly unknown[] {
  const rows = willing
    .filter((each) => each.in_app)
    .map(({ person_id, kind }) => ({ notification_id: newId(), person_id, kind }));
  const about = [event.tenantId, event.ids['ticketId'] ?? null, versionIdOf(event), event.ids['reviewId'] ?? null];
  return [tx.scope.providerId, ...about, dataOf(event), event.id, timestamp(tx.now), JSON.stringify(rows)];
}

/**
 * Tells people of an event, in the application and by mail, as they wish and may know. For later features that know
 * themselves whom; once per person and kind however often the same event comes. Mails are of templates that the event's
 * ids are enough for; they leave when `mailsAt` comes (null: at once).
 */
export async function tell(
  tx: Tx,
  event: RelayedEvent,
  tellings: readonly Telling[],
  mailsAt: Instant | null = null,
): Promise<void> {
  if (tellings.length === 0) return;
  const candidates = tellings.map(({ personId, staffOnly, kind, inApp, mail }) => ({
    ...{ person_id: personId, staff_only: staffOnly, in_app: inApp },
    ...{ kind, mail },
  }));
  const { tenantId } = event;
  const values = [tx.scope.providerId, tenantId, event.ids['ticketId'] ?? null, JSON.stringify(candidates)];
  const willing = await tx.query(WILLING, values);
  const told = await tx.query(TELL, inAppValues(tx, event, willing));
  const versionId = versionIdOf(event);
  const ids = { ...event.ids, ...(versionId === null ? {} : { contractVersionId: versionId }) };
  const mails = willing
    .filter((each) => each.mail)
    .map(({ person_id: personId, kind }) =>
      mailJob({ template: kind, personId, ids }, { tenantId, dedupeKey: `${event.id}:${personId}`, runAt: mailsAt }),
    );
  const live = told.map(({ notification_id: notificationId, person_id: personId }) =>
    eventJob({ topic: 'notification.created', tenantId, ids: { notificationId, personId } }),
  );
  await enqueue(tx, [...mails, ...live]);
}

/** What its author may still take back: the mail is written after that, and not at all when it was. */
const HELD_TOPICS: ReadonlySet<string> = new Set(['ticket.replied', 'ticket.resolved']);

/** Turns what happened into what people are told, in the application and by mail, as they wish and may know. */
export const notificationSubscribers: readonly Subscriber[] = [
  {
    name: 'notifications.ticket',
    topics: TICKET_TOPICS,
    handle: async (tx, event) => {
      const facts = await loadTicketFacts(tx, event);
      if (facts === null) return;
      const held = HELD_TOPICS.has(event.topic) && facts.eventAt !== null;
      await tell(tx, event, tellingsFor(event.topic, facts), held ? mailLeavesAt(facts.eventAt) : null);
    },
  },
  {
    name: 'notifications.agreements',
    topics: AGREEMENT_TOPICS,
    handle: async (tx, event) => {
      const facts = await loadAgreementFacts(tx, event);
      if (facts === null) return;
      const words = { ...event.ids, ...facts.words };
      await tell(tx, { ...event, ids: words }, agreementTellingsFor(event.topic, facts));
    },
  },
  {
    name: 'notifications.lending',
    topics: LENDING_TOPICS,
    handle: async (tx, event) => {
      const lending = await lendingTelling(tx, event);
      if (lending === null) return;
      await tell(tx, { ...event, ids: { ...event.ids, byName: lending.byName } }, lending.tellings);
    },
  },
  {
    name: 'notifications.parties',
    topics: PARTY_TOPICS,
    handle: async (tx, event) => {
      const facts = await loadPartiesFacts(tx, event);
      if (facts !== null) await tell(tx, event, partyTellingsFor(event.topic, facts));
    },
  },
];
