import { addContract, termsFor } from '@daylight/api-testing';
import {
  AnswerRebinding,
  changeTicket,
  opened,
  ProposeRebinding,
  rebinding,
  reply,
  TicketWorld,
} from '@daylight/api-tickets/testing';
import type { Terms } from '@daylight/domain';
import { reviewView } from '../queries/review-view.js';
import { verifyReview } from '../queries/verify-review.js';
import { createReview } from '../use-cases/create-review.js';
import { publishReview } from '../use-cases/publish-review.js';
import { amendPublished } from './amend-published.js';

const TZ = '2026a';
/** Hours from Monday, 2 March 2026, 10:00 in Seoul. */
const END_OF_MARCH = 28 * 24;
const APRIL = 31 * 24;

let world: TicketWorld;
let manager: string;
let approver: string;
let requester: string;
/** The version from April on: twice the time. */
let april: string;
let late: string;
let secret: string;
let early: string;
let reviewId: string;

function twice(terms: Terms): Terms {
  const policies = terms.policies.map((policy) => ({
    ...policy,
    targets: policy.targets.map((target) => ({
      ...target,
      amount:
        target.amount.unit === 'MINUTES' ? { ...target.amount, minutes: target.amount.minutes * 2 } : target.amount,
    })),
  }));
  return { ...terms, policies };
}

beforeAll(async () => {
  world = await TicketWorld.create();
  const { db, providerId, acme: tenantId } = world;
  const services = world.services.slice(0, 2);
  await db.owner(`update contract_scope set valid_to = '2026-04-01' where tenant_id = $1`, [tenantId]);
  april = await addContract(db, {
    providerId,
    tenantId,
    services,
    terms: twice(termsFor(services)),
    from: '2026-04-01',
  });
  manager = await world.staff({ role: 'ACCOUNT_MANAGER' });
  approver = await world.client(['APPROVER']);
  requester = await world.client();
  world.clock(0);
  late = await world.asClient(requester, (tx) => opened(tx, world));
  secret = await world.asClient(requester, (tx) => opened(tx, world));
  // Promised within 90 minutes, within 180 from April on.
  world.clock(2.5);
  for (const id of [late, secret]) await world.asStaff(manager, (tx) => reply(tx, id, { thenResolve: 'FIXED' }));
  world.clock(END_OF_MARCH);
  early = await world.asClient(requester, (tx) => opened(tx, world));
  world.clock(END_OF_MARCH + 0.5);
  await world.asStaff(manager, (tx) => reply(tx, early, { thenResolve: 'FIXED' }));
  world.clock(APRIL);
  reviewId = await world.asStaff(manager, async (tx) => {
    const made = await createReview(tx, { tenantId, period: '2026-Q1' });
    if (made.__typename !== 'ReviewChanged') throw new Error(made.__typename);
    const { id, version } = made.review;
    await publishReview(tx, { reviewId: id, expectedVersion: version }, TZ);
    return id;
  });
});
afterAll(() => world.db.close());

/** Both parties agree to judge a ticket by the version of April. */
async function rebind(ticketId: string): Promise<void> {
  const changesDigest = await world.asStaff(manager, async (tx) => {
    const digest = (await rebinding(tx, { ticketId, contractVersionId: april }))?.preview?.changesDigest ?? '';
    const wish = { ticketId, contractVersionId: april, reason: '4월 개정본 합의', changesDigest: digest };
    expect((await new ProposeRebinding().run(tx, { ...wish, expectedVersion: null })).kind).toBe('changed');
    return digest;
  });
  const proposalId = await world.asClient(
    approver,
    async (tx) => (await rebinding(tx, { ticketId, contractVersionId: null }))?.proposal?.id ?? '',
  );
  const answer = { ticketId, proposalId, agree: true, changesDigest, expectedVersion: null };
  expect((await world.asClient(approver, (tx) => new AnswerRebinding().run(tx, answer))).kind).toBe('changed');
}

const happens = (topic: string, ticketId: string) =>
  world.asSystem((tx) => amendPublished(tx, { id: 'event', topic, tenantId: world.acme, ids: { ticketId } }));
const addenda = async () => (await world.asStaff(manager, (tx) => reviewView(tx, reviewId)))?.addenda ?? [];
const said = async () => (await addenda()).map(({ body }) => body.ko);
const verified = () => world.asStaff(manager, (tx) => verifyReview(tx, reviewId, TZ));

it('an event that changes no verdict of a published period adds nothing', async () => {
  await happens('ticket.closed', late);
  await expect(said()).resolves.toEqual([]);
});

it('an agreement that changes a published verdict is named once, by nobody’s hand; the figures still verify', async () => {
  world.clock(APRIL + 1);
  await rebind(late);
  await happens('ticket.rebound', late);
  await happens('ticket.rebound', late);
  await expect(addenda()).resolves.toMatchObject([
    {
      author: null,
      body: {
        ko: 'ACME-1 최초 응답: 양측이 다른 계약 개정본을 적용하기로 합의하여 판정이 ‘미준수’에서 ‘준수’(으)로 변경되었습니다. 발행된 수치는 그대로 유지됩니다.',
        en: 'ACME-1, First response: missed before, met now. Both parties agreed to judge it by another version of the contract. The published figures stand.',
      },
    },
  ]);
  await expect(verified()).resolves.toMatchObject({ same: true, differences: [] });
  const told = await world.db.owner<{ ids: object }>(
    `select payload -> 'ids' as ids from job where queue = 'outbox' and payload ->> 'topic' = 'review.amended'`,
  );
  expect(told).toEqual([{ ids: expect.objectContaining({ reviewId, period: '2026-Q1' }) }]);
});

it('a confidential ticket is not named', async () => {
  await rebind(secret);
  const hide = { kind: 'SET_CONFIDENTIAL', confidential: true } as const;
  await world.asStaff(manager, (tx) =>
    changeTicket(tx, { ticketId: secret, expectedVersion: null }, () => ({ commands: [hide] })),
  );
  await happens('ticket.rebound', secret);
  expect((await said()).at(-1)).toMatch(/^비공개 문의 최초 응답: /);
});

it('what was met in the period and is missed after reopening is named when it is missed, not before (D-SLA-6)', async () => {
  world.clock(APRIL + 2);
  const known = (await said()).length;
  await world.asClient(requester, (tx) =>
    changeTicket(tx, { ticketId: early, expectedVersion: null }, () => ({ commands: [{ kind: 'REOPEN' }] })),
  );
  await happens('ticket.closed', early);
  await expect(said()).resolves.toHaveLength(known);
  world.clock(APRIL + 24 * 30);
  await happens('clock.breached', early);
  expect((await said()).slice(known)).toContain(
    'ACME-3 해결: 재접수 후 다시 판정되어 판정이 ‘준수’에서 ‘미준수’(으)로 변경되었습니다. 발행된 수치는 그대로 유지됩니다.',
  );
  await expect(verified()).resolves.toMatchObject({ same: true });
});

it('another client’s review knows nothing of it', async () => {
  const event = { id: 'event', topic: 'ticket.rebound', tenantId: world.beta, ids: { ticketId: late } };
  const known = await said();
  await world.asSystem((tx) => amendPublished(tx, event), world.beta);
  await expect(said()).resolves.toEqual(known);
});
