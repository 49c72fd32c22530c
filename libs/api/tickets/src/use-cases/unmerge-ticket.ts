import { isId } from '@daylight/api-calendars';
import { recordAudit, type Tx } from '@daylight/api-database';
import type { StaffScope } from '@daylight/api-platform';
import { Injectable } from '@nestjs/common';
import { readTicket } from '../log/load-ticket.js';
import { applyEvents } from '../write/apply-events.js';
import { planChange, type Target } from './change-ticket.js';
import { lockBoth } from './lock-both.js';
import type { ChangeOutcome } from './outcome.js';

/** Undoes a merge (D-SLA-7): both logs say so in one transaction. What the survivor has become meanwhile stays. Audited. */
@Injectable()
export class UnmergeTicket {
  async run(tx: Tx<StaffScope>, { ticketId, expectedVersion }: Target): Promise<ChangeOutcome> {
    const seen = isId(ticketId) ? await readTicket(tx, ticketId) : null;
    if (seen === null) return { kind: 'not-found', what: 'ticket' };
    const survivorId = seen.row.merged_into;
    if (survivorId === null) return { kind: 'refused', problem: { kind: 'NOT_MERGED', field: 'ticketId' } };
    const [ticket, survivor] = await lockBoth(tx, ticketId, survivorId);
    if (!ticket || !survivor) return { kind: 'not-found', what: 'ticket' };
    if (expectedVersion !== null && ticket.row.version !== expectedVersion)
      return { kind: 'conflict', ticketId, yours: expectedVersion };
    const apart = planChange(tx, ticket, { commands: [{ kind: 'UNMERGE' }] });
    if (apart.kind === 'refused') return apart;
    const released = planChange(tx, survivor, { commands: [{ kind: 'RELEASE', ticketId }] });
    if (released.kind === 'refused') return released;
    await applyEvents(tx, [apart.change, released.change]);
    const about = { objectType: 'ticket', tenantId: ticket.row.tenant_id };
    await recordAudit(tx, { ...about, action: 'ticket.unmerge', objectId: ticketId, before: { survivorId } });
    return { kind: 'changed', ticketId };
  }
}
