import {
  appendEvents,
  statement,
  timestamp,
  type RelayedEvent,
  type Subscriber,
  type Tx,
} from '@daylight/api-database';
import { queueMail } from '@daylight/api-mail';
import { newId, type SystemScope } from '@daylight/api-platform';
import { toIso, type Instant, type Language } from '@daylight/domain';
import type { AvailabilityWords } from '@daylight/text';
import { tellOf } from '../background/tell-client.js';

export interface NoticeSetting {
  /** Where the portal is reached. */
  readonly origin: string;
}

interface Told {
  readonly tenant_name: string;
  readonly zone: string;
  readonly kind: 'PLANNED' | 'EMERGENCY';
  readonly title_ko: string;
  readonly title_en: string;
  readonly text_ko: string;
  readonly text_en: string;
  readonly service_ko: string;
  readonly service_en: string;
  readonly starts_at: Instant;
  readonly ends_at: Instant;
  readonly cancel_reason: string | null;
  readonly announced_by: string | null;
}

interface Recipient {
  readonly person_id: string | null;
  readonly contact_id: string | null;
  readonly name: string;
  readonly address: string | null;
  readonly language: Language;
  readonly zone: string;
}

const TOLD = statement<Told>(
  'notice-window',
  `select n.name as tenant_name, reporting_zone(w.provider_id, w.tenant_id) as zone, w.kind, w.title_ko, w.title_en, w.description_ko as text_ko,
     w.description_en as text_en, s.ko as service_ko, s.en as service_en, coalesce(a.starts_at, w.starts_at) as starts_at,
     coalesce(a.ends_at, w.ends_at) as ends_at, w.cancel_reason, a.person_id as announced_by
   from maintenance_window w join tenant n on n.provider_id = w.provider_id and n.tenant_id = w.tenant_id
   left join maintenance_announcement a on a.provider_id = w.provider_id and a.window_id = w.window_id and a.ordinal = $3
   cross join lateral (select string_agg(i.name_ko, ', ' order by i.code) as ko, string_agg(i.name_en, ', ' order by i.code) as en
     from maintenance_service m join service_item i on i.provider_id = m.provider_id and i.service_item_id = m.service_item_id
     where m.provider_id = w.provider_id and m.window_id = w.window_id) s
   where w.provider_id = $1 and w.window_id = $2`,
);
/** The client's own people who look after the contract, unless they don't wish mails, and those of its list of whom to call. */
const RECIPIENTS = statement<Recipient>(
  'notice-recipients',
  `select p.person_id, null::uuid as contact_id, p.display_name as name, null::text as address, p.language, p.zone
   from tenant_membership m join person p on p.provider_id = m.provider_id and p.person_id = m.person_id and p.status = 'ACTIVE'
   left join notification_preference c on c.provider_id = p.provider_id and c.person_id = p.person_id and c.kind = 'MAINTENANCE_TOLD'
   where m.provider_id = $1 and m.tenant_id = $2 and m.roles && array['COORDINATOR', 'APPROVER'] and coalesce(c.mail, true)
   union all
   select null, k.contact_id, k.name, h.address, coalesce(k.languages[1], 'ko'), k.zone
   from escalation_contact k
   cross join lateral (select c.value ->> 'address' as address from jsonb_array_elements(k.channels) with ordinality c (value, n)
     where c.value ->> 'kind' = 'EMAIL' and c.value ->> 'bouncedAt' is null order by c.n limit 1) h
   where k.provider_id = $1 and k.tenant_id = $2 and k.side = 'CLIENT' and not k.archived and k.valid_from <= $3 and (k.valid_to is null or k.valid_to > $3)
     and not exists (select 1 from tenant_membership m join person p on p.provider_id = m.provider_id and p.person_id = m.person_id
       where m.provider_id = $1 and m.tenant_id = $2 and m.roles && array['COORDINATOR', 'APPROVER'] and p.status = 'ACTIVE'
         and (p.person_id = k.person_id or p.email = lower(h.address)))`,
);
const NOTICE = statement<{ notice_id: string }>(
  'notice-add',
  `insert into maintenance_notice (provider_id, tenant_id, notice_id, window_id, ordinal, person_id, contact_id, state)
   values ($1, $2, $3, $4, $5, $6, $7, 'QUEUED') on conflict on constraint maintenance_notice_once do nothing returning notice_id`,
);

function wordsOf(told: Told, word: string): AvailabilityWords {
  const reason = told.cancel_reason;
  return {
    ...{ serviceKo: told.service_ko, serviceEn: told.service_en, titleKo: told.title_ko, titleEn: told.title_en },
    ...{ textKo: reason ?? told.text_ko, textEn: reason ?? told.text_en, zone: told.zone, word },
    ...{ from: toIso(told.starts_at), to: toIso(told.ends_at) },
  };
}

interface Letter {
  readonly mailId: string;
  readonly told: Told;
  readonly words: AvailabilityWords;
}

