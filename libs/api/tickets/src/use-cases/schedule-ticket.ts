import type { StaffScope } from '@daylight/api-platform';
import type { Tx } from '@daylight/api-database';
import { Injectable } from '@nestjs/common';
import type { Instant } from '@daylight/domain';
import { changeTicket, type Target } from './change-ticket.js';
import type { ChangeOutcome } from './outcome.js';

export interface Schedule extends Target {
  readonly reason: string;
  readonly until: Instant;
  readonly clientConsent: boolean;
}

/** Waits until an instant; that the client asked for it is on record, else no clock stops (D-SLA-4). */
@Injectable()
export class ScheduleTicket {
  run(tx: Tx<StaffScope>, schedule: Schedule): Promise<ChangeOutcome> {
    const { reason, until, clientConsent } = schedule;
    return changeTicket(tx, schedule, () => ({
      commands: [{ kind: 'SCHEDULE', reason, until, clientConsent }],
      audit: { action: 'ticket.schedule', after: { reason, until: new Date(until).toISOString(), clientConsent } },
    }));
  }
}
