import type { Tx } from '@daylight/api-database';
import type { StaffScope } from '@daylight/api-platform';
import { Injectable } from '@nestjs/common';
import { changeTicket, type Target } from './change-ticket.js';
import type { ChangeOutcome } from './outcome.js';

/** Somebody works on it from now on. No response: status moves never are (D-SLA-3). */
@Injectable()
export class StartWork {
  run(tx: Tx<StaffScope>, target: Target): Promise<ChangeOutcome> {
    return changeTicket(tx, target, () => ({ commands: [{ kind: 'START_WORK' }] }));
  }
}
