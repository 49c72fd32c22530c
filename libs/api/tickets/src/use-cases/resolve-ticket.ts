import type { StaffScope, SystemScope } from '@daylight/api-platform';
import type { Tx } from '@daylight/api-database';
import { Injectable } from '@nestjs/common';
import type { ResolutionCode } from '@daylight/domain';
import { changeTicket, type Target } from './change-ticket.js';
import type { ChangeOutcome } from './outcome.js';

/** Done, until the client says otherwise within the window of the terms. */
@Injectable()
export class ResolveTicket {
  run(tx: Tx<StaffScope | SystemScope>, target: Target & { readonly code: ResolutionCode }): Promise<ChangeOutcome> {
    return changeTicket(tx, target, () => ({ commands: [{ kind: 'RESOLVE', code: target.code }] }));
  }
}
