import { useMay } from '@daylight/web-app';
import { outcomeOf, useMutation, useQuery } from '@daylight/web-data';
import { Skeleton, Text, useNow, useToast } from '@daylight/web-ui';
import { useState } from 'react';
import { useText } from '../../app/text.js';
import { FormDialog } from '../page/form-dialog.js';
import type { WholeTicket } from '../ticket/ticket-work.js';
import { ContractOfVersionDocument, SimulateEscalationDocument } from './generated/preview.js';
import { EscalateTicketDocument } from './generated/runs.js';
import { Simulated } from './simulated.js';

interface EscalateDialogProps {
  readonly ticket: WholeTicket;
  readonly onAsked: () => void;
  readonly onClose: () => void;
}

/** Says who would be called and when, before anybody is. */
export default function EscalateDialog({ ticket, onAsked, onClose }: EscalateDialogProps) {
  const text = useText();
  const toast = useToast();
  const may = useMay();
  const now = useNow('minute');
  const [at] = useState(() => new Date(now).toISOString());
  const [, escalate] = useMutation(EscalateTicketDocument);
  const versionId = ticket.contractVersionId;
  const [version] = useQuery({
    query: ContractOfVersionDocument,
    variables: { id: versionId ?? '' },
    pause: versionId === null || !may('contract:read'),
  });
  const contractId = version.data?.contractVersion?.version.contractId ?? null;
  const { tenant, priority, type } = ticket;
  const [{ data, fetching }] = useQuery({
    query: SimulateEscalationDocument,
    variables: { tenantId: tenant.id, contractId, priority, type, at },
    pause: version.fetching || !may('escalation:read'),
  });
  const simulation = data?.simulateEscalation ?? null;
  async function submit(): Promise<string | null> {
    const answer = await escalate({ input: { ticketId: ticket.id } });
    if (answer.data === undefined) return text('page.unreachable');
    return outcomeOf(answer.data.escalateTicket, {
      EscalationRequested: () => {
        toast({ text: text('escalate.requested') });
        onAsked();
        return null;
      },
      EscalationRunsAlready: () => text('escalate.runsAlready'),
      TicketNotOpenToEscalate: () => text('escalate.over'),
      NotFound: () => text('page.gone'),
    });
  }
  return (
    <FormDialog
      title={text('escalate.title', { what: ticket.key })}
      submitLabel={text('escalate.do')}
      onSubmit={submit}
      onClose={onClose}
    >
      <Text>{text('escalate.lead')}</Text>
      {simulation === null ? (
        fetching ? (
          <Skeleton height="2rem" lines={3} />
        ) : null
      ) : (
        <Simulated simulation={simulation} />
      )}
    </FormDialog>
  );
}
