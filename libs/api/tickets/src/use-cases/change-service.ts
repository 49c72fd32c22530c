import type { StaffScope } from '@daylight/api-platform';
import type { Tx } from '@daylight/api-database';
import { Injectable } from '@nestjs/common';
import { bindAt } from '../binding.js';
import { changeTicket, type Target } from './change-ticket.js';
import type { ChangeOutcome } from './outcome.js';

/**
 * The ticket was about another service: bound to the version in force for it at the opening (D-CON-1). Another version of
 * the same service needs both parties and is refused here.
 */
@Injectable()
export class ChangeService {
  run(tx: Tx<StaffScope>, target: Target & { readonly serviceItemId: string }): Promise<ChangeOutcome> {
    const { serviceItemId } = target;
    return changeTicket(tx, target, async ({ row, state }) => {
      const bound = await bindAt(tx, { tenantId: row.tenant_id, serviceItemId, at: state.openedAt });
      if (bound === null) return { faults: [{ path: 'serviceItemId', kind: 'UNKNOWN_SERVICE' }] };
      return {
        commands: [{ kind: 'CHANGE_SERVICE', binding: bound.binding }],
        rebound: bound,
        audit: {
          action: 'ticket.change-service',
          before: { serviceItemId: row.service_item_id },
          after: { serviceItemId },
        },
      };
    });
  }
}
