import { storeFile, readFile } from '@daylight/api-files';
import { ticketDetail } from '../queries/ticket-detail.js';
import { opened, reply } from '../testing/actions.js';
import { TicketWorld } from '../testing/fixture.js';
import { AssignTicket } from './assign-ticket.js';
import { CancelTicket } from './cancel-ticket.js';
import { CloseTicket } from './close-ticket.js';
import { ReopenTicket } from './reopen-ticket.js';
import { ResolveTicket } from './resolve-ticket.js';
import { SetConfidential } from './set-confidential.js';
import { UnwatchTicket } from './unwatch-ticket.js';
import { WatchTicket } from './watch-ticket.js';
import { WithdrawMessage } from './withdraw-message.js';

let world: TicketWorld;
let requester: string;
let colleague: string;
let coordinator: string;
let stranger: string;
let agent: string;
let restricted: string;
beforeAll(async () => {
  world = await TicketWorld.create();
  [requester, colleague] = [await world.client(), await world.client()];
  coordinator = await world.client(['COORDINATOR']);
  stranger = await world.client(['COORDINATOR'], world.beta);
  agent = await world.staff();
  restricted = await world.staff({ restrictedTo: [world.beta] });
});
afterAll(() => world.db.close());

const NOT_FOUND = { kind: 'not-found', what: 'ticket' };
const open = (more = {}) => world.asClient(requester, (tx) => opened(tx, world, more));
const seenBy = (person: string, id: string) =>
  world.asClient(person, async (tx) => (await ticketDetail(tx, { id })) !== null);
const seenByStaff = (person: string, id: string) =>
  world.asStaff(person, async (tx) => (await ticketDetail(tx, { id })) !== null);

it('another client’s ticket is not found, by whatever act', async () => {
  const id = await open();
  const target = { ticketId: id, expectedVersion: 1 };
  await expect(seenBy(stranger, id)).resolves.toBe(false);
  const acts = await world.asClient(stranger, async (tx) => [
    await reply(tx, id),
    await new CloseTicket().run(tx, target),
    await new CancelTicket().run(tx, target),
    await new ReopenTicket().run(tx, target),
    await new SetConfidential().run(tx, { ...target, confidential: true }),
    await new WatchTicket().run(tx, { ticketId: id, personId: null }),
    await new WithdrawMessage().run(tx, { ticketId: id, messageId: id }),
  ]);
  expect(acts).toEqual(acts.map(() => NOT_FOUND));
});

it('a colleague who is a plain requester does not find it either, until named as a watcher', async () => {
  const id = await open();
  await expect(seenBy(colleague, id)).resolves.toBe(false);
  await world.asClient(requester, (tx) => new WatchTicket().run(tx, { ticketId: id, personId: colleague }));
  await expect(seenBy(colleague, id)).resolves.toBe(true);
  await expect(world.asClient(colleague, (tx) => reply(tx, id))).resolves.toEqual({ kind: 'changed', ticketId: id });
  await expect(
    world.asClient(colleague, (tx) => new UnwatchTicket().run(tx, { ticketId: id, personId: null })),
  ).resolves.toMatchObject({ kind: 'changed' });
  await expect(seenBy(colleague, id)).resolves.toBe(false);
  await expect(world.db.owner('select 1 from ticket_watcher where ticket_id = $1', [id])).resolves.toEqual([]);
});

it('nobody from another client can be made a watcher', async () => {
  const id = await open();
  const outcome = await world.asClient(requester, (tx) =>
    new WatchTicket().run(tx, { ticketId: id, personId: stranger }),
  );
  expect(outcome).toEqual({ kind: 'invalid', faults: [{ path: 'personId', kind: 'UNKNOWN_PERSON' }] });
});

it('restricted staff find tickets of their clients only, and can’t be assigned to others', async () => {
  const id = await open();
  await expect(seenByStaff(restricted, id)).resolves.toBe(false);
  const outcome = await world.asStaff(agent, (tx) =>
    new AssignTicket().run(tx, { ticketId: id, expectedVersion: 1, assigneeId: restricted, teamId: null }),
  );
  expect(outcome).toEqual({ kind: 'invalid', faults: [{ path: 'assigneeId', kind: 'UNKNOWN_PERSON' }] });
});

it('a confidential ticket is seen by requester, assignee and those with the right, and may be handed on', async () => {
  const trusted = await world.staff({ seesConfidential: true });
  const id = await open({ confidential: true });
  await expect(seenBy(coordinator, id)).resolves.toBe(false);
  await expect(seenByStaff(agent, id)).resolves.toBe(false);
  const assign = (person: string, to: string, expectedVersion: number) =>
    world.asStaff(person, (tx) =>
      new AssignTicket().run(tx, { ticketId: id, expectedVersion, assigneeId: to, teamId: null }),
    );
  await expect(assign(trusted, agent, 1)).resolves.toMatchObject({ kind: 'changed' });
  await expect(seenByStaff(agent, id)).resolves.toBe(true);
  const other = await world.staff();
  await expect(assign(agent, other, 2)).resolves.toMatchObject({ kind: 'changed' });
  await expect(seenByStaff(agent, id)).resolves.toBe(false);
  await expect(seenByStaff(other, id)).resolves.toBe(true);
});

