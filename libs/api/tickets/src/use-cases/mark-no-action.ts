import type { StaffScope } from '@daylight/api-platform';
import type { Tx } from '@daylight/api-database';
import { Injectable } from '@nestjs/common';
import { changeTicket } from './change-ticket.js';
import type { ChangeOutcome } from './outcome.js';

/** The client's word after RESOLVED was a mere thank-you: the reopening that it caused is undone. Audited. */
@Injectable()
export class MarkNoAction {
  run(
    tx: Tx<StaffScope>,
    { ticketId, messageId }: { readonly ticketId: string; readonly messageId: string },
  ): Promise<ChangeOutcome> {
    return changeTicket(tx, { ticketId, expectedVersion: null }, () => ({
      commands: [{ kind: 'MARK_NO_ACTION', messageId }],
      audit: { action: 'ticket.mark-no-action', after: { messageId } },
    }));
  }
}
