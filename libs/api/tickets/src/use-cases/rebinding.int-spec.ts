import { addContract, termsFor } from '@daylight/api-testing';
import { HOUR, type Terms } from '@daylight/domain';
import { rebinding } from '../queries/rebinding.js';
import { ticketDetail } from '../queries/ticket-detail.js';
import { opened, reply } from '../testing/actions.js';
import { MONDAY, TicketWorld } from '../testing/fixture.js';
import { AnswerRebinding } from './answer-rebinding.js';
import { ChangeService } from './change-service.js';
import { CloseTicket } from './close-ticket.js';
import { MergeTickets } from './merge-tickets.js';
import { ProposeRebinding } from './propose-rebinding.js';
import { ResolveTicket } from './resolve-ticket.js';
import { UnmergeTicket } from './unmerge-ticket.js';

let world: TicketWorld;
let requester: string;
let approver: string;
let stranger: string;
let manager: string;
let agent: string;
/** The version of the first service from April on: twice the time. */
let april: string;
/** The version of the third service. */
let other: string;

function withTwiceTheTime(terms: Terms): Terms {
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
  const { db, providerId, acme: tenantId, services } = world;
  await db.owner(`update contract_scope set valid_to = '2026-04-01' where tenant_id = $1`, [tenantId]);
  const terms = withTwiceTheTime(termsFor(services.slice(0, 2)));
  april = await addContract(db, { providerId, tenantId, services: services.slice(0, 2), terms, from: '2026-04-01' });
  const third = withTwiceTheTime(termsFor(services.slice(2)));
  other = await addContract(db, { providerId, tenantId, services: services.slice(2), terms: third });
  requester = await world.client();
  approver = await world.client(['APPROVER']);
  stranger = await world.client(['APPROVER'], world.beta);
  manager = await world.staff({ role: 'ACCOUNT_MANAGER' });
  agent = await world.staff();
});
afterAll(() => world.db.close());
beforeEach(() => world.clock(0));

const open = (more = {}) => world.asClient(requester, (tx) => opened(tx, world, more));
const detail = (id: string) => world.asStaff(agent, (tx) => ticketDetail(tx, { id }));
const versionOf = async (id: string) => (await detail(id))?.version ?? 0;
const clockOf = async (id: string, kind: string) => (await detail(id))?.clocks.find((clock) => clock.kind === kind);
const askStaff = (ticketId: string, contractVersionId: string | null = null) =>
  world.asStaff(manager, (tx) => rebinding(tx, { ticketId, contractVersionId }));
const askClient = (ticketId: string, contractVersionId: string | null = null) =>
  world.asClient(approver, (tx) => rebinding(tx, { ticketId, contractVersionId }));

/** A P3 incident answered an hour late, resolved and closed. */
async function answeredLate(): Promise<string> {
  const id = await open();
  world.clock(2.5);
  await world.asStaff(agent, (tx) => reply(tx, id));
  await world.asStaff(agent, (tx) =>
    new ResolveTicket().run(tx, { ticketId: id, expectedVersion: null, code: 'FIXED' }),
  );
  world.clock(3);
  await world.asClient(requester, (tx) => new CloseTicket().run(tx, { ticketId: id, expectedVersion: null }));
  return id;
}

async function proposed(id: string): Promise<string> {
  const preview = (await askStaff(id, april))?.preview;
  const outcome = await world.asStaff(manager, async (tx) =>
    new ProposeRebinding().run(tx, {
      ...{ ticketId: id, contractVersionId: april, reason: '4월 개정본 기준으로 합의' },
      ...{ changesDigest: preview?.changesDigest ?? '', expectedVersion: null },
    }),
  );
  expect(outcome.kind).toBe('changed');
  return (await askClient(id))?.proposal?.id ?? '';
}

const facts = (id: string) =>
  world.db.owner<Record<string, unknown>>(
    `select c.kind, c.verdict, v.version_id = $2 as april from ticket_clock c
     join contract_version v on v.version_id = c.contract_version_id where c.ticket_id = $1 order by c.kind`,
    [id, april],
  );

