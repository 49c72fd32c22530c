import { statementLog, type Tx } from '@daylight/api-database';
import { delegateApproval } from '@daylight/api-identity';
import type { PersonScope } from '@daylight/api-platform';
import { opened, reply, TicketWorld } from '@daylight/api-tickets/testing';
import { createClient, createProvider, createStaff, createTenant, signInAs } from '@daylight/api-testing';
import { localDateOf } from '@daylight/domain';
import { reviewPage } from './queries/review-rows.js';
import { reviewView } from './queries/review-view.js';
import { verifyReview } from './queries/verify-review.js';
import { createReview } from './use-cases/create-review.js';
import { addReviewAction, addReviewAddendum, closeReviewAction, commentReview } from './use-cases/discuss-review.js';
import { editReview, explainReviewMiss, shareReview } from './use-cases/edit-review.js';
import type { ChangeReviewResult } from './use-cases/locked-review.js';
import { publishReview } from './use-cases/publish-review.js';
import { signReview } from './use-cases/sign-review.js';

let world: TicketWorld;
let manager: string;
let approver: string;
let coordinator: string;
let requester: string;
let open: string;
let hidden: string;
const TZ = '2026a';

beforeAll(async () => {
  world = await TicketWorld.create();
  manager = await world.staff({ role: 'ACCOUNT_MANAGER', name: '김매니저' });
  approver = await world.client(['APPROVER']);
  coordinator = await world.client(['COORDINATOR']);
  requester = await world.client();
  world.clock(0);
  open = await world.asClient(requester, (tx) => opened(tx, world));
  world.clock(1);
  hidden = await world.asClient(requester, (tx) =>
    opened(tx, world, { confidential: true, subject: '급여 서버 침해 의심' }),
  );
  world.clock(2);
  await world.asClient(requester, (tx) => opened(tx, world, { serviceItemId: world.services[2] }));
  world.clock(30);
  await world.asStaff(manager, (tx) => reply(tx, open, { thenResolve: 'FIXED' }));
  world.clock(24 * 40);
});
afterAll(() => world.db.close());

function reviewOf(result: ChangeReviewResult) {
  if (result.__typename !== 'ReviewChanged') throw new Error(`not changed: ${JSON.stringify(result)}`);
  return result.review;
}

const staff = <T>(work: (tx: Parameters<Parameters<typeof world.asStaff>[1]>[0]) => Promise<T>) =>
  world.asStaff(manager, work);
const draft = async (period = '2026-Q1') =>
  reviewOf(await staff((tx) => createReview(tx, { tenantId: world.acme, period })));

it('a draft shows live figures with targets, misses and what ran without a contract, and is made once per period', async () => {
  const review = await draft();
  const attained = review.figures.find(({ key, clock }) => key === 'SLA_ATTAINMENT' && clock === 'FIRST_RESPONSE');
  expect(attained).toMatchObject({ value: 0, n: 2, confidential: 1, label: 'SLA 준수율 · 최초 응답' });
  expect(review.misses.map(({ key, clock }) => [key, clock])).toContainEqual(['ACME-1', 'FIRST_RESPONSE']);
  expect(review.outOfContract.map(({ key }) => key)).toEqual(['ACME-3']);
  expect(review.period.label).toBe('2026년 1분기');
  expect((await draft()).id).toBe(review.id);
});

it('a confidential ticket counts, but nobody without the right finds it in the lists', async () => {
  const review = await draft();
  expect(review.misses.map(({ ticketId }) => ticketId)).not.toContain(hidden);
  expect(review.missesNotListed).toBeGreaterThan(0);
});

it('narrative and causes are written against the version that was read', async () => {
  const { id, version } = await draft();
  const input = {
    reviewId: id,
    expectedVersion: version,
    section: 'SUMMARY',
    ko: '안정적으로 운영하였습니다.',
    en: 'A calm quarter.',
  } as const;
  expect(reviewOf(await staff((tx) => editReview(tx, input))).sections[0]).toMatchObject({
    ko: '안정적으로 운영하였습니다.',
  });
  await expect(staff((tx) => editReview(tx, input))).resolves.toMatchObject({
    __typename: 'StaleReview',
    yourVersion: version,
  });
  const cause = { reviewId: id, ticketId: open, clock: 'FIRST_RESPONSE', cause: { ko: '야간 교대 누락', en: '' } };
  const explained = reviewOf(await staff((tx) => explainReviewMiss(tx, cause)));
  expect(
    explained.misses.find(({ clock, ticketId }) => clock === 'FIRST_RESPONSE' && ticketId === open)?.cause?.ko,
  ).toBe('야간 교대 누락');
  await expect(staff((tx) => explainReviewMiss(tx, { ...cause, clock: 'AGREED_DATE' }))).resolves.toMatchObject({
    kind: 'UNKNOWN_MISS',
  });
});

