import type { StaffScope } from '@daylight/api-platform';
import type { Tx } from '@daylight/api-database';
import { Injectable } from '@nestjs/common';
import type { ImplementationOutcome } from '@daylight/domain';
import { changeTicket, type Target } from './change-ticket.js';
import type { ChangeOutcome } from './outcome.js';

/** Says how a change went once it is resolved, or puts right what was said. Audited: a figure rests on it. */
@Injectable()
export class SetChangeOutcome {
  run(
    tx: Tx<StaffScope>,
    { outcome, ...target }: Target & { readonly outcome: ImplementationOutcome },
  ): Promise<ChangeOutcome> {
    return changeTicket(tx, target, ({ state }) => ({
      commands: [{ kind: 'SET_CHANGE_OUTCOME', outcome }],
      audit: { action: 'ticket.set-change-outcome', before: { outcome: state.changeOutcome }, after: { outcome } },
    }));
  }
}
