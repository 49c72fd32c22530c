import { createHash } from 'node:crypto';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readFile } from '@daylight/api-files';
import type { Job } from '@daylight/api-database';
import { newId } from '@daylight/api-platform';
import { addContract, addService, termsFor } from '@daylight/api-testing';
import { opened, reply, TicketWorld } from '@daylight/api-tickets/testing';
import { reviewView } from '../queries/review-view.js';
import { renderApart } from '../testing/render-apart.js';
import { createReview } from '../use-cases/create-review.js';
import { addReviewAction } from '../use-cases/discuss-review.js';
import { editReview } from '../use-cases/edit-review.js';
import type { ChangeReviewResult } from '../use-cases/locked-review.js';
import { publishReview } from '../use-cases/publish-review.js';
import { signReview } from '../use-cases/sign-review.js';
import { reviewPdfHandler } from './handle-pdf.js';

let world: TicketWorld;
let manager: string;
let approver: string;
let reviewId: string;
let folder: string;

function reviewOf(result: ChangeReviewResult) {
  if (result.__typename !== 'ReviewChanged') throw new Error(`not changed: ${JSON.stringify(result)}`);
  return result.review;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'review-pdf-'));
  world = await TicketWorld.create();
  // Targets stand in a contract of their own, so that the fixture's terms stay as they are.
  const target = { side: 'PROVIDER', comparison: 'AT_LEAST', value: 9_500 } as const;
  const kpiTargets = (['FIRST_RESPONSE', 'RESOLUTION'] as const).map((clock) => ({
    kpi: 'SLA_ATTAINMENT',
    clock,
    ...target,
  }));
  const service = newId();
  await addService(world.db, world.providerId, service, 9);
  await addContract(world.db, {
    providerId: world.providerId,
    tenantId: world.acme,
    services: [service],
    terms: { ...termsFor([service]), kpiTargets },
  });
  manager = await world.staff({ role: 'ACCOUNT_MANAGER', name: '김민준', seesConfidential: true });
  approver = await world.client(['APPROVER']);
  for (let n = 0; n < 24; n += 1) {
    world.clock(n * 20);
    const more = {
      confidential: n === 5,
      subject: n % 2 === 0 ? `백업 서버 접속 불가 ${n}` : `Storage latency on node ${n}`,
    };
    const id = await world.asClient(approver, (tx) =>
      opened(tx, world, { ...more, serviceItemId: world.services[n % 3] ?? '' }),
    );
    world.clock(n * 20 + (n % 4 === 0 ? 9 : 0.3));
    await world.asStaff(manager, (tx) => reply(tx, id, { thenResolve: 'FIXED' }));
  }
  world.clock(24 * 40);
  const made = reviewOf(
    await world.asStaff(manager, (tx) => createReview(tx, { tenantId: world.acme, period: '2026-Q1' })),
  );
  reviewId = made.id;
  const text = {
    ko: `## 이번 분기\n서버 운영은 전반적으로 안정적이었으며, 야간 교대 시간대의 최초 응답이 네 차례 늦었습니다. ${'무중단이중화구성전환작업완료및검증결과공유'.repeat(3)}\n\n- 교대표를 보완하였습니다.\n- **백업 정책**을 재검토하였습니다.`,
    en: '## This quarter\nOperation was calm. First responses were late four times at the change of the night shift.\n\n- The rota was mended.\n- The **backup policy** was reviewed.',
  };
  const edited = reviewOf(
    await world.asStaff(manager, (tx) =>
      editReview(tx, { reviewId, expectedVersion: made.version, section: 'SUMMARY', ...text }),
    ),
  );
  expect(edited.sections[0]?.en).toBe(text.en);
  const title = {
    ko: '야간 교대표 보완 및 비상연락망 재확인',
    en: 'Mend the night rota, verify the escalation contacts',
  };
  const withAction = reviewOf(
    await world.asStaff(manager, (tx) =>
      addReviewAction(tx, { reviewId, title, owner: 'PROVIDER', dueDate: '2026-05-31' }),
    ),
  );
  await world.asStaff(manager, (tx) => publishReview(tx, { reviewId, expectedVersion: withAction.version }, '2026a'));
}, 60_000);
afterAll(() => world.db.close());

function job(stage: string): Job {
  const times = { dueAt: 0, attempt: 1, lastAttempt: false };
  return {
    id: 'j',
    queue: 'review-pdf',
    providerId: world.providerId,
    tenantId: world.acme,
    payload: { reviewId, stage },
    ...times,
  };
}

async function run(stage: string): Promise<'nothing' | 'done'> {
  const handler = reviewPdfHandler(renderApart(folder));
  const prepared = await world.asSystem((tx) => handler.prepare(tx, job(stage)));
  if (prepared === null) return 'nothing';
  const record = await prepared.deliver();
  expect(await world.asSystem(record)).toEqual({ kind: 'done' });
  return 'done';
}

it('a published review becomes a PDF in both languages, fonts embedded, kept with the digest of its bytes', async () => {
  await expect(run('PUBLISHED')).resolves.toBe('done');
  await expect(run('PUBLISHED')).resolves.toBe('nothing');
  const review = await world.asClient(approver, (tx) => reviewView(tx, reviewId));
  expect(review?.documents.map(({ language, file }) => [language, file.name])).toEqual([
    ['ko', 'ACME-2026-Q1-review-ko.pdf'],
    ['en', 'ACME-2026-Q1-review-en.pdf'],
  ]);
  for (const { file } of review?.documents ?? []) {
    const stored = await world.asClient(approver, (tx) => readFile(tx, file.id));
    const bytes = stored?.bytes ?? Buffer.alloc(0);
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(file.sha256);
    expect(bytes.includes('+Pretendard-Regular') && !bytes.includes('Helvetica-Bold')).toBe(true);
  }
}, 60_000);

it('another client gets none of it', async () => {
  const review = await world.asClient(approver, (tx) => reviewView(tx, reviewId));
  const stranger = await world.client(['APPROVER'], world.beta);
  await expect(world.asClient(stranger, (tx) => readFile(tx, review?.documents[0]?.file.id ?? ''))).resolves.toBeNull();
});

it('a signature names the PDF that lay before the signer; with both a PDF shows them', async () => {
  const review = await world.asClient(approver, (tx) => reviewView(tx, reviewId));
  const input = { reviewId, digest: review?.digest ?? '', title: 'IT 본부장' };
  const signed = reviewOf(await world.asClient(approver, (tx) => signReview(tx, input)));
  expect(signed.signatures[0]?.pdfSha256).toBe(
    review?.documents.find(({ language }) => language === 'ko')?.file.sha256,
  );
  await world.asStaff(manager, (tx) => signReview(tx, { ...input, title: null }));
  await expect(run('SIGNED')).resolves.toBe('done');
  const after = await world.asClient(approver, (tx) => reviewView(tx, reviewId));
  expect(after?.documents.map(({ file }) => file.name)).toEqual([
    'ACME-2026-Q1-review-signed-ko.pdf',
    'ACME-2026-Q1-review-signed-en.pdf',
  ]);
}, 60_000);
