import type { StaffScope } from '@daylight/api-platform';
import type { Tx } from '@daylight/api-database';
import { newId } from '@daylight/api-platform';
import { Injectable } from '@nestjs/common';
import type { Priority, PriorityCause } from '@daylight/domain';
import { changeTicket, type Target } from './change-ticket.js';
import { invalid, type ChangeOutcome } from './outcome.js';
import { reasonFault, reasonOf, wordsOf } from './reason.js';

export interface NewPriority extends Target {
  readonly priority: Priority;
  readonly cause: PriorityCause;
  /** Needed to lower it; the client reads it (D-SLA-5). */
  readonly reason: string | null;
}

/** Sets the priority by hand: who, from what, to what and why is audited. */
@Injectable()
export class SetPriority {
  async run(tx: Tx<StaffScope>, wanted: NewPriority): Promise<ChangeOutcome> {
    const reason = reasonOf(wanted.reason);
    const faults = reasonFault(reason);
    if (faults.length > 0) return invalid(...faults);
    const reasonTextId = reason === null ? null : newId();
    const { priority: to, cause } = wanted;
    return changeTicket(tx, wanted, ({ row }) => ({
      commands: [{ kind: 'SET_PRIORITY', to, cause, reasonTextId }],
      audit: { action: 'ticket.set-priority', before: { priority: row.priority }, after: { priority: to, cause } },
      reason: wordsOf(reasonTextId, reason),
    }));
  }
}
