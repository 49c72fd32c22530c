import { newId, type StaffScope } from '@daylight/api-platform';
import type { Tx } from '@daylight/api-database';
import { Injectable } from '@nestjs/common';
import type { PriorityCause, TicketType } from '@daylight/domain';
import { changeTicket, type Target } from './change-ticket.js';
import { gradesOf } from './grades.js';
import { invalid, type ChangeOutcome } from './outcome.js';
import { reasonFault, reasonOf, wordsOf } from './reason.js';

export interface Classification extends Target {
  readonly type: TicketType;
  readonly impact: number;
  readonly urgency: number;
  /** False: a priority that was set by hand stays. */
  readonly priorityByMatrix: boolean;
  readonly cause: PriorityCause;
  readonly reason: string | null;
}

/** Type, impact and urgency as they turned out; the priority follows the matrix of the terms unless told otherwise. */
@Injectable()
export class ClassifyTicket {
  async run(tx: Tx<StaffScope>, wanted: Classification): Promise<ChangeOutcome> {
    const reason = reasonOf(wanted.reason);
    const reasonTextId = reason === null ? null : newId();
    const grades = gradesOf(wanted);
    const faults = [...('faults' in grades ? grades.faults : []), ...reasonFault(reason)];
    if ('faults' in grades || faults.length > 0) return invalid(...faults);
    const { type, cause } = wanted;
    const priority = wanted.priorityByMatrix ? 'BY_MATRIX' : 'KEEP';
    return changeTicket(tx, wanted, ({ row }) => {
      const before = { type: row.type, impact: row.impact, urgency: row.urgency, priority: row.priority };
      return {
        commands: [{ kind: 'CLASSIFY', type, ...grades, priority, cause, reasonTextId }],
        audit: { action: 'ticket.classify', before, after: { type, ...grades, cause } },
        reason: wordsOf(reasonTextId, reason),
      };
    });
  }
}
