import { asClient, statementLog, type Tx } from '@daylight/api-database';
import { newId, type ClientScope } from '@daylight/api-platform';
import {
  createClient,
  createProvider,
  createTenant,
  createTestDatabase,
  signInAs,
  type TestDatabase,
} from '@daylight/api-testing';
import { authorityFor, lentApprovals } from './authority.js';
import { delegateApproval, listDelegations, revokeDelegation, type DelegateApprovalInput } from './delegations.js';

const at = (text: string): number => Date.parse(text);
const TODAY = '2026-06-10';

let db: TestDatabase;
let providerId: string;
let acme: string;
let approver: string;
let coordinator: string;

beforeAll(async () => {
  db = await createTestDatabase();
  ({ providerId } = await createProvider(db, 'North'));
});
beforeEach(async () => {
  db.setNow(at('2026-06-10T03:00:00Z'));
  acme = await createTenant(db, providerId, `T${newId().slice(-6).toUpperCase()}`);
  approver = await createClient(db, providerId, acme, ['APPROVER']);
  coordinator = await createClient(db, providerId, acme, ['COORDINATOR']);
});
afterAll(() => db.close());

async function as<T>(personId: string, work: (tx: Tx<ClientScope>) => Promise<T>): Promise<T> {
  const caller = await signInAs(db, { providerId, personId }, 'PORTAL');
  return db.app.asPerson(caller, (tx) => work(asClient(tx)));
}

const limitOf = (personId: string, limit: number | null) =>
  db.owner('update tenant_membership set approval_limit_minor = $2 where person_id = $1', [personId, limit]);

const lend = (more: Partial<DelegateApprovalInput> = {}) =>
  as(approver, (tx) => delegateApproval(tx, { personId: coordinator, from: TODAY, until: '2026-06-12', ...more }));

async function lentId(more: Partial<DelegateApprovalInput> = {}): Promise<string> {
  const outcome = await lend(more);
  if (outcome.__typename !== 'ApprovalDelegated') throw new Error(JSON.stringify(outcome));
  return outcome.delegation.id;
}

const mayAgree = async (amount = 0, personId = coordinator) =>
  (await as(personId, (tx) => authorityFor(tx, 'contract:agree', amount))).kind;

it('a delegate approves from the first to the last day in the company’s zone, and not a moment longer', async () => {
  await lend({ from: '2026-06-11', until: '2026-06-12' });
  const seen = [];
  for (const moment of [
    '2026-06-10T14:59:59Z',
    '2026-06-10T15:00:00Z',
    '2026-06-12T14:59:59Z',
    '2026-06-12T15:00:00Z',
  ]) {
    db.setNow(at(moment));
    seen.push(await mayAgree());
  }
  expect(seen).toEqual(['NONE', 'ON_BEHALF', 'ON_BEHALF', 'NONE']);
});

it('one that begins today counts at once, and names whom it stands for', async () => {
  await lend();
  await expect(as(coordinator, lentApprovals)).resolves.toMatchObject([
    { delegatorId: approver, limitMinor: null, endsAt: at('2026-06-12T15:00:00Z') },
  ]);
  await expect(as(coordinator, (tx) => authorityFor(tx, 'review:sign', 0))).resolves.toMatchObject({
    kind: 'ON_BEHALF',
    lent: { delegatorId: approver },
  });
});

it('who is lent approvals is to be told, with the last day', async () => {
  const delegationId = await lentId();
  const events = await db.owner(
    `select payload from job where queue = 'outbox' and payload -> 'ids' ->> 'delegationId' = $1`,
    [delegationId],
  );
  const ids = { delegationId, personId: coordinator, delegatorId: approver, from: TODAY, until: '2026-06-12' };
  expect(events).toEqual([{ payload: { topic: 'approval.lent', ids } }]);
});

it('the lower of the delegation’s limit and the delegator’s own holds, as it is on the day', async () => {
  await lend({ limitMinor: 500 });
  expect([await mayAgree(500), await mayAgree(501)]).toEqual(['ON_BEHALF', 'OVER_LIMIT']);
  await limitOf(approver, 100);
  expect([await mayAgree(100), await mayAgree(101)]).toEqual(['ON_BEHALF', 'OVER_LIMIT']);
});

it('an approver whose own limit is too low acts for the one who lent more', async () => {
  const second = await createClient(db, providerId, acme, ['APPROVER']);
  await limitOf(second, 100);
  await lend({ personId: second });
  expect([await mayAgree(100, second), await mayAgree(900, second)]).toEqual(['OWN', 'ON_BEHALF']);
});

it.each<[string, string, readonly unknown[]]>([
  [
    'the delegator is no approver any more',
    `update tenant_membership set roles = '{COORDINATOR}' where person_id = $1`,
    ['approver'],
  ],
  ['the delegator left', `update person set status = 'DEACTIVATED' where person_id = $1`, ['approver']],
  [
    'the delegate may not read contracts any more',
    `update tenant_membership set roles = '{REQUESTER}' where person_id = $1`,
    ['coordinator'],
  ],
])('a delegation gives nothing once %s', async (_, text, [who]) => {
  await lend();
  await db.owner(text, [who === 'approver' ? approver : coordinator]);
  expect(await mayAgree()).toBe('NONE');
});

