import { appendEvents } from '@daylight/api-database';
import { newId, parseConfig } from '@daylight/api-platform';
import {
  createClient,
  createProvider,
  createStaff,
  createTenant,
  createTestDatabase,
  type TestDatabase,
} from '@daylight/api-testing';
import { handlersOf, slicesOf } from '../slices.js';
import { noJobsLeft, runWorkers } from '../testing/workers.test.js';

const config = parseConfig({ DAYLIGHT_SECRET: 'x'.repeat(32), DAYLIGHT_ORIGIN: 'https://daylight.example' });
const slices = slicesOf(config);

let db: TestDatabase;
let providerId: string;
let tenantId: string;
let approver: string;
let coordinator: string;
let manager: string;
let versionId: string;

beforeAll(async () => {
  db = await createTestDatabase(slices.flatMap((slice) => [...(slice.entities ?? [])]));
  ({ providerId } = await createProvider(db, 'North'));
  tenantId = await createTenant(db, providerId, 'ACME');
  approver = await createClient(db, providerId, tenantId, ['APPROVER']);
  coordinator = await createClient(db, providerId, tenantId, ['COORDINATOR']);
  await createClient(db, providerId, tenantId, ['REQUESTER']);
  manager = await createStaff(db, providerId, { role: 'ACCOUNT_MANAGER', name: '박지우' });
  const elsewhere = await createTenant(db, providerId, 'BETA');
  await createStaff(db, providerId, { role: 'ACCOUNT_MANAGER', restrictedTo: [elsewhere] });
  await createClient(db, providerId, elsewhere, ['APPROVER']);
  versionId = await propose();
});
afterAll(() => db.close());

async function propose(): Promise<string> {
  const [contractId, id] = [newId(), newId()];
  await db.owner(
    `insert into contract (provider_id, tenant_id, contract_id, kind, title, created_at) values ($1, $2, $3, 'MANAGED', '운영 계약', now())`,
    [providerId, tenantId, contractId],
  );
  await db.owner(
    `insert into contract_version (provider_id, tenant_id, contract_id, version_id, ordinal, state, effective_from, terms, terms_digest, zone,
       renewal, proposed_at, proposed_by, created_at)
     values ($1, $2, $3, $4, 2, 'PROPOSED', '2026-06-30T15:00:00Z', '{}', repeat('0', 64), 'Asia/Seoul', '{}', now(), $5, now())`,
    [providerId, tenantId, contractId, id, manager],
  );
  return id;
}

async function told(topic: string, ids: Readonly<Record<string, string>>) {
  for (const table of ['mail_message', 'notification']) await db.owner(`delete from ${table}`);
  await db.worker.asSystem({ providerId, tenantId }, (tx) => appendEvents(tx, [{ topic, tenantId, ids }]));
  await runWorkers(db, [...handlersOf(slices).values()], () => noJobsLeft(db));
  const mails = await db.owner<{ person_id: string; subject: string; body_text: string }>(
    'select person_id, subject, body_text from mail_message',
  );
  const inApp = await db.owner<{ person_id: string }>('select person_id from notification');
  return { mails, inApp: new Set(inApp.map((row) => row.person_id)) };
}

it('a proposal by the provider reaches the client’s approvers, with what it is and from when', async () => {
  const { mails, inApp } = await told('contract.proposed', { contractId: newId(), versionId });
  expect(inApp).toEqual(new Set([approver]));
  expect(mails.map(({ person_id, subject }) => [person_id, subject])).toEqual([
    [approver, '변경계약이 제안되었습니다: 운영 계약 제2차'],
  ]);
  expect(mails[0]?.body_text).toContain('효력 발생: 2026년 7월 1일(수) 00:00(Asia/Seoul)');
  expect(mails[0]?.body_text).toContain('제안자: 박지우');
  expect(mails[0]?.body_text).toContain(`https://daylight.example/contracts/versions/${versionId}`);
});

it('an agreement reaches both sides but the one who gave it', async () => {
  await db.owner(`update contract_version set decided_by = $2, decided_at = now() where version_id = $1`, [
    versionId,
    approver,
  ]);
  const { mails, inApp } = await told('contract.agreed', { contractId: newId(), versionId });
  expect(inApp).toEqual(new Set([coordinator, manager]));
  expect(mails.find(({ person_id }) => person_id === manager)?.body_text).toContain(
    `https://daylight.example/console/contracts/versions/${versionId}`,
  );
});

it('a published review reaches the client’s readers, by the name of its period', async () => {
  const { mails, inApp } = await told('review.published', { reviewId: newId(), period: '2026-Q1' });
  expect(inApp).toEqual(new Set([approver, coordinator]));
  expect(new Set(mails.map(({ subject }) => subject))).toEqual(
    new Set(['2026-Q1 분기 서비스 리뷰(QBR)가 발행되었습니다']),
  );
});

it('an addendum to a published review reaches the people of both sides, whoever wrote it', async () => {
  const { mails, inApp } = await told('review.amended', { reviewId: newId(), period: '2026-Q1', addendumId: newId() });
  expect(inApp).toEqual(new Set([approver, coordinator, manager]));
  const subjects = new Set(mails.map(({ subject }) => subject));
  expect(subjects).toContain('2026-Q1 분기 서비스 리뷰(QBR)에 추록이 추가되었습니다');
});

it('what comes with the end of a term reaches those who could act on both sides, with the dates', async () => {
  const dates = { mark: 'NOTICE_AHEAD', atEnd: 'RENEW', days: '30', noticeBy: '2026-12-01', termEnd: '2026-12-31' };
  const { mails, inApp } = await told('contract.term-ahead', {
    contractId: newId(),
    versionId,
    ...dates,
    late: 'true',
  });
  expect(inApp).toEqual(new Set([approver, manager]));
  const mail = mails.find(({ person_id }) => person_id === approver);
  expect(mail?.subject).toBe(
    '운영 계약: 계약 해지 통보 기한(2026-12-01)까지 30일 남았습니다. 통보가 없으면 자동 갱신됩니다 (지연 안내)',
  );
  expect(mail?.body_text).toContain('해지 통보 기한: 2026-12-01');
  expect(mail?.body_text).toContain(`https://daylight.example/contracts/versions/${versionId}`);
});

it('an agreement by silence says so', async () => {
  await db.owner(`update contract_version set decided_by = null where version_id = $1`, [versionId]);
  await db.owner(
    `insert into contract_consent (provider_id, tenant_id, consent_id, version_id, party, cause, at, digest)
     values ($1, $2, $3, $4, 'CLIENT', 'DEEMED', now(), repeat('0', 64))`,
    [providerId, tenantId, newId(), versionId],
  );
  const { mails } = await told('contract.agreed', { contractId: newId(), versionId, cause: 'DEEMED' });
  expect(mails.find(({ person_id }) => person_id === approver)?.body_text).toContain('이의가 없어 동의한 것으로 처리');
});
