import type { Tx } from '@daylight/api-database';
import type { StaffScope } from '@daylight/api-platform';
import { Injectable } from '@nestjs/common';
import { changeTicket, type Target } from './change-ticket.js';
import type { ChangeOutcome } from './outcome.js';

/** Ends waiting before an answer came. */
@Injectable()
export class ResumeTicket {
  run(tx: Tx<StaffScope>, target: Target): Promise<ChangeOutcome> {
    return changeTicket(tx, target, () => ({ commands: [{ kind: 'RESUME' }] }));
  }
}