it('the client sees the draft once it is shared, and not before; both sides comment', async () => {
  const { id } = await draft();
  await expect(world.asClient(approver, (tx) => reviewView(tx, id))).resolves.toBeNull();
  await staff((tx) => shareReview(tx, { reviewId: id, shared: true }));
  await world.asClient(coordinator, (tx) =>
    commentReview(tx, { reviewId: id, section: 'SUMMARY', body: '야간 대응을 설명해 주십시오.' }),
  );
  const seen = await world.asClient(approver, (tx) => reviewView(tx, id));
  expect(seen?.comments.map(({ side, body }) => [side, body])).toEqual([['CLIENT', '야간 대응을 설명해 주십시오.']]);
  expect(seen?.actionsAllowed).not.toContain('editReview');
  await expect(world.asClient(requester, (tx) => reviewView(tx, id))).resolves.toBeNull();
});

it('a review of a period that goes on can’t be published', async () => {
  const { id, version } = await draft('2026-Q2');
  await expect(staff((tx) => publishReview(tx, { reviewId: id, expectedVersion: version }, TZ))).resolves.toMatchObject(
    { kind: 'PERIOD_NOT_OVER' },
  );
});

it('publishing freezes figures and text, once, and tells the outbox once', async () => {
  const { id, version } = await draft();
  await staff((tx) =>
    addReviewAction(tx, {
      reviewId: id,
      title: { ko: '야간 교대표 보완', en: 'Mend the night rota' },
      owner: 'PROVIDER',
      dueDate: '2026-05-31',
    }),
  );
  await staff((tx) => addReviewAction(tx, { reviewId: id, title: { ko: '연락처 확인', en: '' }, owner: 'CLIENT' }));
  const again = await draft();
  expect(again.version).toBe(version + 2);
  const published = reviewOf(
    await staff((tx) => publishReview(tx, { reviewId: id, expectedVersion: again.version }, TZ)),
  );
  const twice = reviewOf(await staff((tx) => publishReview(tx, { reviewId: id, expectedVersion: again.version }, TZ)));
  expect([published.status, twice.digest, twice.version]).toEqual(['PUBLISHED', published.digest, published.version]);
  const events = await world.db.owner(
    `select 1 from job where queue = 'outbox' and payload ->> 'topic' = 'review.published'`,
  );
  expect(events).toHaveLength(1);
  expect(published.figures.map(({ key, clock, value, n }) => [key, clock, value, n])).toEqual(
    again.figures.map(({ key, clock, value, n }) => [key, clock, value, n]),
  );
  await expect(
    staff((tx) =>
      editReview(tx, { reviewId: id, expectedVersion: twice.version, section: 'SUMMARY', ko: 'x', en: '' }),
    ),
  ).resolves.toMatchObject({ kind: 'NOT_ALLOWED_IN_STATUS' });
  await expect(world.db.owner(`update review set document = '{}' where review_id = $1`, [id])).rejects.toThrow(
    'does not change',
  );
});

it('what happens to tickets afterwards doesn’t move published figures, and they still verify to the same bits', async () => {
  const { id, figures } = await draft();
  world.clock(24 * 41);
  await world.asStaff(await world.staff({ seesConfidential: true }), (tx) =>
    reply(tx, hidden, { thenResolve: 'FIXED' }),
  );
  expect((await draft()).figures).toEqual(figures);
  const byStaff = await staff((tx) => verifyReview(tx, id, TZ));
  const byClient = await world.asClient(coordinator, (tx) => verifyReview(tx, id, TZ));
  expect(byStaff).toMatchObject({ same: true, differences: [], tickets: 3 });
  expect([byClient?.recomputedDigest, byStaff?.recomputedDigest]).toEqual([byStaff?.digest, byStaff?.digest]);
});

