import type { Tx } from '@daylight/api-database';
import type { StaffScope } from '@daylight/api-platform';
import { Injectable } from '@nestjs/common';
import { changeTicket, type Target } from './change-ticket.js';
import type { ChangeOutcome } from './outcome.js';

/** A named owner takes the ticket; a response where the terms say so (D-SLA-3). */
@Injectable()
export class AcceptTicket {
  run(tx: Tx<StaffScope>, target: Target): Promise<ChangeOutcome> {
    return changeTicket(tx, target, () => ({ commands: [{ kind: 'ACCEPT' }] }));
  }
}
