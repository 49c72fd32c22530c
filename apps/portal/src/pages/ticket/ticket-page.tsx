import { QueryView, useLocal, useParam } from '@daylight/web-app';
import { useQuery, useSession, useSubscription } from '@daylight/web-data';
import {
  badgeClock,
  Badge,
  Button,
  ClockStack,
  EmptyState,
  leadingClock,
  Link,
  Notice,
  PageLayout,
  Panel,
  PriorityBadge,
  Row,
  SlaBadge,
  StatusBadge,
} from '@daylight/web-ui';
import { useRef } from 'react';
import { useText } from '../../app/text.js';
import { EscalationPanel } from '../../features/escalation/escalation-panel.js';
import { ActBar } from '../../features/ticket/act-bar.js';
import { Agreements } from '../../features/ticket/agreements.js';
import { ConflictNotice } from '../../features/ticket/conflict-notice.js';
import {
  TicketLiveDocument,
  TicketPageDocument,
  type TicketWholeFragment,
} from '../../features/ticket/generated/ticket.js';
import { useHeld } from '../../features/ticket/held.js';
import { RateTicket } from '../../features/ticket/rate-ticket.js';
import { ReplyBox } from '../../features/ticket/reply-box.js';
import { Talk } from '../../features/ticket/talk.js';
import { TicketFacts } from '../../features/ticket/ticket-facts.js';
import { useActs, type Acts } from '../../features/ticket/use-acts.js';

const ID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/i;

/** One ticket, by its id or by what people call it (`/tickets/ACME-1042`). */
export function TicketPage() {
  const text = useText();
  const asked = useParam('ticketId');
  const [result, ask] = useQuery({
    query: TicketPageDocument,
    variables: ID.test(asked) ? { id: asked } : { key: asked },
  });
  const refresh = (): void => ask({ requestPolicy: 'network-only' });
  return (
    <QueryView state={result} onRetry={refresh} lines={6} lineHeight="6rem">
      {({ ticket }) =>
        ticket === null ? (
          <PageLayout title={text('ticket.none')} back={{ href: '/tickets', label: text('app.nav.tickets') }}>
            <Panel look="flush">
              <EmptyState
                title={text('ticket.none')}
                action={<Button href="/tickets">{text('app.nav.tickets')}</Button>}
              >
                {text('page.gone')}
              </EmptyState>
            </Panel>
          </PageLayout>
        ) : (
          <TicketView key={ticket.id} ticket={ticket} onTouched={refresh} />
        )
      }
    </QueryView>
  );
}

function TicketView({ ticket, onTouched }: { readonly ticket: TicketWholeFragment; readonly onTouched: () => void }) {
  const text = useText();
  const local = useLocal();
  const { viewer } = useSession();
  const acts = useActs(ticket);
  const held = useHeld(ticket.messages, viewer.id);
  const seenVersion = useRef(ticket.version);
  if (held.count === 0) seenVersion.current = ticket.version;
  useSubscription({ query: TicketLiveDocument, variables: { id: ticket.id } }, (_before: unknown, touched: unknown) => {
    onTouched();
    return touched;
  });
  const mayReply = ticket.actions.includes('replyToTicket');
  return (
    <PageLayout
      title={ticket.subject}
      documentTitle={`${ticket.key} ${ticket.subject}`}
      back={{ href: '/tickets', label: text('app.nav.tickets') }}
      description={<Marks ticket={ticket} />}
      actions={<ActBar ticket={ticket} acts={acts} />}
      aside={<TicketFacts ticket={ticket} />}
    >
      <Endings acts={acts} />
      <NextStep ticket={ticket} mayReply={mayReply} />
      {ticket.clocks.length === 0 ? null : (
        <Panel look="flush" title={text('clock.all')} description={text('clock.lead')}>
          <ClockStack
            clocks={ticket.clocks}
            pausedReason={ticket.waitingReason === null ? null : local(ticket.waitingReason)}
          />
        </Panel>
      )}
      <EscalationPanel ticket={ticket} />
      <Agreements ticket={ticket} />
      <RateTicket ticket={ticket} />
      <Panel title={text('ticket.conversation')}>
        <Talk
          ticket={ticket}
          shown={held.shown}
          held={held.count}
          onShow={held.show}
          onWithdraw={(id) => void acts.withdraw(id)}
        />
      </Panel>
      {mayReply ? (
        <section id="reply" aria-label={text('reply.label')}>
          <ReplyBox ticket={ticket} seenVersion={seenVersion.current} onUndo={acts.withdraw} />
        </section>
      ) : null}
    </PageLayout>
  );
}

function Marks({ ticket }: { readonly ticket: TicketWholeFragment }) {
  const text = useText();
  const local = useLocal();
  const clock = leadingClock(ticket.clocks);
  return (
    <Row>
      <span className="dl-number">{ticket.key}</span>
      <PriorityBadge priority={ticket.priority} withName />
      <StatusBadge status={ticket.status} />
      {clock === null ? null : (
        <SlaBadge
          clock={badgeClock(clock)}
          contractZone={clock.explanation.zone}
          pausedReason={ticket.waitingReason === null ? null : local(ticket.waitingReason)}
        />
      )}
      {ticket.outOfContract ? (
        <Badge tone="warn" look="outline">
          {text('ticket.outOfContract')}
        </Badge>
      ) : null}
      {ticket.confidential ? <Badge look="outline">{text('ticket.confidential')}</Badge> : null}
    </Row>
  );
}

/** How the last act ended, where it didn't simply work. */
function Endings({ acts }: { readonly acts: Acts }) {
  const text = useText();
  const { conflict, refusal } = acts;
  if (conflict !== null)
    return (
      <ConflictNotice
        conflict={conflict}
        label={text(`act.${conflict.act}`)}
        onInsist={() => void acts.insist()}
        onDismiss={acts.dismiss}
      />
    );
  if (refusal === null) return null;
  return (
    <Notice tone="danger" live title={text('act.refused')}>
      {refusal.messages.map((message) => (
        <p key={message}>{message}</p>
      ))}
      {refusal.goOnAt === null ? null : (
        <p>
          <Link href={`/tickets/${refusal.goOnAt.id}`}>{refusal.goOnAt.key}</Link>
        </p>
      )}
    </Notice>
  );
}

function NextStep({
  ticket: { nextStep, outOfContract },
  mayReply,
}: {
  readonly ticket: TicketWholeFragment;
  readonly mayReply: boolean;
}) {
  const text = useText();
  const yours = nextStep.kind === 'YOUR_ANSWER_NEEDED';
  return (
    <>
      {outOfContract ? (
        <Notice tone="warn" title={text('ticket.outOfContract')}>
          {text('ticket.outOfContract.body')}
        </Notice>
      ) : null}
      <Notice
        tone={yours ? 'warn' : nextStep.kind === 'OVER' ? 'ok' : 'info'}
        title={text('ticket.next')}
        action={
          yours && mayReply ? (
            <Button size="small" onClick={() => document.querySelector<HTMLElement>('#reply textarea')?.focus()}>
              {text('ticket.answer')}
            </Button>
          ) : undefined
        }
      >
        {nextStep.sentence}
      </Notice>
    </>
  );
}
