import type { PersonScope } from '@daylight/api-platform';
import type { Tx } from '@daylight/api-database';
import { Injectable } from '@nestjs/common';
import { changeTicket } from './change-ticket.js';
import type { ChangeOutcome } from './outcome.js';
import type { Watching } from './watch-ticket.js';

/** Somebody follows the ticket no more; may take it out of one's own sight. */
@Injectable()
export class UnwatchTicket {
  run(tx: Tx<PersonScope>, { ticketId, personId }: Watching): Promise<ChangeOutcome> {
    const userId = personId ?? tx.scope.personId;
    return changeTicket(tx, { ticketId, expectedVersion: null }, () => ({
      commands: [{ kind: 'REMOVE_WATCHER', userId }],
    }));
  }
}
