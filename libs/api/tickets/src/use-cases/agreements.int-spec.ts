import { DAY, HOUR, type TicketProblem } from '@daylight/domain';
import { statement } from '@daylight/api-database';
import { ticketDetail } from '../queries/ticket-detail.js';
import { opened, reply } from '../testing/actions.js';
import { MONDAY, TicketWorld } from '../testing/fixture.js';
import { AnswerProposal } from './answer-proposal.js';
import { ContestWaiting } from './contest-waiting.js';
import { GiveNotice } from './give-notice.js';
import { MarkNoAction } from './mark-no-action.js';
import { MoveDate } from './move-date.js';
import type { ChangeOutcome } from './outcome.js';
import { Propose } from './propose.js';
import { ResolveTicket } from './resolve-ticket.js';
import { SetPersonalData } from './set-personal-data.js';
import { SettleContest } from './settle-contest.js';

let world: TicketWorld;
let client: string;
let agent: string;
let stranger: string;
beforeAll(async () => {
  world = await TicketWorld.create();
  client = await world.client(['COORDINATOR']);
  stranger = await world.client(['COORDINATOR'], world.beta);
  agent = await world.staff({ name: '김서준' });
});
afterAll(() => world.db.close());
beforeEach(() => world.clock(0));

const open = (more = {}) => world.asClient(client, (tx) => opened(tx, world, more));
const seenByStaff = (id: string) => world.asStaff(agent, (tx) => ticketDetail(tx, { id }));
const seenByClient = (id: string) => world.asClient(client, (tx) => ticketDetail(tx, { id }));
const on = (ticketId: string) => ({ ticketId, expectedVersion: null });
const problemOf = (outcome: ChangeOutcome): TicketProblem | null =>
  outcome.kind === 'refused' ? outcome.problem : null;
const clockOf = async (id: string, kind: string) =>
  (await seenByStaff(id))?.clocks.find((clock) => clock.kind === kind);
const wish = (dueAt: number, reason: string | null = null) => ({ wanted: { kind: 'DATE', dueAt } as const, reason });

describe('an agreed date (D-SLA-12)', () => {
  it('is the client’s first wish, shown to both with who wished it and why', async () => {
    const id = await open({ type: 'SERVICE_REQUEST' });
    const dueAt = MONDAY + 3 * DAY;
    await world.asClient(client, (tx) => new Propose().run(tx, { ...on(id), ...wish(dueAt, '감사 준비') }));
    expect((await seenByStaff(id))?.agreedDate).toEqual({ dueAt, cause: 'REQUESTED' });
    expect((await seenByClient(id))?.timeline.at(-1)?.sentence).toBe(
      '완료 희망일을 요청했습니다: 2026년 3월 5일(목) 10:00(Asia/Seoul) 사유: 감사 준비',
    );
    expect(await clockOf(id, 'AGREED_DATE')).toMatchObject({ state: 'RUNNING', dueAt, targetAmount: 3 * 24 * 60 });
  });

  it('moves when the other side agrees, and only the other side may', async () => {
    const id = await open({ type: 'CHANGE' });
    await world.asClient(client, (tx) => new Propose().run(tx, { ...on(id), ...wish(MONDAY + DAY) }));
    await world.asStaff(agent, (tx) => new Propose().run(tx, { ...on(id), ...wish(MONDAY + 5 * DAY) }));
    const [proposal] = (await seenByClient(id))?.proposals ?? [];
    expect(proposal).toMatchObject({ kind: 'DATE', dueAt: MONDAY + 5 * DAY, mayAgree: true, mayWithdraw: false });
    const agree = { ...on(id), proposalId: proposal?.id ?? '', agree: true, offer: 'DATE' } as const;
    const own = await world.asStaff(agent, (tx) => new AnswerProposal().run(tx, agree));
    expect(problemOf(own)?.kind).toBe('PROPOSAL_OF_OWN_SIDE');
    const other = await world.asClient(client, (tx) => new AnswerProposal().run(tx, { ...agree, offer: 'REBINDING' }));
    expect(problemOf(other)?.kind).toBe('PROPOSAL_UNKNOWN');
    await world.asClient(client, (tx) => new AnswerProposal().run(tx, agree));
    expect(await seenByStaff(id)).toMatchObject({ agreedDate: { cause: 'AGREED' }, proposals: [] });
    expect(await clockOf(id, 'AGREED_DATE')).toMatchObject({ state: 'RUNNING', dueAt: MONDAY + 5 * DAY });
  });

  it('moved by the provider alone is a miss that counts, and the audit says who', async () => {
    const id = await open({ type: 'SERVICE_REQUEST' });
    await world.asClient(client, (tx) => new Propose().run(tx, { ...on(id), ...wish(MONDAY + DAY) }));
    world.clock(2);
    const later = { ...on(id), dueAt: MONDAY + 9 * DAY, consentRecorded: false };
    const bare = await world.asStaff(agent, (tx) => new MoveDate().run(tx, { ...later, reason: ' ' }));
    expect(problemOf(bare)?.kind).toBe('MOVE_NEEDS_REASON');
    await world.asStaff(agent, (tx) => new MoveDate().run(tx, { ...later, reason: '장비 납품 지연' }));
    expect(await clockOf(id, 'AGREED_DATE')).toMatchObject({
      state: 'BREACHED',
      verdict: 'MISSED',
      verdictAt: MONDAY + 2 * HOUR,
    });
    const rows = await world.asStaff(agent, (tx) =>
      tx.query(
        statement<{ verdict: string }>(
          'test-agreed-clock',
          "select verdict from ticket_clock where provider_id = $1 and ticket_id = $2 and kind = 'AGREED_DATE'",
        ),
        [world.providerId, id],
      ),
    );
    expect(rows).toEqual([{ verdict: 'MISSED' }]);
  });

  it('is none of another client’s business', async () => {
    const id = await open({ type: 'SERVICE_REQUEST' });
    const outcome = await world.asClient(stranger, (tx) => new Propose().run(tx, { ...on(id), ...wish(MONDAY + DAY) }));
    expect(outcome).toEqual({ kind: 'not-found', what: 'ticket' });
  });
});

