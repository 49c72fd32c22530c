import { newId, type StaffScope } from '@daylight/api-platform';
import type { Tx } from '@daylight/api-database';
import { Injectable } from '@nestjs/common';
import type { Grade, PriorityCause, TicketType } from '@daylight/domain';
import { writeReason } from '../write/texts.js';
import { changeTicket, type Target } from './change-ticket.js';
import { gradeFault } from './opening-faults.js';
import type { ChangeOutcome } from './outcome.js';
import { reasonFault, reasonOf } from './reason.js';

export interface Classification extends Target {
  readonly type: TicketType;
  readonly impact: Grade;
  readonly urgency: Grade;
  /** False: a priority that was set by hand stays. */
  readonly priorityByMatrix: boolean;
  readonly cause: PriorityCause;
  readonly reason: string | null;
}

/** Type, impact and urgency as they turned out; the priority follows the matrix of the terms unless told otherwise. */
@Injectable()
export class ClassifyTicket {
  run(tx: Tx<StaffScope>, wanted: Classification): Promise<ChangeOutcome> {
    const reason = reasonOf(wanted.reason);
    const reasonTextId = reason === null ? null : newId();
    const { type, impact, urgency, cause } = wanted;
    const priority = wanted.priorityByMatrix ? 'BY_MATRIX' : 'KEEP';
    return changeTicket(tx, wanted, ({ row }) => {
      const faults = [...gradeFault('impact', impact), ...gradeFault('urgency', urgency), ...reasonFault(reason)];
      if (faults.length > 0) return { faults };
      const before = { type: row.type, impact: row.impact, urgency: row.urgency, priority: row.priority };
      return {
        commands: [{ kind: 'CLASSIFY', type, impact, urgency, priority, cause, reasonTextId }],
        audit: { action: 'ticket.classify', before, after: { type, impact, urgency, cause } },
        afterwards: async () => {
          if (reason !== null && reasonTextId !== null) await writeReason(tx, row, reasonTextId, reason);
        },
      };
    });
  }
}
