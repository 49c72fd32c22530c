import type { Tx } from '@daylight/api-database';
import { Injectable } from '@nestjs/common';
import { changeTicket, type Target } from './change-ticket.js';
import type { ChangeOutcome } from './outcome.js';

/** The client confirms, or staff close: the resolution is final (D-SLA-6). */
@Injectable()
export class CloseTicket {
  run(tx: Tx, target: Target): Promise<ChangeOutcome> {
    return changeTicket(tx, target, () => ({ commands: [{ kind: 'CLOSE' }] }));
  }
}
