import { newId } from '@daylight/api-platform';
import { addContract, termsFor } from '@daylight/api-testing';
import { DAY, HOUR, type Terms } from '@daylight/domain';
import { ticketDetail } from '../queries/ticket-detail.js';
import { opened } from '../testing/actions.js';
import { MONDAY, TicketWorld } from '../testing/fixture.js';
import { Propose } from '../use-cases/propose.js';
import { handleTicketTimer } from './handle-ticket-timer.js';

/** Terms by which the client answers for the firewall, with or without a word about silence. */
function termsOf(serviceItemId: string, deemedConsent: Pick<Terms, 'deemedConsent'>): Terms {
  const activity = { ko: '방화벽 정책', en: 'Firewall policy' };
  const duty = { activity, accountable: 'CLIENT', responsible: ['CLIENT'], consulted: [], informed: [] } as const;
  return { ...termsFor([serviceItemId]), responsibilities: [duty], ...deemedConsent };
}

let world: TicketWorld;
let approver: string;
let agent: string;
beforeAll(async () => {
  world = await TicketWorld.create();
  approver = await world.client(['APPROVER']);
  agent = await world.staff();
});
afterAll(() => world.db.close());
beforeEach(() => world.clock(0));

/** A ticket under such terms on which staff asked the client to confirm that it is its own responsibility. */
async function proposedUnder(deemed: Pick<Terms, 'deemedConsent'>): Promise<string> {
  const serviceItemId = newId();
  await world.db.owner(
    `insert into service_item (provider_id, service_item_id, code, category, name_ko, name_en, created_at)
     values ($1, $2, $3, 'CLOUD_SECURITY', '방화벽', 'Firewall', now())`,
    [world.providerId, serviceItemId, `FW-${serviceItemId.slice(-12)}`.toUpperCase()],
  );
  const terms = termsOf(serviceItemId, deemed);
  await addContract(world.db, {
    ...{ providerId: world.providerId, tenantId: world.acme, services: [serviceItemId], terms },
  });
  const id = await world.asClient(approver, (tx) => opened(tx, world, { serviceItemId }));
  const wanted = { kind: 'CLIENT_ACCOUNTABLE', activity: 0 } as const;
  const outcome = await world.asStaff(agent, (tx) =>
    new Propose().run(tx, { ticketId: id, expectedVersion: null, wanted, reason: null }),
  );
  expect(outcome.kind).toBe('changed');
  return id;
}

const [calendarId] = termsFor(['x']).calendars.map(({ id }) => id);
const TWO_DAYS = { deemedConsent: { calendarId: calendarId ?? '', proposalDays: 2, amendmentDays: null } };
const fire = (ticketId: string) => world.asSystem((tx) => handleTicketTimer(tx, { ticketId }));
const detail = (id: string) => world.asClient(approver, (tx) => ticketDetail(tx, { id }));

it('both sides see until when the client can object', async () => {
  const id = await proposedUnder(TWO_DAYS);
  const staff = await world.asStaff(agent, (tx) => ticketDetail(tx, { id }));
  expect([staff?.proposals, (await detail(id))?.proposals].map((all) => all?.[0]?.deemedAt)).toEqual([
    MONDAY + 2 * DAY,
    MONDAY + 2 * DAY,
  ]);
});

it('silence until then stops the provider’s clock from that very instant, once, and stands in the audit', async () => {
  const id = await proposedUnder(TWO_DAYS);
  world.db.setNow(MONDAY + 2 * DAY - HOUR);
  await fire(id);
  expect((await detail(id))?.proposals).toHaveLength(1);
  world.db.setNow(MONDAY + 2 * DAY + 3 * HOUR);
  await fire(id);
  await fire(id);
  const after = await detail(id);
  expect([after?.status, after?.proposals]).toEqual(['WAITING_ON_CLIENT', []]);
  expect(after?.waits.map(({ from }) => from)).toEqual([MONDAY + 2 * DAY]);
  const events = await world.db.owner(
    `select data ->> 'answer' as answer, actor_side from ticket_event where ticket_id = $1 and kind = 'PROPOSAL_ANSWERED'`,
    [id],
  );
  expect(events).toEqual([{ answer: 'DEEMED', actor_side: 'SYSTEM' }]);
  const audits = await world.db.owner<{ after: { cause?: string } }>(
    `select after from audit_entry where action = 'ticket.answer-proposal' and object_id = $1`,
    [id],
  );
  expect(audits.map((entry) => entry.after.cause)).toEqual(['DEEMED']);
});

it('without the term silence is no answer, however long', async () => {
  const id = await proposedUnder({});
  expect((await detail(id))?.proposals[0]?.deemedAt).toBeNull();
  world.db.setNow(MONDAY + 60 * DAY);
  await fire(id);
  expect((await detail(id))?.proposals).toHaveLength(1);
});
