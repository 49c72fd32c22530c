import { useGo, useLocal } from '@daylight/web-app';
import { ClockStack, IconButton, PageLayout, Panel, useToast, type Audience } from '@daylight/web-ui';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { lazy, Suspense, useRef, useState } from 'react';
import { useText } from '../../app/text.js';
import { usePresence } from '../presence/use-presence.js';
import { usePageCommands } from '../search/page-commands.js';
import { nextOnTrail, readTrail } from '../tickets/trail.js';
import { sendAct, type PlainAct } from './acts.js';
import { SetTicketConfidentialDocument } from './generated/work.js';
import { ASKED_FOR, type AskedFor, type Question } from './questions.js';
import { SidePanel } from './side-panel.js';
import { TicketActions, TicketFacts } from './ticket-header.js';
import classes from './ticket-view.module.css';
import { useTicketWork, type TicketWork, type WholeTicket } from './ticket-work.js';
import { useLiveTicket } from './use-live-ticket.js';
import { useTicketKeys } from './use-ticket-keys.js';
import { Talk } from './talk.js';

const Dialogs = lazy(() => import('./dialogs/ticket-dialogs.js'));

/** The place where a ticket is worked. */
export function TicketView({ ticket, back }: { readonly ticket: WholeTicket; readonly back: string }) {
  const text = useText();
  const go = useGo();
  const work = useTicketWork(ticket);
  const [question, setQuestion] = useState<Question | null>(null);
  const [audience, setAudience] = useState<Audience>('PUBLIC');
  const field = useRef<HTMLTextAreaElement>(null);
  const act = useAct(work, setQuestion);
  const copyLink = useCopyLink(ticket.key);
  const write = (to: Audience): void => {
    setAudience(to);
    field.current?.focus();
  };
  const step = (by: 1 | -1): void => {
    const next = nextOnTrail(readTrail(), ticket.key, by);
    if (next !== null) go(`/tickets/${next}`);
  };
  const ask = (kind: AskedFor | 'status'): void => setQuestion({ kind });
  useLiveTicket(ticket.id, work.reload);
  const { others, onWrite } = usePresence(ticket.id);
  useTicketKeys({
    work,
    reply: () => write('PUBLIC'),
    note: () => write('INTERNAL'),
    claim: () => act('claimTicket'),
    ask,
    next: () => step(1),
    previous: () => step(-1),
    back: () => go(back),
    copyLink,
  });
  useCommands(work, ask);

  return (
    <PageLayout
      title={ticket.subject}
      documentTitle={`${ticket.key} ${ticket.subject}`}
      description={<TicketFacts ticket={ticket} others={others} />}
      back={{ href: back, label: text('queue.title') }}
      width="wide"
      actions={
        <>
          <TrailButtons ticketKey={ticket.key} onStep={step} />
          <TicketActions
            work={work}
            onAsk={setQuestion}
            onClaim={() => act('claimTicket')}
            onConfidential={() => void confidential(work)}
            onCopyLink={copyLink}
          />
        </>
      }
      aside={<SidePanel work={work} onAsk={setQuestion} />}
    >
      <p className={classes['next']}>{ticket.nextStep.sentence}</p>
      <Clocks ticket={ticket} />
      <Talk work={work} audience={audience} onAudience={setAudience} field={field} onWrite={onWrite} />
      <Suspense>
        {question === null ? null : (
          <Dialogs question={question} work={work} onAsk={setQuestion} onClose={() => setQuestion(null)} />
        )}
      </Suspense>
    </PageLayout>
  );
}

function confidential({ ticket, send }: TicketWork) {
  return send(
    SetTicketConfidentialDocument,
    { input: { ticketId: ticket.id, confidential: !ticket.confidential, expectedVersion: ticket.version } },
    (data) => data.setTicketConfidential,
  );
}

/** Runs what needs no dialog: says that it is done, or asks when somebody else was faster. */
function useAct(work: TicketWork, onAsk: (question: Question) => void): (act: PlainAct) => void {
  const text = useText();
  const toast = useToast();
  return (act) =>
    void sendAct(work, act).then((answer) => {
      if (answer.kind === 'done') toast({ text: text(`ticket.done.${act}`, { what: work.ticket.key }) });
      else if (answer.kind === 'refused') toast({ tone: 'error', text: answer.message });
      else onAsk({ kind: 'conflict', act, conflict: answer.conflict, seen: answer.seen });
    });
}

function useCopyLink(key: string): () => void {
  const text = useText();
  const toast = useToast();
  return () =>
    void globalThis.navigator.clipboard.writeText(`${globalThis.location.origin}/console/tickets/${key}`).then(
      () => toast({ text: text('ticket.linkCopied') }),
      () => toast({ tone: 'error', text: text('ticket.linkNotCopied') }),
    );
}

/** What the palette offers while this ticket is open. */
function useCommands(work: TicketWork, ask: (kind: AskedFor | 'status') => void): void {
  const text = useText();
  const kinds = [
    'assign',
    'priority',
    'classify',
    'service',
    'wait',
    'schedule',
    'resolve',
    'outcome',
    'log',
    'merge',
  ] as const;
  usePageCommands(
    kinds
      .filter((kind) => work.may(ASKED_FOR[kind]))
      .map((kind) => ({
        id: `ticket-${kind}`,
        label: text(`ticket.ask.${kind}`),
        group: work.ticket.key,
        run: () => ask(kind),
      })),
  );
}

function TrailButtons({ ticketKey, onStep }: { readonly ticketKey: string; readonly onStep: (by: 1 | -1) => void }) {
  const text = useText();
  const trail = readTrail();
  if (!trail.keys.includes(ticketKey)) return null;
  return (
    <span className={classes['trail']}>
      <IconButton
        label={text('queue.keys.previous')}
        icon={<IconChevronUp size={20} />}
        disabled={nextOnTrail(trail, ticketKey, -1) === null}
        onClick={() => onStep(-1)}
      />
      <IconButton
        label={text('queue.keys.next')}
        icon={<IconChevronDown size={20} />}
        disabled={nextOnTrail(trail, ticketKey, 1) === null}
        onClick={() => onStep(1)}
      />
    </span>
  );
}

function Clocks({ ticket }: { readonly ticket: WholeTicket }) {
  const text = useText();
  const local = useLocal();
  if (ticket.clocks.length === 0) return null;
  return (
    <Panel title={text('ticket.clocks')} look="flush">
      <ClockStack
        clocks={ticket.clocks}
        pausedReason={ticket.waitingReason === null ? null : local(ticket.waitingReason)}
      />
    </Panel>
  );
}
