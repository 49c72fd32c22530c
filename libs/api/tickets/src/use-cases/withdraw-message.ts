import { statement, timestamp, type Tx } from '@daylight/api-database';
import { Injectable } from '@nestjs/common';
import { removeFromSearch } from '../write/search-rows.js';
import { changeTicket } from './change-ticket.js';
import type { ChangeOutcome } from './outcome.js';

const WITHDRAW = statement('ticket-message-withdraw', 'select ticket_message_withdraw($1, $2, $3)');

/** Takes a message back: the client sees it no more, search finds it no more, staff see that it was there. */
@Injectable()
export class WithdrawMessage {
  run(
    tx: Tx,
    { ticketId, messageId }: { readonly ticketId: string; readonly messageId: string },
  ): Promise<ChangeOutcome> {
    return changeTicket(tx, { ticketId, expectedVersion: null }, () => ({
      commands: [{ kind: 'WITHDRAW_MESSAGE', messageId }],
      audit: { action: 'ticket.withdraw-message', after: { messageId } },
      afterwards: async () => {
        await tx.query(WITHDRAW, [ticketId, messageId, timestamp(tx.now)]);
        await removeFromSearch(tx, ticketId, messageId);
      },
    }));
  }
}
