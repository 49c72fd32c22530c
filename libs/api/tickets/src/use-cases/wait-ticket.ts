import type { StaffScope } from '@daylight/api-platform';
import type { Tx } from '@daylight/api-database';
import { Injectable } from '@nestjs/common';
import type { TicketStatus } from '@daylight/domain';
import { changeTicket, type Target } from './change-ticket.js';
import { lengthFault } from './opening-faults.js';
import { invalid, type ChangeOutcome } from './outcome.js';

const CASE_NUMBER_LENGTH = 200;

export interface Wait extends Target {
  readonly status: TicketStatus;
  readonly reason: string;
  readonly questionMessageId: string | null;
  readonly caseNumber: string | null;
}

/** Waits for the client's answer to a public question, or for a third party with its case number (D-SLA-4). */
@Injectable()
export class WaitTicket {
  async run(tx: Tx<StaffScope>, wait: Wait): Promise<ChangeOutcome> {
    const { status, reason, questionMessageId, caseNumber } = wait;
    if (status !== 'WAITING_ON_CLIENT' && status !== 'WAITING_ON_THIRD_PARTY') {
      return invalid({ path: 'status', kind: 'NOT_A_WAITING_STATUS' });
    }
    const faults = lengthFault('caseNumber', caseNumber ?? '', CASE_NUMBER_LENGTH);
    if (faults.length > 0) return invalid(...faults);
    return changeTicket(tx, wait, () => ({
      commands: [{ kind: 'WAIT', status, reason, questionMessageId, caseNumber }],
    }));
  }
}
