import { inboundMails, releaseInboundMail } from '@daylight/api-mail';
import { newId } from '@daylight/api-platform';
import { MailHouse, mailText } from '../testing/mail-house.test.js';
import { purge } from './purge.js';

jest.setTimeout(120_000);

const TERM_DAYS = 30;

let house: MailHouse;
beforeAll(async () => {
  house = await MailHouse.create();
});
afterEach(() => house.empty());
afterAll(() => house.close());

/** A mail as it came so many days ago, in that state. Resolves to its id. */
async function mail(subject: string, state: string, daysAgo: number, decidedDaysAgo: number | null = null) {
  const header = { From: 'Yoon <yoon@partner.example>', To: 'help@acme.example', Subject: subject };
  await house.forward(mailText({ ...header, 'Message-ID': `<${subject}@partner.example>` }), 'help@acme.example');
  const [row] = await house.db.owner<{ inbound_id: string }>(
    `update mail_inbound set state = $1, subject = $2, received_at = now() - make_interval(days => $3),
       decided_at = now() - make_interval(days => $4) where subject = '' returning inbound_id`,
    [state, subject, daysAgo, decidedDaysAgo],
  );
  return row?.inbound_id ?? '';
}

const withRaw = async (): Promise<readonly string[]> => {
  const rows = await house.db.owner<{ subject: string }>(
    'select subject from mail_inbound join mail_inbound_raw using (provider_id, inbound_id) order by subject',
  );
  return rows.map(({ subject }) => subject);
};

it('the message of a settled mail goes after its term, and one that waits stays however old it is', async () => {
  for (const state of ['DONE', 'IGNORED', 'QUARANTINED', 'RECEIVED', 'RELEASED', 'REJECTED']) {
    await mail(`${state}-old`, state, 400);
    await mail(`${state}-new`, state, TERM_DAYS - 1);
  }
  await purge(house.db.worker, TERM_DAYS);
  await expect(withRaw()).resolves.toEqual(
    ['DONE-new', 'IGNORED-new', 'QUARANTINED-new', 'QUARANTINED-old', 'RECEIVED-new', 'RECEIVED-old'].concat([
      'REJECTED-new',
      'RELEASED-new',
      'RELEASED-old',
    ]),
  );
});

it('the term of a mail that somebody decided on runs from the decision', async () => {
  await mail('late', 'REJECTED', 400, TERM_DAYS - 1);
  await mail('long', 'REJECTED', 400, TERM_DAYS + 1);
  await purge(house.db.worker, TERM_DAYS);
  await expect(withRaw()).resolves.toEqual(['late']);
});

it('a mail without its message stays in the list, is taken for the same when it comes again, and is let through no more', async () => {
  const id = await mail('out of office', 'IGNORED', 400);
  await house.db.owner(`update mail_inbound set reason = 'AUTOMATIC_REPLY' where inbound_id = $1`, [id]);
  await purge(house.db.worker, TERM_DAYS);
  const listed = await house.asAdmin((tx) => inboundMails(tx, {}, { first: 10 }));
  expect(listed.edges.map(({ node }) => node.subject)).toEqual(['out of office']);
  const header = { From: 'Yoon <yoon@partner.example>', To: 'help@acme.example', Subject: 'out of office' };
  const again = mailText({ ...header, 'Message-ID': '<out of office@partner.example>' });
  await expect(house.forward(again, 'help@acme.example')).resolves.toBe(250);
  await expect(house.inbound()).resolves.toHaveLength(1);
  const answer = await house.asAdmin((tx) => releaseInboundMail(tx, { id, as: 'AS_IT_IS' }));
  expect(answer).toMatchObject({ __typename: 'InboundMailNotHeld', mail: { state: 'IGNORED' } });
});

it('a body that monitoring sent goes after 30 days, and one that could not be read after 180', async () => {
  const { db, providerId, acme, service } = house;
  const sourceId = newId();
  await db.owner(
    `insert into alert_source (provider_id, source_id, tenant_id, vendor, key_hash, key_hint, service_item_id, name, auth, group_by,
       group_labels, ticket_from, ticket_limit, per_minute, max_bytes, active, secret_version, created_at, updated_at, updated_by)
     values ($1, $2, $3, 'generic', decode(repeat('ab', 32), 'hex'), 'abcd', $4, 'Probe', 'KEY', 'FINGERPRINT', '{}', 'WARNING', 20, 600,
       65536, true, 0, now(), now(), $5)`,
    [providerId, sourceId, acme, service, house.adminId],
  );
  const ages = { DONE: [29, 31], DEAD: [179, 181], RECEIVED: [400] };
  for (const [state, days] of Object.entries(ages)) {
    for (const each of days) {
      await db.owner(
        `insert into intake_delivery (provider_id, delivery_id, source_id, tenant_id, vendor, received_at, state, reason, headers, body, bytes)
         values ($1, $2, $3, $4, 'generic', now() - make_interval(days => $5), $6, $7, '{}', '{}', 2)`,
        [providerId, newId(), sourceId, acme, each, state, state === 'DEAD' ? 'MALFORMED' : null],
      );
    }
  }
  await purge(db.worker, TERM_DAYS);
  const left = await db.owner<{ state: string; days: number }>(
    `select state, extract(day from now() - received_at)::int as days from intake_delivery order by state, days`,
  );
  expect(left).toEqual([
    { state: 'DEAD', days: 179 },
    { state: 'DONE', days: 29 },
    { state: 'RECEIVED', days: 400 },
  ]);
});

it('the answer kept for a retry goes after three days', async () => {
  const { db, providerId, adminId } = house;
  for (const days of [0, 2, 4])
    await db.owner(
      `insert into idempotency_key (provider_id, person_id, key, request_digest, response, created_at)
       values ($1, $2, $3, 'digest', '{}', now() - make_interval(days => $4))`,
      [providerId, adminId, `retry-of-day-${days}`, days],
    );
  await purge(db.worker, TERM_DAYS);
  const left = await db.owner<{ key: string }>(
    `select key from idempotency_key where key like 'retry-of%' order by key`,
  );
  expect(left.map(({ key }) => key)).toEqual(['retry-of-day-0', 'retry-of-day-2']);
});

it('one purge that fails keeps the others from nothing, and is told', async () => {
  await mail('settled', 'DONE', 400);
  await house.db.owner('alter function intake_purge() rename to intake_purge_away');
  await expect(purge(house.db.worker, TERM_DAYS)).rejects.toThrow('intake_purge');
  await house.db.owner('alter function intake_purge_away() rename to intake_purge');
  await expect(withRaw()).resolves.toEqual([]);
});
