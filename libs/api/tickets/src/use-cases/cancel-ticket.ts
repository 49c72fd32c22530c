import type { Tx } from '@daylight/api-database';
import { Injectable } from '@nestjs/common';
import { changeTicket, type Target } from './change-ticket.js';
import type { ChangeOutcome } from './outcome.js';

/** Nothing to be done after all. By staff it is audited: cancelled clocks leave the figures and are counted apart (D-KPI-0). */
@Injectable()
export class CancelTicket {
  run(tx: Tx, target: Target): Promise<ChangeOutcome> {
    return changeTicket(tx, target, ({ row }) => ({
      commands: [{ kind: 'CANCEL' }],
      ...(tx.scope.side === 'CLIENT' ? {} : { audit: { action: 'ticket.cancel', before: { status: row.status } } }),
    }));
  }
}
