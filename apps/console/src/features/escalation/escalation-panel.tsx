import { isOpen, RunView, useMay } from '@daylight/web-app';
import { useQuery } from '@daylight/web-data';
import { Button, Panel, Stack, Text } from '@daylight/web-ui';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useText } from '../../app/text.js';
import type { TicketWork } from '../ticket/ticket-work.js';
import { Acknowledge } from './acknowledge.js';
import { TicketRunsDocument } from './generated/runs.js';

const EscalateDialog = lazy(() => import('./escalate-dialog.js'));
/** While somebody is being called, news is asked for this often. */
const EVERY_MS = 10_000;

/** Who was called about this ticket, with which result, and what comes next; calls for help, and answers. */
export function EscalationPanel({ work }: { readonly work: TicketWork }) {
  const text = useText();
  const may = useMay();
  const { ticket } = work;
  const [asking, setAsking] = useState(false);
  const [waiting, setWaiting] = useState(false);
  const [{ data }, ask] = useQuery({ query: TicketRunsDocument, variables: { ticketId: ticket.id } });
  const runs = data?.ticketEscalations ?? [];
  const open = runs.find(isOpen);
  const latest = useRef(ask);
  latest.current = ask;
  const live = open !== undefined || waiting;
  useEffect(() => {
    if (!live) return;
    const timer = setInterval(() => latest.current({ requestPolicy: 'network-only' }), EVERY_MS);
    return () => clearInterval(timer);
  }, [live]);
  // The ticket was touched: whatever touched it may have begun or ended a run.
  useEffect(() => latest.current({ requestPolicy: 'network-only' }), [ticket.version]);
  const reload = (): void => ask({ requestPolicy: 'network-only' });
  const over = ['RESOLVED', 'CLOSED', 'CANCELLED', 'MERGED'].includes(ticket.status);
  const mayAsk = may('ticket:reply') && !over && open === undefined;
  if (runs.length === 0 && !mayAsk) return null;
  return (
    <Panel
      title={text('escalate.panel')}
      anchor="escalation"
      actions={
        open === undefined ? (
          mayAsk ? (
            <Button size="small" onClick={() => setAsking(true)}>
              {text('escalate.ask')}
            </Button>
          ) : undefined
        ) : (
          <Acknowledge escalationId={open.id} onDone={reload} />
        )
      }
    >
      <Stack>
        {runs.length === 0 ? <Text look="small">{text(waiting ? 'escalate.begins' : 'escalate.none')}</Text> : null}
        {runs.map((run) => (
          <RunView key={run.id} run={run} />
        ))}
      </Stack>
      {asking ? (
        <Suspense>
          <EscalateDialog
            ticket={ticket}
            onAsked={() => {
              setWaiting(true);
              setTimeout(() => latest.current({ requestPolicy: 'network-only' }), 1_500);
            }}
            onClose={() => setAsking(false)}
          />
        </Suspense>
      ) : null}
    </Panel>
  );
}