it('an ended delegation gives nothing; it is ended once, and both acts stand in the trail', async () => {
  const id = await lentId();
  await expect(as(coordinator, (tx) => revokeDelegation(tx, { delegationId: id }))).resolves.toMatchObject({
    __typename: 'DelegationOver',
    delegation: { state: 'ACTIVE', mayRevoke: false },
  });
  const ended = await as(approver, (tx) => revokeDelegation(tx, { delegationId: id }));
  expect(ended).toMatchObject({ __typename: 'ApprovalDelegated', delegation: { state: 'REVOKED', mayRevoke: false } });
  expect(await mayAgree()).toBe('NONE');
  await expect(as(approver, (tx) => revokeDelegation(tx, { delegationId: id }))).resolves.toMatchObject({
    __typename: 'DelegationOver',
  });
  await expect(
    db.owner('select action, actor_person_id from audit_entry where object_id = $1 order by entry_id', [id]),
  ).resolves.toEqual([
    { action: 'approval.delegate', actor_person_id: approver },
    { action: 'approval.revoke', actor_person_id: approver },
  ]);
});

it.each<[string, Partial<DelegateApprovalInput>, string, string]>([
  ['yesterday', { from: '2026-06-09' }, 'from', 'in-the-past'],
  ['an end before the start', { until: '2026-06-09' }, 'until', 'ends-before-start'],
  ['more than 366 days', { until: '2027-06-12' }, 'until', 'delegation-too-long'],
  ['a day that no calendar has', { from: '2026-02-30' }, 'from', 'not-a-date'],
  ['half a cent', { limitMinor: 0.5 }, 'limitMinor', 'limit-not-whole'],
])('%s is refused, and nothing is lent', async (_, more, path, kind) => {
  await expect(lend(more)).resolves.toMatchObject({ __typename: 'InputRefused', problems: [{ path, kind }] });
  await expect(db.owner('select 1 from approval_delegation where tenant_id = $1', [acme])).resolves.toEqual([]);
});

it('366 days are lent; nobody lends more than the own limit, to oneself, or to who can’t read what is signed', async () => {
  await expect(lend({ until: '2027-06-11' })).resolves.toMatchObject({ __typename: 'ApprovalDelegated' });
  await limitOf(approver, 1_000);
  await expect(lend({ limitMinor: 1_001 })).resolves.toMatchObject({ problems: [{ kind: 'limit-above-own' }] });
  await expect(lend({ personId: approver })).resolves.toMatchObject({ problems: [{ kind: 'self-not-possible' }] });
  const requester = await createClient(db, providerId, acme, ['REQUESTER']);
  await expect(lend({ personId: requester })).resolves.toMatchObject({
    problems: [
      {
        path: 'personId',
        kind: 'delegate-can-not-read',
        message: '승인 대상을 볼 수 있는 담당자나 승인권자에게만 위임할 수 있습니다.',
      },
    ],
  });
});

it('somebody of another company is not found, and its delegations are neither seen nor ended', async () => {
  const other = await createTenant(db, providerId, `O${newId().slice(-6).toUpperCase()}`);
  const stranger = await createClient(db, providerId, other, ['APPROVER']);
  await expect(lend({ personId: stranger })).resolves.toMatchObject({ __typename: 'NotFound' });
  const id = await lentId();
  await expect(as(stranger, (tx) => listDelegations(tx, {}))).resolves.toMatchObject({ edges: [] });
  for (const delegationId of [id, newId(), 'x']) {
    await expect(as(stranger, (tx) => revokeDelegation(tx, { delegationId }))).resolves.toMatchObject({
      __typename: 'NotFound',
    });
  }
});

it('the database lets nobody lend what is another’s', async () => {
  const forged = as(coordinator, async ({ rows }) => {
    await rows.query(
      `insert into approval_delegation (provider_id, delegation_id, tenant_id, delegator_id, delegate_id, starts_at, ends_at, created_at)
       values ($1, $2, $3, $4, $5, now(), now() + interval '1 day', now())`,
      [providerId, newId(), acme, approver, coordinator],
    );
  });
  await expect(forged).rejects.toThrow('row-level security');
});

it('pages of delegations follow each other, one statement for 2 and for 20', async () => {
  for (let n = 0; n < 20; n += 1) await lend();
  const counts = [];
  for (const first of [2, 20]) {
    counts.push(
      await as(approver, async (tx) => {
        statementLog.names = [];
        await listDelegations(tx, { first });
        const { length } = statementLog.names;
        statementLog.names = null;
        return length;
      }),
    );
  }
  expect(counts).toEqual([1, 1]);
  const ids = new Set<string>();
  let after: string | null = null;
  for (let page = 0; page < 3; page += 1) {
    const { edges, pageInfo } = await as(approver, (tx) => listDelegations(tx, { first: 7, after }));
    for (const { node } of edges) ids.add(node.id);
    after = pageInfo.endCursor;
  }
  expect(ids.size).toBe(20);
});
