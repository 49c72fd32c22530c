import { RebindingDialog, type RebindingAct } from '@daylight/web-app';
import { useClient, useQuery } from '@daylight/web-data';
import { useToast } from '@daylight/web-ui';
import { useState, type ReactNode } from 'react';
import { useText } from '../../app/text.js';
import { readChange } from './change.js';
import { AnswerRebindingDocument, ProposeRebindingDocument, RebindingDocument } from './generated/rebinding.js';
import type { TicketWholeFragment } from './generated/ticket.js';

interface RebindingProps {
  readonly ticket: TicketWholeFragment;
  readonly onClose: () => void;
}

/** Proposes to judge the ticket by another version, or answers the provider's proposal. */
export default function Rebinding({ ticket, onClose }: RebindingProps) {
  const text = useText();
  const toast = useToast();
  const client = useClient();
  const [chosen, setChosen] = useState<string | null>(null);
  const variables = { ticketId: ticket.id, contractVersionId: chosen };
  const [{ data }, again] = useQuery({ query: RebindingDocument, variables, requestPolicy: 'network-only' });
  async function ask(act: RebindingAct) {
    const at = { ticketId: ticket.id, expectedVersion: ticket.version };
    const { kind, ...said } = act;
    if ('reason' in said) {
      const sent = await client.mutation(ProposeRebindingDocument, { input: { ...at, ...said } }).toPromise();
      return sent.data?.proposeRebinding;
    }
    return (await client.mutation(AnswerRebindingDocument, { input: { ...at, ...said } }).toPromise()).data
      ?.answerRebinding;
  }
  async function send(act: RebindingAct): Promise<ReactNode> {
    const outcome = readChange(await ask(act), ticket, text('page.failed'));
    if (outcome.kind === 'changed') {
      toast({ text: text('agree.done') });
      return null;
    }
    again({ requestPolicy: 'network-only' });
    if (outcome.kind === 'refused') return outcome.messages.join(' ');
    return text(outcome.kind === 'gone' ? 'page.gone' : 'agree.changed');
  }
  return (
    <RebindingDialog shown={data?.rebinding} chosen={chosen} onChoose={setChosen} onSend={send} onClose={onClose} />
  );
}
