import { RebindingDialog, type RebindingAct } from '@daylight/web-app';
import { useQuery } from '@daylight/web-data';
import { useState } from 'react';
import { answerNode } from '../answer-node.js';
import { AnswerRebindingDocument, ProposeRebindingDocument, RebindingDocument } from '../generated/rebinding.js';
import type { TicketWork } from '../ticket-work.js';

/** Proposes to judge the ticket by another version, or answers the client's proposal. */
export function Rebinding({ work, onClose }: { readonly work: TicketWork; readonly onClose: () => void }) {
  const { ticket } = work;
  const [chosen, setChosen] = useState<string | null>(null);
  const variables = { ticketId: ticket.id, contractVersionId: chosen };
  const [{ data }, again] = useQuery({ query: RebindingDocument, variables, requestPolicy: 'network-only' });
  async function send(act: RebindingAct) {
    const at = { ticketId: ticket.id, expectedVersion: ticket.version };
    const { kind, ...said } = act;
    const answer =
      'reason' in said
        ? await work.send(ProposeRebindingDocument, { input: { ...at, ...said } }, (sent) => sent.proposeRebinding)
        : await work.send(AnswerRebindingDocument, { input: { ...at, ...said } }, (sent) => sent.answerRebinding);
    if (answer.kind !== 'done') again({ requestPolicy: 'network-only' });
    return answerNode(answer);
  }
  return (
    <RebindingDialog shown={data?.rebinding} chosen={chosen} onChoose={setChosen} onSend={send} onClose={onClose} />
  );
}
