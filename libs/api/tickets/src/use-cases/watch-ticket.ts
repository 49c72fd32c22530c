import type { PersonScope } from '@daylight/api-platform';
import type { Tx } from '@daylight/api-database';
import { Injectable } from '@nestjs/common';
import { staffAmong, tenantPeopleAmong } from '../queries/people.js';
import { changeTicket } from './change-ticket.js';
import type { ChangeOutcome } from './outcome.js';

export interface Watching {
  readonly ticketId: string;
  /** null: oneself. */
  readonly personId: string | null;
}

/** Names somebody who follows the ticket: of the client or of the provider's staff. */
@Injectable()
export class WatchTicket {
  run(tx: Tx<PersonScope>, { ticketId, personId }: Watching): Promise<ChangeOutcome> {
    const userId = personId ?? tx.scope.personId;
    return changeTicket(tx, { ticketId, expectedVersion: null }, async ({ row }) => {
      const [members, staff] = await Promise.all([
        tenantPeopleAmong(tx, row.tenant_id, [userId]),
        staffAmong(tx, [userId]),
      ]);
      if (!members.has(userId) && !staff.has(userId)) return { faults: [{ path: 'personId', kind: 'UNKNOWN_PERSON' }] };
      return { commands: [{ kind: 'ADD_WATCHER', userId }] };
    });
  }
}