describe('judging a ticket by another version (D-CON-1)', () => {
  it('is offered among the versions that cover its service, and shows what it would change', async () => {
    const id = await answeredLate();
    world.clock(48);
    const seen = await askStaff(id, april);
    expect(seen?.choices).toMatchObject([
      { bound: true, inForceAtOpening: true },
      { contractVersionId: april, bound: false, inForceAtOpening: false },
    ]);
    expect(seen?.preview?.changes).toMatchObject([
      {
        clock: 'FIRST_RESPONSE',
        before: { verdict: 'MISSED' },
        after: { verdict: 'MET', verdictAt: MONDAY + 2.5 * HOUR },
      },
    ]);
    expect(await askStaff(id, other)).toBeNull();
    expect((await detail(id))?.clocks.find(({ kind }) => kind === 'FIRST_RESPONSE')).toMatchObject({
      verdict: 'MISSED',
    });
  });

  it('takes the consent of the other side, given to what was shown, and keeps both and the list', async () => {
    const id = await answeredLate();
    world.clock(48);
    const proposalId = await proposed(id);
    const shown = await askClient(id);
    expect(shown).toMatchObject({ reason: '4월 개정본 기준으로 합의', proposal: { side: 'PROVIDER', mayAgree: true } });
    const answer = { ticketId: id, proposalId, agree: true, changesDigest: shown?.preview?.changesDigest ?? '' };
    const version = await versionOf(id);
    const own = await world.asStaff(manager, (tx) =>
      new AnswerRebinding().run(tx, { ...answer, expectedVersion: version }),
    );
    expect(own).toMatchObject({ kind: 'refused', problem: { kind: 'PROPOSAL_OF_OWN_SIDE' } });
    const other = await world.asClient(approver, (tx) =>
      new AnswerRebinding().run(tx, { ...answer, changesDigest: 'another', expectedVersion: version }),
    );
    expect(other).toMatchObject({ kind: 'invalid', faults: [{ kind: 'VERDICTS_MOVED' }] });
    const agreed = await world.asClient(approver, (tx) =>
      new AnswerRebinding().run(tx, { ...answer, expectedVersion: version }),
    );
    expect(agreed.kind).toBe('changed');
    const [event] = await world.db.owner<{ data: object; actor_person_id: string }>(
      `select data, actor_person_id from ticket_event where ticket_id = $1 and kind = 'REBOUND'`,
      [id],
    );
    expect(event).toMatchObject({
      actor_person_id: approver,
      data: { proposedBy: { side: 'PROVIDER', userId: manager }, changesDigest: answer.changesDigest },
    });
    const [audit] = await world.db.owner(
      `select after from audit_entry where object_id = $1 and action = 'ticket.answer-rebinding'`,
      [id],
    );
    expect(audit).toMatchObject({
      after: { contractVersionId: april, changes: [{ clock: 'FIRST_RESPONSE', after: { verdict: 'MET' } }] },
    });
  });

  it('changes verdicts, their rows and what figures count, and says so to both', async () => {
    const id = await answeredLate();
    const missed = () =>
      world.db.owner<{ n: string }>(
        `select coalesce(sum(n), 0) as n from kpi_rollup where tenant_id = $1 and measure = 'MISSED' and clock = 'FIRST_RESPONSE'`,
        [world.acme],
      );
    const [before] = await missed();
    world.clock(48);
    const proposalId = await proposed(id);
    const changesDigest = (await askClient(id))?.preview?.changesDigest ?? '';
    await world.asClient(approver, (tx) =>
      new AnswerRebinding().run(tx, { ticketId: id, proposalId, agree: true, changesDigest, expectedVersion: null }),
    );
    expect(await clockOf(id, 'FIRST_RESPONSE')).toMatchObject({ verdict: 'MET', verdictAt: MONDAY + 2.5 * HOUR });
    expect((await facts(id)).map((row) => Object.values(row))).toEqual([
      ['FIRST_RESPONSE', 'MET', true],
      ['RESOLUTION', 'MET', true],
      ['RESTORE', 'MET', true],
    ]);
    expect(Number((await missed())[0]?.n)).toBe(Number(before?.n) - 1);
    const seen = await world.asClient(approver, (tx) => ticketDetail(tx, { id }));
    expect(seen?.contractVersionId).toBe(april);
    expect(seen?.timeline.at(-1)?.sentence).toContain('계약 개정본 제1차 기준으로');
  });

  it('can be declined and taken back, and nothing is judged otherwise', async () => {
    const id = await answeredLate();
    const proposalId = await proposed(id);
    const no = { ticketId: id, proposalId, agree: false, changesDigest: null, expectedVersion: null };
    await world.asClient(approver, (tx) => new AnswerRebinding().run(tx, no));
    expect((await askClient(id))?.proposal).toBeNull();
    expect(await clockOf(id, 'FIRST_RESPONSE')).toMatchObject({ verdict: 'MISSED' });
    const again = await proposed(id);
    await world.asStaff(manager, (tx) => new AnswerRebinding().run(tx, { ...no, proposalId: again }));
    expect((await askClient(id))?.proposal).toBeNull();
  });

  it('needs a reason, a version of this client’s contract, and the list that was shown', async () => {
    const id = await answeredLate();
    const changesDigest = (await askStaff(id, april))?.preview?.changesDigest ?? '';
    const wish = { ticketId: id, contractVersionId: april, reason: 'x', changesDigest, expectedVersion: null };
    const ask = (more: object) => world.asStaff(manager, (tx) => new ProposeRebinding().run(tx, { ...wish, ...more }));
    expect(await ask({ reason: ' ' })).toMatchObject({ faults: [{ path: 'reason', kind: 'REQUIRED' }] });
    expect(await ask({ contractVersionId: other })).toMatchObject({ faults: [{ kind: 'UNKNOWN_VERSION' }] });
    expect(await ask({ changesDigest: '' })).toMatchObject({ faults: [{ kind: 'VERDICTS_MOVED' }] });
  });

  it('is none of another client’s business', async () => {
    const id = await answeredLate();
    expect(
      await world.asClient(stranger, (tx) => rebinding(tx, { ticketId: id, contractVersionId: april })),
    ).toBeNull();
    const wish = { ticketId: id, contractVersionId: april, reason: 'x', changesDigest: '', expectedVersion: null };
    expect(await world.asClient(stranger, (tx) => new ProposeRebinding().run(tx, wish))).toMatchObject({
      kind: 'not-found',
    });
  });
});

