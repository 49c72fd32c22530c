import { ContactList, useMay } from '@daylight/web-app';
import { outcomeOf, useMutation, useQuery } from '@daylight/web-data';
import { Button, Dialog, Notice, Stack, Text, useToast } from '@daylight/web-ui';
import { useState } from 'react';
import { useText } from '../../app/text.js';
import type { TicketWholeFragment } from '../ticket/generated/ticket.js';
import { ForeseenCalls } from './foreseen-calls.js';
import { EscalationPreviewDocument } from './generated/contacts.js';
import { ForeseenCallsDocument } from './generated/foreseen.js';
import { EscalateTicketDocument } from './generated/runs.js';

interface EscalateDialogProps {
  readonly ticket: Pick<TicketWholeFragment, 'id' | 'key'>;
  readonly onAsked: () => void;
  readonly onClose: () => void;
}

/** Says who can be called and how it goes on, before anybody is. */
export default function EscalateDialog({ ticket, onAsked, onClose }: EscalateDialogProps) {
  const text = useText();
  const toast = useToast();
  const may = useMay();
  const [trouble, setTrouble] = useState<string | null>(null);
  const [{ fetching }, escalate] = useMutation(EscalateTicketDocument);
  const [{ data }] = useQuery({ query: EscalationPreviewDocument, pause: !may('contact:read') });
  const contacts = data?.escalationLadder.provider ?? [];
  const [{ data: asked }] = useQuery({
    query: ForeseenCallsDocument,
    variables: { ticketId: ticket.id },
    requestPolicy: 'network-only',
  });
  const foreseen = asked?.previewEscalation ?? null;
  async function submit(): Promise<void> {
    const answer = await escalate({ input: { ticketId: ticket.id } });
    if (answer.data === undefined) return setTrouble(text('page.failed'));
    outcomeOf(answer.data.escalateTicket, {
      EscalationRequested: () => {
        toast({ text: text('escalate.requested') });
        onAsked();
        onClose();
      },
      EscalationRunsAlready: () => setTrouble(text('escalate.runsAlready')),
      TicketNotOpenToEscalate: () => setTrouble(text('escalate.over')),
      NotFound: () => setTrouble(text('page.gone')),
    });
  }
  return (
    <Dialog
      opened
      title={text('escalate.title', { what: ticket.key })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{text('escalation.cancel')}</Button>
          <Button look="primary" busy={fetching} onClick={() => void submit()}>
            {text('escalate.do')}
          </Button>
        </>
      }
    >
      <Stack>
        {trouble === null ? null : <Notice tone="danger" live title={trouble} />}
        <Text>{text('escalate.lead')}</Text>
        {foreseen === null ? null : <ForeseenCalls foreseen={foreseen} />}
        {contacts.length === 0 ? null : <ContactList label={text('escalate.whom')} contacts={contacts} />}
      </Stack>
    </Dialog>
  );
}
