import type { StaffScope } from '@daylight/api-platform';
import { newId } from '@daylight/api-platform';
import type { Tx } from '@daylight/api-database';
import { Injectable } from '@nestjs/common';
import { changeTicket, type Target } from './change-ticket.js';
import { invalid, type ChangeOutcome } from './outcome.js';
import { reasonFault, reasonOf, wordsOf } from './reason.js';

export interface MovedDate extends Target {
  readonly dueAt: number;
  readonly consentRecorded: boolean;
  readonly reason: string | null;
}

/** Moves the agreed date: with the client's consent on record, or without, which is a miss (D-SLA-12). Audited. */
@Injectable()
export class MoveDate {
  async run(
    tx: Tx<StaffScope>,
    { dueAt, consentRecorded, reason: said, ...target }: MovedDate,
  ): Promise<ChangeOutcome> {
    const reason = reasonOf(said);
    const faults = reasonFault(reason);
    if (faults.length > 0) return invalid(...faults);
    const reasonTextId = reason === null ? null : newId();
    return changeTicket(tx, target, ({ state }) => ({
      commands: [{ kind: 'MOVE_DATE', dueAt, consentRecorded, reasonTextId }],
      audit: {
        action: 'ticket.move-date',
        before: { dueAt: state.agreedDate?.dueAt ?? null },
        after: { dueAt, consentRecorded },
      },
      reason: wordsOf(reasonTextId, reason),
    }));
  }
}