describe('a change of service', () => {
  const move = (ticketId: string, serviceItemId: string) =>
    world.asStaff(agent, (tx) => new ChangeService().run(tx, { ticketId, serviceItemId, expectedVersion: null }));

  it('leaves what was judged, and judges the rest by the version of the new service (D-CON-1)', async () => {
    const id = await open();
    world.clock(2.5);
    await move(id, world.services[2]);
    expect(await clockOf(id, 'FIRST_RESPONSE')).toMatchObject({ verdict: 'MISSED', verdictAt: MONDAY + 1.5 * HOUR });
    expect(await clockOf(id, 'RESOLUTION')).toMatchObject({ dueAt: MONDAY + 48 * HOUR });
    const rows = await world.db.owner(
      `select c.kind, c.contract_version_id = $2 as of_the_new from ticket_clock c where c.ticket_id = $1 order by c.kind`,
      [id, other],
    );
    expect(rows).toEqual([
      { kind: 'FIRST_RESPONSE', of_the_new: false },
      { kind: 'RESOLUTION', of_the_new: true },
      { kind: 'RESTORE', of_the_new: true },
    ]);
  });

  it('there and back again binds to the version it had, though another is in force by now', async () => {
    const id = await open();
    const before = (await detail(id))?.contractVersionId;
    world.clock(24 * 40);
    await move(id, world.services[2]);
    await move(id, world.services[0]);
    expect((await detail(id))?.contractVersionId).toBe(before);
  });
});

describe('a merge undone (D-SLA-7)', () => {
  it('both tickets go on, and the clocks as if nothing had been', async () => {
    const survivorId = await open();
    world.clock(1);
    const duplicateId = await open();
    world.clock(1.25);
    const merge = { duplicateId, survivorId, expectedVersion: 1 };
    await world.asStaff(agent, (tx) => new MergeTickets().run(tx, merge));
    expect(await clockOf(duplicateId, 'RESOLUTION')).toMatchObject({ state: 'CANCELLED' });
    world.clock(5);
    const stale = await world.asStaff(agent, (tx) =>
      new UnmergeTicket().run(tx, { ticketId: duplicateId, expectedVersion: 1 }),
    );
    expect(stale.kind).toBe('conflict');
    const apart = await world.asStaff(agent, (tx) =>
      new UnmergeTicket().run(tx, { ticketId: duplicateId, expectedVersion: 2 }),
    );
    expect(apart).toEqual({ kind: 'changed', ticketId: duplicateId });
    world.clock(5.1);
    expect(await detail(duplicateId)).toMatchObject({ status: 'OPEN', mergedInto: null });
    expect(await clockOf(duplicateId, 'RESOLUTION')).toMatchObject({ state: 'RUNNING', dueAt: MONDAY + 25 * HOUR });
    expect(await clockOf(duplicateId, 'FIRST_RESPONSE')).toMatchObject({ breachedAt: MONDAY + 5 * HOUR });
    expect((await detail(survivorId))?.timeline.at(-1)?.sentence).toMatch(/ACME-\d+ 티켓의 병합을 취소했습니다/);
    const again = await world.asStaff(agent, (tx) =>
      new UnmergeTicket().run(tx, { ticketId: duplicateId, expectedVersion: null }),
    );
    expect(again).toMatchObject({ kind: 'refused', problem: { kind: 'NOT_MERGED' } });
  });
});
