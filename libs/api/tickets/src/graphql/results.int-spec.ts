import { statementLog } from '@daylight/api-database';
import { opened, reply } from '../testing/actions.js';
import { TicketWorld } from '../testing/fixture.js';
import { infoOf } from '../testing/info.js';
import { ClaimTicket } from '../use-cases/claim-ticket.js';
import { MergeTickets } from '../use-cases/merge-tickets.js';
import { OpenTicketInPortal } from '../use-cases/open-ticket-in-portal.js';
import { SetPriority } from '../use-cases/set-priority.js';
import { changeResult, openResult } from './results.js';

const WHOLE = infoOf('mutation { x { ... on TicketChanged { ticket { timeline { seq } messages { id } } } } }');

let world: TicketWorld;
let requester: string;
let agent: string;
beforeAll(async () => {
  world = await TicketWorld.create();
  requester = await world.client();
  agent = await world.staff({ name: '김서준' });
});
afterAll(() => world.db.close());

const open = () => world.asClient(requester, (tx) => opened(tx, world));

it('a change answers with the ticket as it is now', async () => {
  const id = await open();
  const result = await world.asStaff(agent, async (tx) =>
    changeResult(tx, WHOLE, await reply(tx, id, { body: '확인 중' })),
  );
  expect(result).toMatchObject({
    __typename: 'TicketChanged',
    ticket: { id, version: 2, messages: [{ body: '확인 중' }] },
  });
});

it('a stale change answers with both versions and with what happened since, and by whom', async () => {
  const id = await open();
  const target = { ticketId: id, expectedVersion: 1 };
  await world.asStaff(agent, (tx) => new ClaimTicket().run(tx, target));
  const result = await world.asStaff(agent, async (tx) =>
    changeResult(tx, WHOLE, await new ClaimTicket().run(tx, target)),
  );
  expect(result).toMatchObject({
    ...{ __typename: 'TicketConflict', yours: 1, current: { version: 2 } },
    since: [{ kind: 'ASSIGNED', sentence: '담당자: 김서준', actor: { displayName: '김서준' } }],
  });
});

it('a refusal names the input at fault as the input has it, in the reader’s language', async () => {
  const id = await open();
  const lower = { ticketId: id, expectedVersion: 1, priority: 'P5', cause: 'CIRCUMSTANCES', reason: null } as const;
  const result = await world.asStaff(agent, async (tx) =>
    changeResult(tx, WHOLE, await new SetPriority().run(tx, lower)),
  );
  expect(result).toMatchObject({
    __typename: 'TicketRefused',
    problem: {
      ...{ kind: 'REASON_NEEDED', field: 'reason' },
      message: '우선순위를 낮추려면(P3 → P5) 고객사가 볼 수 있는 사유가 필요합니다.',
    },
    goOnAt: null,
  });
});

it('who writes to a merged ticket is told where to go on', async () => {
  const [duplicateId, survivorId] = [await open(), await open()];
  await world.asStaff(agent, (tx) => new MergeTickets().run(tx, { duplicateId, survivorId, expectedVersion: 1 }));
  const result = await world.asClient(requester, async (tx) => changeResult(tx, WHOLE, await reply(tx, duplicateId)));
  expect(result).toMatchObject({
    __typename: 'TicketRefused',
    goOnAt: { id: survivorId, key: expect.stringMatching(/^ACME-\d+$/) },
  });
});

it('faults and what is not found are told in the same shape by every mutation', async () => {
  const results = await world.asStaff(agent, async (tx) => [
    await changeResult(tx, WHOLE, await reply(tx, 'nothing')),
    await openResult(tx, WHOLE, { kind: 'invalid', faults: [{ path: 'subject', kind: 'REQUIRED' }] }),
  ]);
  expect(results).toEqual([
    { __typename: 'NotFound', what: 'ticket' },
    {
      __typename: 'InputRefused',
      problems: [{ path: 'subject', kind: 'REQUIRED', message: '내용을 입력해 주십시오.' }],
    },
  ]);
});

it('whoever asks for nothing but the name of a new ticket is told it, and whoever asks for more the same name', async () => {
  const ask = { type: 'INCIDENT', impact: 2, urgency: 2, subject: '메일이 안 옵니다', description: '' } as const;
  const input = { ...ask, serviceItemId: world.services[0] };
  const names = infoOf('mutation { x { ... on TicketOpened { ticket { id key __typename } } } }');
  await world.asClient(requester, async (tx) => {
    const outcome = await new OpenTicketInPortal().run(tx, input);
    statementLog.names = [];
    const told = await openResult(tx, names, outcome);
    expect(statementLog.names).toEqual([]);
    statementLog.names = null;
    const whole = await openResult(tx, WHOLE, outcome);
    expect(Object.keys('ticket' in told ? told.ticket : {})).toEqual(['id', 'key']);
    expect(whole).toMatchObject(told);
  });
});
