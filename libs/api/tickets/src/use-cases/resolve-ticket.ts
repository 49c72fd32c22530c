import type { StaffScope, SystemScope } from '@daylight/api-platform';
import type { Tx } from '@daylight/api-database';
import { Injectable } from '@nestjs/common';
import type { CommandOf, ImplementationOutcome, ResolutionCode } from '@daylight/domain';
import { changeTicket, type Target } from './change-ticket.js';
import type { ChangeOutcome } from './outcome.js';

interface Resolution extends Target {
  readonly code: ResolutionCode;
  /** Of a change, how it went; null: not said. */
  readonly changeOutcome?: ImplementationOutcome | null;
}

/** The command that resolves, of a change with how it went. */
export function resolveCommand(code: ResolutionCode, outcome: ImplementationOutcome | null): CommandOf<'RESOLVE'> {
  return { kind: 'RESOLVE', code, ...(outcome === null ? {} : { outcome }) };
}

/** Done, until the client says otherwise within the window of the terms. */
@Injectable()
export class ResolveTicket {
  run(tx: Tx<StaffScope | SystemScope>, { code, changeOutcome = null, ...target }: Resolution): Promise<ChangeOutcome> {
    return changeTicket(tx, target, () => ({ commands: [resolveCommand(code, changeOutcome)] }));
  }
}
