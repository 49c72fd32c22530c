import { opened, reply } from '../testing/actions.js';
import { TicketWorld } from '../testing/fixture.js';
import { WithdrawMessage } from '../use-cases/withdraw-message.js';
import { searchTickets } from './search-tickets.js';
import { ticketDetail } from './ticket-detail.js';

let world: TicketWorld;
let requester: string;
let other: string;
let agent: string;
let ids: { readonly vpn: string; readonly backup: string; readonly theirs: string };
beforeAll(async () => {
  world = await TicketWorld.create();
  requester = await world.client();
  other = await world.client(['COORDINATOR'], world.beta);
  agent = await world.staff({ name: '김서준' });
  ids = {
    vpn: await world.asClient(requester, (tx) =>
      opened(tx, world, { subject: 'VPN 접속이 자주 끊깁니다', description: '재택근무 중' }),
    ),
    backup: await world.asClient(requester, (tx) =>
      opened(tx, world, { subject: '야간백업실패 알림', description: 'DB01 확인 요청' }),
    ),
    theirs: await world.asClient(other, (tx) => opened(tx, world, { tenantId: world.beta, subject: '백업 문의' })),
  };
  await world.asStaff(agent, (tx) => reply(tx, ids.vpn, { body: '방화벽 정책을 점검했습니다.' }));
  await world.asStaff(agent, (tx) =>
    reply(tx, ids.vpn, { body: '장비교체 견적은 내부 검토 중', visibility: 'INTERNAL' }),
  );
});
afterAll(() => world.db.close());

const staffFinds = async (text: string) =>
  (await world.asStaff(agent, (tx) => searchTickets(tx, { text }))).map(({ id }) => id);
const clientFinds = async (text: string) =>
  (await world.asClient(requester, (tx) => searchTickets(tx, { text }))).map(({ id }) => id);

it.each([
  ['a two-syllable word inside a longer one', '백업', () => [ids.theirs, ids.backup]],
  ['a word of a message', '방화벽', () => [ids.vpn]],
  ['two words that stand apart', '알림 db01', () => [ids.backup]],
  ['Latin letters whatever their case', 'vpn', () => [ids.vpn]],
  ['a piece in the middle of a word', '업실', () => [ids.backup]],
  ['a single syllable', '끊', () => [ids.vpn]],
  ['an internal note', '장비교체', () => [ids.vpn]],
])('staff find a ticket by %s', async (_sentence, text, expected) => {
  expect([...(await staffFinds(text))].sort()).toEqual([...expected()].sort());
});

it('a client finds the own tickets only, and nothing by internal notes', async () => {
  await expect(clientFinds('백업')).resolves.toEqual([ids.backup]);
  await expect(clientFinds('장비교체')).resolves.toEqual([]);
  await expect(clientFinds('방화벽')).resolves.toEqual([ids.vpn]);
});

it('pairs of letters that are not the word find nothing', async () => {
  await expect(staffFinds('업백')).resolves.toEqual([]);
  await expect(staffFinds('%')).resolves.toEqual([]);
});

it('a ticket is found by key and by number, another client’s number is nothing to a client', async () => {
  const detail = await world.asStaff(agent, (tx) => ticketDetail(tx, { id: ids.backup }));
  await expect(staffFinds(detail?.key ?? '')).resolves.toEqual([ids.backup]);
  await expect(clientFinds(`#${detail?.number ?? 0}`)).resolves.toEqual([ids.backup]);
  const theirs = await world.asStaff(agent, (tx) => ticketDetail(tx, { id: ids.theirs }));
  await expect(clientFinds(theirs?.key ?? '')).resolves.toEqual([]);
});

it('a ticket is found by the name of its requester', async () => {
  const name = `Client ${requester.slice(-4)}`;
  expect((await staffFinds(name)).length).toBeGreaterThanOrEqual(2);
});

it('a message that was withdrawn is found no more', async () => {
  await world.asStaff(agent, (tx) => reply(tx, ids.backup, { body: '스토리지 증설 예정' }));
  await expect(staffFinds('스토리지')).resolves.toEqual([ids.backup]);
  const detail = await world.asStaff(agent, (tx) => ticketDetail(tx, { id: ids.backup }));
  const messageId = detail?.messages[0]?.id ?? '';
  const outcome = await world.asStaff(agent, (tx) =>
    new WithdrawMessage().run(tx, { ticketId: ids.backup, messageId }),
  );
  expect(outcome.kind).toBe('changed');
  await expect(staffFinds('스토리지')).resolves.toEqual([]);
  expect((await world.asClient(requester, (tx) => ticketDetail(tx, { id: ids.backup })))?.messages).toEqual([]);
});

it('a confidential ticket is not found by those who may not see it', async () => {
  const id = await world.asClient(requester, (tx) =>
    opened(tx, world, { subject: '인사자료 유출', confidential: true }),
  );
  await expect(staffFinds('인사자료')).resolves.toEqual([]);
  await expect(clientFinds('인사자료')).resolves.toEqual([id]);
});
