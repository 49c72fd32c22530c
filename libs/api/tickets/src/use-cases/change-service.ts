import type { StaffScope } from '@daylight/api-platform';
import type { Tx } from '@daylight/api-database';
import { Injectable } from '@nestjs/common';
import { bindAt, boundBefore, lawOfBinding, lawOfLog } from '../binding.js';
import type { LoadedTicket } from '../log/load-ticket.js';
import { actorOf } from './actor.js';
import { changeTicket, type Target } from './change-ticket.js';
import type { ChangeOutcome } from './outcome.js';

/**
 * The ticket was about another service: bound to the version in force for it at the opening (D-CON-1), or to what it was
 * bound to when it was about that service before; what was judged until now stands (ADR 0014). Another version of the same
 * service needs both parties and is refused here.
 */
@Injectable()
export class ChangeService {
  run(tx: Tx<StaffScope>, target: Target & { readonly serviceItemId: string }): Promise<ChangeOutcome> {
    const { serviceItemId } = target;
    return changeTicket(tx, target, async (ticket) => {
      const { row, log } = ticket;
      const bound = await boundFor(tx, ticket, serviceItemId);
      if (bound === null) return { faults: [{ path: 'serviceItemId', kind: 'UNKNOWN_SERVICE' }] };
      const { binding, serviceName } = bound;
      const moved = { kind: 'SERVICE_CHANGED', v: 1, binding, seq: row.last_seq + 1, at: tx.now } as const;
      const future = [...log, { ...moved, actor: actorOf(tx.scope) }];
      const law = await lawOfLog(tx, future, { digest: binding.termsDigest, asOf: tx.now });
      return {
        commands: [{ kind: 'CHANGE_SERVICE', binding }],
        rebound: { ...law, serviceName },
        audit: {
          action: 'ticket.change-service',
          before: { serviceItemId: row.service_item_id },
          after: { serviceItemId },
        },
      };
    });
  }
}

async function boundFor(tx: Tx<StaffScope>, { row, log, state }: LoadedTicket, serviceItemId: string) {
  const before = boundBefore(log, serviceItemId);
  if (before !== null) return lawOfBinding(tx, before);
  return bindAt(tx, { tenantId: row.tenant_id, serviceItemId, at: state.openedAt });
}