it('verification names a ticket whose events were altered, and other time-zone data', async () => {
  const { id } = await draft();
  await world.db.owner(
    `update ticket_event set occurred_at = occurred_at - interval '29 hours 50 minutes' where ticket_id = $1 and kind = 'MESSAGE_ADDED'`,
    [open],
  );
  const found = await staff((tx) => verifyReview(tx, id, TZ));
  expect(found?.same).toBe(false);
  expect(found?.differences[0]).toMatchObject({
    kind: 'TICKET_LOG',
    ticketKey: 'ACME-1',
    message: 'ACME-1: 발행 이후에 이벤트 기록이 변경되었습니다.',
  });
  expect(found?.differences).toContainEqual(
    expect.objectContaining({ kind: 'FIGURE', figureKey: 'SLA_ATTAINMENT', clock: 'FIRST_RESPONSE', before: '0' }),
  );
  await world.db.owner(
    `update ticket_event set occurred_at = occurred_at + interval '29 hours 50 minutes' where ticket_id = $1 and kind = 'MESSAGE_ADDED'`,
    [open],
  );
  const moved = await staff((tx) => verifyReview(tx, id, '2027a'));
  expect(moved?.differences).toEqual([expect.objectContaining({ kind: 'TIME_ZONE_DATA', before: TZ, after: '2027a' })]);
});

const signAs = (work: (tx: Tx<PersonScope>) => Promise<ChangeReviewResult>) => ({
  client: () => world.asClient(approver, work),
  staff: () => staff(work),
});

it('each party signs exactly what was published, once; with both it is signed', async () => {
  const { id, digest } = await draft();
  const input = { reviewId: id, digest: digest ?? '', title: 'IT 본부장' };
  const other = signAs((tx) => signReview(tx, { ...input, digest: 'f'.repeat(64) }));
  await expect(other.client()).resolves.toMatchObject({ kind: 'OTHER_DIGEST' });
  await expect(world.asClient(coordinator, (tx) => signReview(tx, input))).resolves.toMatchObject({
    kind: 'NOT_AUTHORISED',
  });
  const sign = signAs((tx) => signReview(tx, input));
  const results = await Promise.all([sign.client(), sign.client()]);
  expect(
    results.map((result) => (result.__typename === 'ReviewRefused' ? result.kind : result.__typename)).sort(),
  ).toEqual(['ALREADY_SIGNED', 'ReviewChanged']);
  const signed = reviewOf(await sign.staff());
  expect([
    signed.status,
    signed.signatures.map(({ party, digest: bytes, address }) => [party, bytes, address]),
  ]).toEqual([
    'SIGNED',
    [
      ['CLIENT', digest, null],
      ['PROVIDER', digest, '127.0.0.1'],
    ],
  ]);
  const jobs = await world.db.owner<{ dedupe_key: string }>(
    `select dedupe_key from job where queue = 'review-pdf' order by dedupe_key`,
  );
  expect(jobs.map(({ dedupe_key: key }) => key)).toEqual([`${id}/PUBLISHED`, `${id}/SIGNED`]);
});

it('who stands in for an approver signs, and the review names both', async () => {
  const { id, version } = await draft('2025-Q4');
  const published = reviewOf(await staff((tx) => publishReview(tx, { reviewId: id, expectedVersion: version }, TZ)));
  const input = { reviewId: id, digest: published.digest ?? '', title: null };
  const standing = (work: (tx: Tx<PersonScope>) => Promise<ChangeReviewResult>) => world.asClient(coordinator, work);
  await expect(standing((tx) => signReview(tx, input))).resolves.toMatchObject({ kind: 'NOT_AUTHORISED' });
  await world.asClient(approver, (tx) => {
    const today = localDateOf('Asia/Seoul', tx.now);
    return delegateApproval(tx, { personId: coordinator, from: today, until: today });
  });
  const before = await world.asClient(coordinator, (tx) => reviewView(tx, id));
  expect(before?.actionsAllowed).toContain('signReview');
  const signed = reviewOf(await standing((tx) => signReview(tx, input)));
  expect(signed.signatures).toMatchObject([
    { party: 'CLIENT', person: { id: coordinator }, onBehalfOf: { id: approver } },
  ]);
  await expect(
    world.db.owner(
      `select after ->> 'onBehalfOf' as behalf from audit_entry where action = 'review.sign' and object_id = $1`,
      [id],
    ),
  ).resolves.toEqual([{ behalf: approver }]);
});

it('a correction is an addendum beside the figures', async () => {
  const { id, digest } = await draft();
  const amended = reviewOf(
    await staff((tx) => addReviewAddendum(tx, { reviewId: id, body: { ko: '4월 재접수 건을 반영합니다.', en: '' } })),
  );
  expect([amended.digest, amended.addenda.length, amended.status]).toEqual([digest, 1, 'SIGNED']);
});