async function mail(tx: Tx<SystemScope>, { origin }: NoticeSetting, to: Recipient, letter: Letter): Promise<void> {
  const { told, words, mailId } = letter;
  const { name, language, zone } = to;
  const address = to.person_id === null ? { name, address: to.address ?? '' } : { name, personId: to.person_id };
  const url = `${origin}/status#maintenance`;
  const facts = { template: 'MAINTENANCE_TOLD' as const, words, tenantName: told.tenant_name, url };
  await queueMail(tx, origin, { mailId, facts, to: address, language, zone, link: null, ticketId: null });
}

const WORDS: Readonly<Record<string, string>> = {
  'maintenance.announced': 'ANNOUNCED',
  'maintenance.moved': 'MOVED',
  'maintenance.cancelled': 'CANCELLED',
};

/** Of an announcement each letter is recorded, since its delivery starts the notice (D-MON-2); of a cancellation none is. */
async function letterId(
  tx: Tx<SystemScope>,
  { windowId, ordinal }: { readonly windowId: string; readonly ordinal: number | null },
  to: Recipient,
): Promise<string | null> {
  const mailId = newId();
  if (ordinal === null) return mailId;
  const values = [tx.scope.providerId, tx.scope.tenantId, mailId, windowId, ordinal, to.person_id, to.contact_id];
  const [row] = await tx.query(NOTICE, values);
  return row?.notice_id ?? null;
}

async function sendNotices(tx: Tx<SystemScope>, setting: NoticeSetting, event: RelayedEvent): Promise<void> {
  const { windowId, ordinal: numbered } = event.ids;
  if (windowId === undefined || event.tenantId === null) return;
  const ordinal = numbered === undefined ? null : Number(numbered);
  const [told] = await tx.query(TOLD, [tx.scope.providerId, windowId, ordinal ?? 0]);
  if (told === undefined) return;
  const emergency = told.kind === 'EMERGENCY' && event.topic === 'maintenance.announced';
  const words = wordsOf(told, emergency ? 'EMERGENCY' : (WORDS[event.topic] ?? 'ANNOUNCED'));
  for (const to of await tx.query(RECIPIENTS, [tx.scope.providerId, event.tenantId, timestamp(tx.now)])) {
    const mailId = await letterId(tx, { windowId, ordinal }, to);
    if (mailId !== null) await mail(tx, setting, to, { mailId, told, words });
  }
  const bell = Object.fromEntries(
    Object.entries(words).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );
  await tellOf(tx, event, { kind: 'MAINTENANCE_TOLD', words: bell, to: [{ who: 'MEMBERS', mail: false }] });
}

const SETTLED = statement<{ window_id: string; ordinal: number; tenant_id: string }>(
  'notice-settle',
  `update maintenance_notice k set state = case when m.state in ('SENT', 'LOCAL') then 'DELIVERED' else 'FAILED' end,
     delivered_at = case when m.state in ('SENT', 'LOCAL') then coalesce(m.sent_at, $3) end
   from mail_message m where k.provider_id = $1 and k.notice_id = $2 and m.provider_id = $1 and m.mail_id = $2
     and m.state in ('SENT', 'LOCAL', 'DEAD') and k.state = 'QUEUED'
   returning k.window_id, k.ordinal, k.tenant_id`,
);
const DELIVERED = statement<{ window_id: string }>(
  'notice-delivered',
  `update maintenance_announcement a set delivered_at = k.at
   from (select min(delivered_at) as at from maintenance_notice where provider_id = $1 and window_id = $2 and ordinal = $3) k
   where a.provider_id = $1 and a.window_id = $2 and a.ordinal = $3 and a.delivered_at is distinct from k.at returning a.window_id`,
);

/** A letter reached somebody, or nobody: the notice runs from the first that did. */
export async function settleNotice(tx: Tx<SystemScope>, mailId: string): Promise<void> {
  const { providerId } = tx.scope;
  const [row] = await tx.query(SETTLED, [providerId, mailId, timestamp(tx.now)]);
  if (row === undefined) return;
  const moved = await tx.query(DELIVERED, [providerId, row.window_id, row.ordinal]);
  if (moved.length === 0) return;
  await appendEvents(tx, [{ topic: 'availability.changed', tenantId: row.tenant_id, ids: {} }]);
}

/** Announcements on their way to the client, and what became of them. */
export function noticeSubscribers({ origin }: NoticeSetting): readonly Subscriber[] {
  const setting = { origin: origin.replace(/\/+$/, '') };
  return [
    {
      name: 'availability.notices',
      topics: ['maintenance.announced', 'maintenance.moved', 'maintenance.cancelled'],
      handle: (tx, event) => sendNotices(tx, setting, event),
    },
    {
      name: 'availability.notice-results',
      topics: ['mail.settled'],
      handle: async (tx, { ids }) => {
        const { mailId } = ids;
        if (mailId !== undefined) await settleNotice(tx, mailId);
      },
    },
  ];
}
