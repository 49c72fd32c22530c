import type { Tx } from '@daylight/api-database';
import { Injectable } from '@nestjs/common';
import { changeTicket, type Target } from './change-ticket.js';
import type { ChangeOutcome } from './outcome.js';

/** Hides a ticket from all but requester, watchers, assignee and those with the right; or shows it again. Audited. */
@Injectable()
export class SetConfidential {
  run(tx: Tx, target: Target & { readonly confidential: boolean }): Promise<ChangeOutcome> {
    const { confidential } = target;
    return changeTicket(tx, target, ({ row }) => ({
      commands: [{ kind: 'SET_CONFIDENTIAL', confidential }],
      audit: { action: 'ticket.set-confidential', before: { confidential: row.confidential }, after: { confidential } },
    }));
  }
}
