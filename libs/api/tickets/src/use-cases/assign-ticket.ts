import type { StaffScope, SystemScope } from '@daylight/api-platform';
import type { Tx } from '@daylight/api-database';
import { Injectable } from '@nestjs/common';
import { isAssignable, isTeam } from '../queries/people.js';
import { changeTicket, type Target } from './change-ticket.js';
import type { ChangeOutcome, InputFault } from './outcome.js';

export interface Assignment extends Target {
  readonly assigneeId: string | null;
  readonly teamId: string | null;
}

async function assignmentFaults(
  tx: Tx,
  tenantId: string,
  { assigneeId, teamId }: Assignment,
): Promise<readonly InputFault[]> {
  const person = assigneeId === null || (await isAssignable(tx, tenantId, assigneeId));
  const team = teamId === null || (await isTeam(tx, teamId));
  return [
    ...(person ? [] : [{ path: 'assigneeId', kind: 'UNKNOWN_PERSON' } as const]),
    ...(team ? [] : [{ path: 'teamId', kind: 'UNKNOWN_TEAM' } as const]),
  ];
}

/** Gives a ticket to a member of staff who may see it, to a team, or to nobody. */
@Injectable()
export class AssignTicket {
  run(tx: Tx<StaffScope | SystemScope>, assignment: Assignment): Promise<ChangeOutcome> {
    return changeTicket(tx, assignment, async ({ row }) => {
      const faults = await assignmentFaults(tx, row.tenant_id, assignment);
      if (faults.length > 0) return { faults };
      const { assigneeId, teamId } = assignment;
      return { commands: [{ kind: 'ASSIGN', assigneeId, teamId }] };
    });
  }
}
