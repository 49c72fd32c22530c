import type { StaffScope } from '@daylight/api-platform';
import { recordAudit, type Tx } from '@daylight/api-database';
import { Injectable } from '@nestjs/common';
import type { MergePartner } from '@daylight/domain';
import type { LoadedTicket } from '../log/load-ticket.js';
import { applyEvents } from '../write/apply-events.js';
import { planChange } from './change-ticket.js';
import { lockBoth } from './lock-both.js';
import type { ChangeOutcome } from './outcome.js';

export interface Merge {
  readonly duplicateId: string;
  readonly survivorId: string;
  /** Of the duplicate. */
  readonly expectedVersion: number;
}

function partnerOf({ row, state }: LoadedTicket): MergePartner {
  return { ticketId: row.ticket_id, tenantId: row.tenant_id, state };
}

/** Ends a duplicate in favour of another ticket of the same service (D-SLA-7): both logs say so in one transaction. */
@Injectable()
export class MergeTickets {
  async run(tx: Tx<StaffScope>, merge: Merge): Promise<ChangeOutcome> {
    const { duplicateId, survivorId, expectedVersion } = merge;
    const [duplicate, survivor] = await lockBoth(tx, duplicateId, survivorId);
    if (!duplicate || !survivor) return { kind: 'not-found', what: 'ticket' };
    if (duplicate.row.version !== expectedVersion)
      return { kind: 'conflict', ticketId: duplicateId, yours: expectedVersion };
    const [a, b] = [partnerOf(duplicate), partnerOf(survivor)];
    const ended = planChange(tx, duplicate, { commands: [{ kind: 'MERGE_INTO', self: a, survivor: b }] });
    if (ended.kind === 'refused') return ended;
    const absorbed = planChange(tx, survivor, { commands: [{ kind: 'ABSORB', self: b, duplicate: a }] });
    if (absorbed.kind === 'refused') return absorbed;
    await applyEvents(tx, [ended.change, absorbed.change]);
    const about = { objectType: 'ticket', tenantId: duplicate.row.tenant_id };
    await recordAudit(tx, { ...about, action: 'ticket.merge', objectId: duplicateId, after: { survivorId } });
    return { kind: 'changed', ticketId: survivorId };
  }
}