it('a client closes its own actions; open ones go on in the next review, where their state is kept from then on', async () => {
  const first = await draft();
  const [theirs, own] = [
    first.actions.find(({ owner }) => owner === 'PROVIDER'),
    first.actions.find(({ owner }) => owner === 'CLIENT'),
  ];
  const close = (actionId = '') =>
    world.asClient(coordinator, (tx) => closeReviewAction(tx, { reviewId: first.id, actionId, state: 'DONE' }));
  await expect(close(theirs?.id)).resolves.toMatchObject({ kind: 'NOT_YOUR_ACTION' });
  expect(reviewOf(await close(own?.id)).actions.find(({ id }) => id === own?.id)?.state).toBe('DONE');
  world.clock(24 * 210);
  const next = await draft('2026-Q3');
  expect(next.actions).toEqual([]);
  expect(next.previous?.period.key).toBe('2026-Q2');
});

it('open actions of the last review open the next one', async () => {
  const last = await draft('2026-Q3');
  await staff((tx) =>
    addReviewAction(tx, { reviewId: last.id, title: { ko: '백업 점검', en: 'Check the backup' }, owner: 'CLIENT' }),
  );
  const next = await draft('2026-Q4');
  expect(next.actions.map(({ title, carriedFrom, state }) => [title.en, carriedFrom, state])).toEqual([
    ['Check the backup', '2026-Q3', 'OPEN'],
  ]);
  const old = await draft('2026-Q3');
  const closing = { reviewId: old.id, actionId: old.actions[0]?.id ?? '', state: 'DONE' } as const;
  await expect(staff((tx) => closeReviewAction(tx, closing))).resolves.toMatchObject({ kind: 'ACTION_CARRIED' });
});

it('another client’s review, and another provider’s, is not found by anybody', async () => {
  const { id, digest } = await draft();
  const stranger = await world.client(['APPROVER'], world.beta);
  await expect(world.asClient(stranger, (tx) => reviewView(tx, id))).resolves.toBeNull();
  await expect(world.asClient(stranger, (tx) => verifyReview(tx, id, TZ))).resolves.toBeNull();
  const input = { reviewId: id, digest: digest ?? '' };
  await expect(world.asClient(stranger, (tx) => signReview(tx, input))).resolves.toEqual({
    __typename: 'NotFound',
    what: 'review',
  });
  await expect(world.asClient(stranger, (tx) => reviewPage(tx, {}, { first: 10 }))).resolves.toMatchObject({
    edges: [],
  });
  const { providerId } = await createProvider(world.db, 'South');
  const theirs = await createTenant(world.db, providerId, 'SOUTH');
  const people = [
    await createStaff(world.db, providerId, { role: 'ACCOUNT_MANAGER' }),
    await createClient(world.db, providerId, theirs, ['APPROVER']),
  ];
  for (const [index, personId] of people.entries()) {
    const caller = await signInAs(world.db, { providerId, personId }, index === 0 ? 'CONSOLE' : 'PORTAL');
    await expect(world.db.app.asPerson(caller, (tx) => reviewView(tx, id))).resolves.toBeNull();
  }
  await expect(staff((tx) => createReview(tx, { tenantId: theirs, period: '2026-Q1' }))).resolves.toEqual({
    __typename: 'NotFound',
    what: 'tenant',
  });
});

it('a list takes one statement, and a review as many for many actions as for few', async () => {
  const counted = async (work: (tx: Tx<PersonScope>) => Promise<unknown>): Promise<readonly string[]> => {
    return staff(async (tx) => {
      statementLog.names = [];
      await work(tx);
      const { names } = statementLog;
      statementLog.names = null;
      return names ?? [];
    });
  };
  expect(await counted((tx) => reviewPage(tx, {}, { first: 2 }))).toEqual(['review-list']);
  expect(await counted((tx) => reviewPage(tx, {}, { first: 20 }))).toEqual(['review-list']);
  const { id } = await draft('2026-Q4');
  const few = await counted((tx) => reviewView(tx, id));
  for (let n = 0; n < 18; n += 1) {
    await staff((tx) => addReviewAction(tx, { reviewId: id, title: { ko: `조치 ${n}`, en: '' }, owner: 'PROVIDER' }));
  }
  expect(await counted((tx) => reviewView(tx, id))).toEqual(few);
});
