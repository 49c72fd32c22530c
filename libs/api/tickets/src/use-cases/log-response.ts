import type { StaffScope } from '@daylight/api-platform';
import type { Tx } from '@daylight/api-database';
import { Injectable } from '@nestjs/common';
import type { ResponseAct } from '@daylight/domain';
import { staffAmong, tenantPeopleAmong } from '../queries/people.js';
import { changeTicket, type Target } from './change-ticket.js';
import type { ChangeOutcome } from './outcome.js';

export interface LoggedResponse extends Target {
  readonly act: Exclude<ResponseAct, 'PUBLIC_REPLY'>;
  readonly personId: string | null;
}

/** A call, an arrival on site: a response where the terms count it (D-SLA-3). Audited, since only staff vouch for it. */
@Injectable()
export class LogResponse {
  run(tx: Tx<StaffScope>, logged: LoggedResponse): Promise<ChangeOutcome> {
    const { act, personId } = logged;
    return changeTicket(tx, logged, async ({ row }) => {
      const known = personId === null || (await this.isKnown(tx, row.tenant_id, personId));
      if (!known) return { faults: [{ path: 'personId', kind: 'UNKNOWN_PERSON' }] };
      return {
        commands: [{ kind: 'LOG_RESPONSE', act, personId }],
        audit: { action: 'ticket.log-response', after: { act, personId } },
      };
    });
  }

  private async isKnown(tx: Tx<StaffScope>, tenantId: string, personId: string): Promise<boolean> {
    const [members, staff] = await Promise.all([
      tenantPeopleAmong(tx, tenantId, [personId]),
      staffAmong(tx, [personId]),
    ]);
    return members.has(personId) || staff.has(personId);
  }
}