it('contested waiting shows both figures to both sides until it is settled (D-SLA-4)', async () => {
  const id = await open();
  world.clock(1);
  await world.asStaff(agent, (tx) => reply(tx, id, { question: true, thenWait: 'CLIENT_ANSWER' }));
  world.clock(5);
  await world.asClient(client, (tx) => reply(tx, id));
  const [wait] = (await seenByClient(id))?.waits ?? [];
  const waitingSeq = wait?.seq ?? 0;
  expect(wait).toMatchObject({
    from: MONDAY + HOUR,
    to: MONDAY + 5 * HOUR,
    contest: 'NONE',
    reason: { ko: '고객 회신 대기' },
  });
  const contest = { ...on(id), waitingSeq };
  const bare = await world.asClient(client, (tx) => new ContestWaiting().run(tx, { ...contest, reason: '' }));
  expect(problemOf(bare)?.kind).toBe('CONTEST_NEEDS_REASON');
  await world.asClient(client, (tx) =>
    new ContestWaiting().run(tx, { ...contest, reason: '이미 알려 드린 내용입니다.' }),
  );
  for (const seen of [await seenByClient(id), await seenByStaff(id)]) {
    const clock = seen?.clocks.find(({ kind }) => kind === 'RESOLUTION');
    expect(clock).toMatchObject({
      dueAt: MONDAY + 28 * HOUR,
      usedSeconds: 3600,
      ifConceded: { dueAt: MONDAY + 24 * HOUR, usedSeconds: 5 * 3600 },
    });
    expect(seen?.waits[0]?.contest).toBe('OPEN');
  }
  const contested = () =>
    world.db.owner<{ kind: string }>('select kind from ticket_clock where ticket_id = $1 and contested order by kind', [
      id,
    ]);
  expect(await contested()).toEqual([{ kind: 'RESOLUTION' }, { kind: 'RESTORE' }]);
  await world.asStaff(agent, (tx) => new SettleContest().run(tx, contest));
  expect(await contested()).toEqual([]);
  expect(await clockOf(id, 'RESOLUTION')).toMatchObject({
    dueAt: MONDAY + 24 * HOUR,
    usedSeconds: 5 * 3600,
    ifConceded: null,
  });
  const again = await world.asClient(client, (tx) => new SettleContest().run(tx, contest));
  expect(problemOf(again)?.kind).toBe('WAIT_NOT_CONTESTED');
});

