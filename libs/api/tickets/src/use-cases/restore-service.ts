import type { Tx } from '@daylight/api-database';
import type { StaffScope } from '@daylight/api-platform';
import { Injectable } from '@nestjs/common';
import { changeTicket, type Target } from './change-ticket.js';
import type { ChangeOutcome } from './outcome.js';

/** The service is back though the cause may not be fixed: meets RESTORE, not RESOLUTION. */
@Injectable()
export class RestoreService {
  run(tx: Tx<StaffScope>, target: Target): Promise<ChangeOutcome> {
    return changeTicket(tx, target, () => ({ commands: [{ kind: 'RESTORE' }] }));
  }
}
