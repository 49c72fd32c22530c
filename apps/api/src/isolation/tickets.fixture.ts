// For houses.fixture.ts: one client's tickets, one of them with something in each of a ticket's tables.
import { newId } from '@daylight/api-platform';
import { openTicket, ReplyToTicket, type NewTicket } from '@daylight/api-tickets';
import { putFile, type Acts } from './acts.fixture.js';
import { mark, NOW, put, type RowsOf } from './rows.fixture.js';

const READY = { impact: 2, urgency: 2, priority: null, watcherIds: [], followsUpId: null, type: 'INCIDENT' } as const;
const REPLY = { expectedVersion: null, question: false, automatic: false, thenWait: null, thenResolve: null } as const;

interface Cast {
  readonly people: Readonly<Record<'REQUESTER' | 'COORDINATOR' | 'APPROVER', string>>;
  /** Somebody else of the client, whose confidential ticket only staff with that right may see. */
  readonly stranger: string;
  readonly agent: string;
  readonly service: string;
}

/** Ids of the ticket, of its file and its public reply, and of the ticket that is hidden from most. */
export async function putTickets(
  rows: RowsOf,
  acts: Acts,
  { people, stranger, agent, service }: Cast,
): Promise<Readonly<Record<'ticket' | 'hidden' | 'message' | 'upload', string>>> {
  const { key, of } = rows;
  const own = mark(key);
  const open = async (personId: string, word: string, more: Partial<NewTicket> = {}) => {
    const texts = { subject: `${word} subject`, description: `${word} description` };
    const outcome = await acts.clientTx(personId, (tx) =>
      openTicket(tx, {
        ...{ ...READY, ...texts, tenantId: of.tenant_id, serviceItemId: service, channel: 'PORTAL', openedAt: tx.now },
        ...{ requesterId: personId, confidential: false, fileIds: [], ...more },
      }),
    );
    if (outcome.kind !== 'opened') throw new Error(JSON.stringify(outcome));
    return outcome.ticketId;
  };
  const upload = await putFile(rows, { audience: 'LINKED', word: own, by: people.REQUESTER });
  const ticket = await open(people.REQUESTER, own, { fileIds: [upload] });
  await open(people.COORDINATOR, mark(key, 'other'), { watcherIds: [people.APPROVER] });
  const hidden = await open(stranger, mark(key, 'conf'), { confidential: true });
  for (const [visibility, word] of [
    ['PUBLIC', own],
    ['INTERNAL', mark(key, 'int')],
  ] as const) {
    await acts.staffTx(agent, (tx) =>
      new ReplyToTicket().run(tx, { ...REPLY, ticketId: ticket, body: `${word} reply`, visibility, fileIds: [] }),
    );
  }
  return { ticket, hidden, upload, message: await putTicketRows(rows, ticket) };
}

/** What no use case writes here; the id of the ticket's public reply. */
async function putTicketRows({ db, key, of }: RowsOf, ticket: string): Promise<string> {
  const own = mark(key);
  await db.owner(
    `update ticket set external_key = 'EXT-1', case_number = $2, policy_id = 'standard' where ticket_id = $1`,
    [ticket, own],
  );
  await put(db, 'ticket_text', { ...of, ticket_id: ticket, text_id: newId(), body: `${own} text` });
  const [message] = await db.owner<{ message_id: string }>(
    `select message_id from ticket_message where ticket_id = $1 and visibility = 'PUBLIC' and side = 'PROVIDER'`,
    [ticket],
  );
  const fired = {
    kind: 'FIRST_RESPONSE',
    cycle: 1,
    percent: 50,
    target_id: own,
    due_at: NOW,
    fired_at: NOW,
  };
  await put(db, 'clock_notice', { ...of, ticket_id: ticket, ...fired, late: false });
  return message?.message_id ?? '';
}
