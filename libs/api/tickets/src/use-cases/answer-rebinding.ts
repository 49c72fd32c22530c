import type { Tx } from '@daylight/api-database';
import { Injectable } from '@nestjs/common';
import { signedChanges, type TicketCommand } from '@daylight/domain';
import type { LoadedTicket } from '../log/load-ticket.js';
import { rebindingPreview } from '../queries/rebinding.js';
import { changeTicket, type PlanOrFaults, type Target } from './change-ticket.js';
import type { ChangeOutcome } from './outcome.js';

export interface RebindingAnswer extends Target {
  readonly proposalId: string;
  readonly agree: boolean;
  /** Of the changes that were shown; null where it is declined. */
  readonly changesDigest: string | null;
}

/**
 * The consent of the other side binds the ticket to the version it was shown (D-CON-1): verdicts, facts and due instants
 * follow in the same transaction, and the audit keeps what changed. Declines, or takes the own proposal back, as well.
 */
@Injectable()
export class AnswerRebinding {
  run(tx: Tx, answer: RebindingAnswer): Promise<ChangeOutcome> {
    return changeTicket(tx, answer, (ticket) => planOf(tx, ticket, answer));
  }
}

async function planOf(tx: Tx, ticket: LoadedTicket, answer: RebindingAnswer): Promise<PlanOrFaults> {
  const { proposalId, agree } = answer;
  const open = ticket.state.proposals.find((proposal) => proposal.proposalId === proposalId);
  const wanted = open?.offer.kind === 'REBINDING' ? open.offer.binding : null;
  const command: TicketCommand = { kind: 'ANSWER_PROPOSAL', proposalId: wanted === null ? '' : proposalId, agree };
  const action = 'ticket.answer-rebinding';
  if (wanted === null || !agree || open?.side === tx.scope.side)
    return { commands: [command], audit: { action, after: { agree } } };
  const preview = await rebindingPreview(tx, ticket, wanted.contractVersionId);
  if (preview === null) return { faults: [{ path: 'proposalId', kind: 'UNKNOWN_VERSION' }] };
  const { changes, changesDigest, binding, law, version } = preview;
  if (changesDigest !== answer.changesDigest) return { faults: [{ path: 'changesDigest', kind: 'VERDICTS_MOVED' }] };
  const { contractVersionId } = ticket.state.binding;
  return {
    commands: [{ ...command, changesDigest }],
    rebound: { ...law, serviceName: ticket.row.service_name },
    audit: {
      action,
      before: { contractVersionId },
      after: { agree, contractVersionId: binding.contractVersionId, ...signedChanges(version.termsDigest, changes) },
    },
  };
}