it('a mere thank-you is put right by staff, and the client’s next word reopens again', async () => {
  const id = await open();
  await world.asStaff(agent, (tx) => new ResolveTicket().run(tx, { ...on(id), code: 'FIXED' }));
  world.clock(2);
  await world.asClient(client, (tx) => reply(tx, id, { body: '감사합니다.' }));
  const reopened = await seenByStaff(id);
  const messageId = reopened?.reopenedByMessageId ?? '';
  expect(reopened?.status).toBe('OPEN');
  expect(reopened?.actions).toContain('markNoAction');
  world.clock(3);
  await world.asStaff(agent, (tx) => new MarkNoAction().run(tx, { ticketId: id, messageId }));
  expect(await seenByStaff(id)).toMatchObject({
    status: 'RESOLVED',
    resolvedAt: MONDAY,
    reopenCount: 1,
    reopenedByMessageId: null,
  });
  expect(await clockOf(id, 'RESOLUTION')).toMatchObject({ state: 'MET', metAt: MONDAY, usedSeconds: 0 });
  const twice = await world.asStaff(agent, (tx) => new MarkNoAction().run(tx, { ticketId: id, messageId }));
  expect(problemOf(twice)?.kind).toBe('NOT_ALLOWED_IN_STATUS');
  await world.asClient(client, (tx) => reply(tx, id, { body: '아직 안 됩니다.' }));
  expect((await seenByStaff(id))?.status).toBe('OPEN');
});

describe('what law asks for after a security incident', () => {
  it('stands beside the contract’s clocks, grows with a leak, and is met by a notice', async () => {
    const id = await open({ type: 'SECURITY_INCIDENT' });
    const duties = async () =>
      (await seenByClient(id))?.statutoryNotices.map(({ dutyId, state, dueAt }) => [dutyId, state, dueAt]);
    expect(await duties()).toEqual([['REPORT_INTRUSION', 'RUNNING', MONDAY + DAY]]);
    expect((await seenByClient(id))?.statutoryNotices[0]).toMatchObject({
      sentence:
        '과학기술정보통신부·한국인터넷진흥원 최초 신고: 2026년 3월 3일(화) 10:00(Asia/Seoul)까지 이행해야 합니다.',
      counsel: '법적 의무 여부와 기한은 법률 자문을 통해 확인하시기 바랍니다.',
    });
    world.clock(2);
    await world.asStaff(agent, (tx) => new SetPersonalData().run(tx, { ...on(id), affected: true, awareAt: null }));
    expect(await duties()).toEqual([
      ['REPORT_INTRUSION', 'RUNNING', MONDAY + DAY],
      ['TELL_CONTROLLER', 'RUNNING', MONDAY + 2 * HOUR],
      ['NOTIFY_DATA_SUBJECTS', 'RUNNING', MONDAY + 74 * HOUR],
      ['REPORT_LEAK', 'RUNNING', MONDAY + 74 * HOUR],
    ]);
    const give = { ...on(id), templateId: 'KR_INTRUSION', dutyId: 'REPORT_INTRUSION', givenAt: MONDAY + HOUR };
    await world.asClient(client, (tx) => new GiveNotice().run(tx, give));
    expect((await duties())?.[0]).toEqual(['REPORT_INTRUSION', 'MET', MONDAY + DAY]);
  });

  it('other tickets owe none', async () => {
    const id = await open();
    expect((await seenByStaff(id))?.statutoryNotices).toEqual([]);
    const leak = await world.asStaff(agent, (tx) =>
      new SetPersonalData().run(tx, { ...on(id), affected: true, awareAt: null }),
    );
    expect(problemOf(leak)?.kind).toBe('NOT_A_SECURITY_INCIDENT');
  });
});

it('what the matrix doesn’t make the client accountable for is not proposed (D-SLA-8)', async () => {
  const id = await open();
  const wanted = { kind: 'CLIENT_ACCOUNTABLE', activity: 99 } as const;
  const outcome = await world.asStaff(agent, (tx) => new Propose().run(tx, { ...on(id), wanted, reason: null }));
  expect(outcome).toEqual({ kind: 'invalid', faults: [{ path: 'activity', kind: 'OUT_OF_RANGE' }] });
});
