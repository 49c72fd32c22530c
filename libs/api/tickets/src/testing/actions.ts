import type { Tx } from '@daylight/api-database';
import { openTicket, type NewTicket } from '../use-cases/open-ticket.js';
import type { OpenOutcome } from '../use-cases/outcome.js';
import { ReplyToTicket, type Reply } from '../use-cases/reply.js';
import type { TicketWorld } from './fixture.js';

/** Asks for a ticket as whoever's transaction it is. */
export function asked(tx: Tx, world: TicketWorld, more: Partial<NewTicket> = {}): Promise<OpenOutcome> {
  return openTicket(tx, {
    ...{
      tenantId: world.acme,
      type: 'INCIDENT',
      serviceItemId: world.services[0],
      impact: 2,
      urgency: 2,
      priority: null,
    },
    ...{ channel: tx.scope.side === 'CLIENT' ? 'PORTAL' : 'CONSOLE', openedAt: tx.now },
    ...{ requesterId: tx.scope.side === 'CLIENT' ? tx.scope.personId : null, subject: '백업 서버 접속 불가' },
    ...{
      description: '새벽부터 접속이 되지 않습니다.',
      confidential: false,
      watcherIds: [],
      fileIds: [],
      followsUpId: null,
    },
    ...more,
  });
}

/** Opens a ticket and returns its id; throws when it was refused. */
export async function opened(tx: Tx, world: TicketWorld, more: Partial<NewTicket> = {}): Promise<string> {
  const outcome = await asked(tx, world, more);
  if (outcome.kind !== 'opened') throw new Error(`not opened: ${JSON.stringify(outcome)}`);
  return outcome.ticketId;
}

/** Replies as whoever's transaction it is. */
export function reply(tx: Tx, ticketId: string, more: Partial<Reply> = {}) {
  const base = {
    ticketId,
    expectedVersion: null,
    body: '확인하고 있습니다.',
    visibility: 'PUBLIC',
    question: false,
  } as const;
  const rest = { automatic: false, fileIds: [], thenWait: null, thenResolve: null } as const;
  return new ReplyToTicket().run(tx, { ...base, ...rest, ...more });
}
