import type { StaffScope } from '@daylight/api-platform';
import type { Tx } from '@daylight/api-database';
import { Injectable } from '@nestjs/common';
import { changeTicket, type Target } from './change-ticket.js';
import type { ChangeOutcome } from './outcome.js';

/** Says whether a security incident touches personal data: other notices are owed by law then. Audited. */
@Injectable()
export class SetPersonalData {
  run(
    tx: Tx<StaffScope>,
    { affected, awareAt, ...target }: Target & { readonly affected: boolean; readonly awareAt: number | null },
  ): Promise<ChangeOutcome> {
    return changeTicket(tx, target, ({ state }) => ({
      commands: [{ kind: 'SET_PERSONAL_DATA', affected, awareAt: awareAt ?? tx.now }],
      audit: {
        action: 'ticket.set-personal-data',
        before: { since: state.security.leakAwareAt },
        after: { affected, awareAt: awareAt ?? tx.now },
      },
    }));
  }
}
