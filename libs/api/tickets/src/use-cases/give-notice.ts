import type { Tx } from '@daylight/api-database';
import { Injectable } from '@nestjs/common';
import { changeTicket, type Target } from './change-ticket.js';
import type { ChangeOutcome } from './outcome.js';

export interface GivenNotice extends Target {
  readonly templateId: string;
  readonly dutyId: string;
  /** null: now. */
  readonly givenAt: number | null;
}

/** Records that a notice owed by law was given, by whichever side owed it. Audited. */
@Injectable()
export class GiveNotice {
  run(tx: Tx, { templateId, dutyId, givenAt: at, ...target }: GivenNotice): Promise<ChangeOutcome> {
    const givenAt = at ?? tx.now;
    return changeTicket(tx, target, () => ({
      commands: [{ kind: 'GIVE_NOTICE', templateId, dutyId, givenAt }],
      audit: { action: 'ticket.give-notice', after: { templateId, dutyId, givenAt } },
    }));
  }
}
