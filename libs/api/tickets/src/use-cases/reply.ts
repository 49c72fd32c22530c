import type { Tx } from '@daylight/api-database';
import { newId } from '@daylight/api-platform';
import { Injectable } from '@nestjs/common';
import type { Actor, ImplementationOutcome, ResolutionCode, TicketCommand } from '@daylight/domain';
import { attachFiles, unknownFiles } from '../write/attachments.js';
import { changeTicket, type Target } from './change-ticket.js';
import { BODY_LENGTH, textFault } from './opening-faults.js';
import { invalid, type ChangeOutcome } from './outcome.js';
import { resolveCommand } from './resolve-ticket.js';

export interface Reply extends Target {
  readonly body: string;
  readonly visibility: 'PUBLIC' | 'INTERNAL';
  /** Asks the client something; only then may the ticket wait on the client (D-SLA-4). */
  readonly question: boolean;
  /** Auto-replies by mail: they change nothing but the thread. */
  readonly automatic: boolean;
  readonly fileIds: readonly string[];
  /** Sends the question and waits for its answer in one go: the waiting reason. */
  readonly thenWait: string | null;
  /** Resolves with this very reply. */
  readonly thenResolve: ResolutionCode | null;
  /** Of a change that it resolves, how it went. */
  readonly thenChangeOutcome?: ImplementationOutcome | null;
  /** Default: the scope's person. Mail intake replies for the sender. */
  readonly actor?: Actor;
}

function commandsOf(reply: Reply, messageId: string): readonly TicketCommand[] {
  const { visibility, automatic, question, thenWait, thenResolve, thenChangeOutcome = null } = reply;
  const said: TicketCommand = { kind: 'REPLY', messageId, visibility, automatic, question };
  const wait: readonly TicketCommand[] =
    thenWait === null
      ? []
      : [
          {
            kind: 'WAIT',
            status: 'WAITING_ON_CLIENT',
            reason: thenWait,
            questionMessageId: messageId,
            caseNumber: null,
          },
        ];
  const resolve = thenResolve === null ? [] : [resolveCommand(thenResolve, thenChangeOutcome)];
  return [said, ...wait, ...resolve];
}

/** A message, public or internal, by any side and channel; with what the author wants to follow from it. */
@Injectable()
export class ReplyToTicket {
  async run(tx: Tx, reply: Reply): Promise<ChangeOutcome> {
    const faults = [...textFault('body', reply.body, BODY_LENGTH), ...(await unknownFiles(tx, reply.fileIds))];
    if (faults.length > 0) return invalid(...faults);
    const messageId = newId();
    return changeTicket(tx, reply, ({ row }) => ({
      commands: commandsOf(reply, messageId),
      messages: [{ messageId, body: reply.body }],
      afterwards: () => attachFiles(tx, { tenantId: row.tenant_id, ticketId: row.ticket_id, messageId }, reply.fileIds),
      ...(reply.actor === undefined ? {} : { actor: reply.actor }),
    }));
  }
}