it('whoever makes a ticket confidential and loses sight of it has still made it so', async () => {
  const id = await open();
  const outcome = await world.asClient(coordinator, (tx) =>
    new SetConfidential().run(tx, { ticketId: id, expectedVersion: 1, confidential: true }),
  );
  expect(outcome.kind).toBe('changed');
  await expect(seenBy(coordinator, id)).resolves.toBe(false);
  await expect(seenBy(requester, id)).resolves.toBe(true);
  const audit = await world.db.owner(`select action, before, after from audit_entry where object_id = $1`, [id]);
  expect(audit).toEqual([
    { action: 'ticket.set-confidential', before: { confidential: false }, after: { confidential: true } },
  ]);
});

it('an internal note and its file are invisible to the client, in thread, timeline and download', async () => {
  const id = await open();
  const stored = await world.asStaff(agent, (tx) =>
    storeFile(tx, { name: 'plan.txt', mediaType: 'text/plain', bytes: Buffer.from('plan') }),
  );
  const fileId = stored.kind === 'stored' ? stored.file.fileId : '';
  await world.asStaff(agent, (tx) => reply(tx, id, { body: '내부 검토', visibility: 'INTERNAL', fileIds: [fileId] }));
  const client = await world.asClient(requester, (tx) => ticketDetail(tx, { id }));
  expect([client?.messages, client?.attachments, client?.timeline.map(({ kind }) => kind)]).toEqual([
    [],
    [],
    ['OPENED'],
  ]);
  await expect(world.asClient(requester, (tx) => readFile(tx, fileId))).resolves.toBeNull();
  const colleagueAgent = await world.staff();
  const staff = await world.asStaff(colleagueAgent, (tx) => ticketDetail(tx, { id }));
  expect(staff?.messages[0]?.attachments.map(({ name }) => name)).toEqual(['plan.txt']);
  expect((await world.asStaff(colleagueAgent, (tx) => readFile(tx, fileId)))?.bytes.toString()).toBe('plan');
  // The client's next change comes after the note that it can't see.
  await expect(world.asClient(requester, (tx) => reply(tx, id, { expectedVersion: 2 }))).resolves.toMatchObject({
    kind: 'changed',
  });
});

it('a file of a public reply is there for the client, and can be attached only once', async () => {
  const id = await open();
  const stored = await world.asClient(requester, (tx) =>
    storeFile(tx, { name: '화면.png', mediaType: 'image/png', bytes: Buffer.from('png') }),
  );
  const fileIds = [stored.kind === 'stored' ? stored.file.fileId : ''];
  await expect(world.asStaff(agent, (tx) => reply(tx, id, { fileIds }))).resolves.toMatchObject({ kind: 'invalid' });
  await expect(world.asClient(requester, (tx) => reply(tx, id, { fileIds }))).resolves.toMatchObject({
    kind: 'changed',
  });
  await expect(world.asClient(requester, (tx) => reply(tx, id, { fileIds }))).resolves.toEqual({
    kind: 'invalid',
    faults: [{ path: 'fileIds', kind: 'UNKNOWN_FILE' }],
  });
  const staff = await world.asStaff(agent, (tx) => ticketDetail(tx, { id }));
  expect(staff?.attachments.map(({ name }) => name)).toEqual(['화면.png']);
});

it('a file that staff send is there for the client, and for no other', async () => {
  const id = await open();
  const stored = await world.asStaff(agent, (tx) =>
    storeFile(tx, { name: '조치 결과.pdf', mediaType: 'application/pdf', bytes: Buffer.from('pdf') }),
  );
  const fileId = stored.kind === 'stored' ? stored.file.fileId : '';
  await world.asStaff(agent, (tx) => reply(tx, id, { fileIds: [fileId] }));
  expect((await world.asClient(requester, (tx) => readFile(tx, fileId)))?.name).toBe('조치 결과.pdf');
  for (const other of [colleague, stranger]) {
    await expect(world.asClient(other, (tx) => readFile(tx, fileId))).resolves.toBeNull();
  }
});

it('each client has its own numbers, from 1', async () => {
  await world.asClient(stranger, (tx) => opened(tx, world, { tenantId: world.beta }));
  const rows = await world.db.owner('select number from ticket where tenant_id = $1', [world.beta]);
  expect(rows).toEqual([{ number: 1 }]);
});

it('the log can be neither changed nor deleted by the application', async () => {
  for (const text of [
    'update ticket_event set kind = kind',
    'delete from ticket_event',
    'update ticket_message set body = body',
    `update ticket set status = 'CLOSED'`,
  ]) {
    await expect(world.db.bare(text)).rejects.toMatchObject({ code: '42501' });
  }
});

it('a ticket can’t be written into another client’s books whatever a use case asks', async () => {
  await expect(
    world.asClient(requester, (tx) => opened(tx, world, { tenantId: world.beta, requesterId: null })),
  ).rejects.toMatchObject({ code: '42501' });
});

it('a client’s reply reopens what was resolved, and it can be resolved again', async () => {
  const id = await open();
  const resolve = (expectedVersion: number) =>
    world.asStaff(agent, (tx) => new ResolveTicket().run(tx, { ticketId: id, expectedVersion, code: 'FIXED' }));
  await resolve(1);
  await world.asClient(requester, (tx) => reply(tx, id, { body: '아직 안 됩니다.' }));
  const detail = await world.asClient(requester, (tx) => ticketDetail(tx, { id }));
  expect([detail?.status, detail?.reopenCount]).toEqual(['OPEN', 1]);
  await expect(resolve(3)).resolves.toMatchObject({ kind: 'changed' });
});
