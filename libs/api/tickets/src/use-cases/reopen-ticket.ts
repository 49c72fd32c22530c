import type { Tx } from '@daylight/api-database';
import { Injectable } from '@nestjs/common';
import { changeTicket, type Target } from './change-ticket.js';
import type { ChangeOutcome } from './outcome.js';

/** Resolved too early: goes on with the same clocks (D-SLA-6). */
@Injectable()
export class ReopenTicket {
  run(tx: Tx, target: Target): Promise<ChangeOutcome> {
    return changeTicket(tx, target, () => ({ commands: [{ kind: 'REOPEN' }] }));
  }
}
