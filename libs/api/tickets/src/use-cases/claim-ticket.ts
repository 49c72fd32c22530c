import type { StaffScope } from '@daylight/api-platform';
import type { Tx } from '@daylight/api-database';
import { Injectable } from '@nestjs/common';
import { changeTicket, type Target } from './change-ticket.js';
import type { ChangeOutcome } from './outcome.js';

/** Assigns a ticket to oneself; the team stays. */
@Injectable()
export class ClaimTicket {
  run(tx: Tx<StaffScope>, target: Target): Promise<ChangeOutcome> {
    return changeTicket(tx, target, ({ state }) => ({
      commands: [{ kind: 'ASSIGN', assigneeId: tx.scope.personId, teamId: state.teamId }],
    }));
  }
}
