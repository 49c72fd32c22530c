import { QueryView } from '@daylight/web-app';
import { useQuery } from '@daylight/web-data';
import {
  badgeClock,
  isOwed,
  Badge,
  Button,
  IconButton,
  PriorityBadge,
  Prose,
  Row,
  SlaBadge,
  Stack,
  StatusBadge,
  Text,
  Time,
} from '@daylight/web-ui';
import { IconLock, IconX } from '@tabler/icons-react';
import { useText } from '../../app/text.js';
import { QueuePeekDocument, type QueuePeekQuery } from './generated/queue.js';
import classes from './peek.module.css';

interface PeekProps {
  readonly id: string;
  readonly onClose: () => void;
}

type Peeked = NonNullable<QueuePeekQuery['ticket']>;

const LATEST = 3;

/** A look at a ticket without leaving the list. It follows the row that has the focus. */
export function Peek({ id, onClose }: PeekProps) {
  const text = useText();
  const [state, ask] = useQuery({ query: QueuePeekDocument, variables: { id } });
  return (
    <section className={classes['peek']} aria-label={text('queue.peek')}>
      <header className={classes['bar']}>
        <strong>{state.data?.ticket?.key ?? text('queue.peek')}</strong>
        <IconButton label={text('queue.peekClose')} icon={<IconX size={18} />} onClick={onClose} />
      </header>
      <div className={classes['body']}>
        <QueryView state={state} onRetry={() => ask({ requestPolicy: 'network-only' })} lines={4} lineHeight="4rem">
          {({ ticket }) => (ticket === null ? <p>{text('page.gone')}</p> : <Content ticket={ticket} />)}
        </QueryView>
      </div>
    </section>
  );
}

function Content({ ticket }: { readonly ticket: Peeked }) {
  const text = useText();
  const running = ticket.clocks.filter(isOwed);
  const messages = ticket.messages.filter(({ withdrawnAt }) => withdrawnAt === null).slice(-LATEST);
  return (
    <Stack gap="m">
      <div>
        <h2 className={classes['subject']}>{ticket.subject}</h2>
        <Text look="small">
          {ticket.tenant.name} · {ticket.requester?.displayName ?? '–'} · <Time at={ticket.openedAt} style="dayTime" />
        </Text>
      </div>
      <Row gap="s">
        <PriorityBadge priority={ticket.priority} withName />
        <StatusBadge status={ticket.status} />
      </Row>
      <p className={classes['next']}>{ticket.nextStep.sentence}</p>
      {running.length === 0 ? null : (
        <Row gap="xs">
          {running.map((clock) => (
            <SlaBadge key={clock.id} clock={badgeClock(clock)} />
          ))}
        </Row>
      )}
      <div className={classes['text']}>
        <Prose text={ticket.description} />
      </div>
      {messages.map((message) => (
        <div key={message.id} className={classes['message']} data-visibility={message.visibility}>
          <Row gap="xs">
            <Text look="strong">{message.author?.displayName ?? 'Daylight'}</Text>
            {message.visibility === 'INTERNAL' ? (
              <Badge tone="warn" icon={<IconLock aria-hidden />}>
                {text('queue.internal')}
              </Badge>
            ) : null}
            <Text look="small">
              <Time at={message.at} style="dayTime" />
            </Text>
          </Row>
          <Prose text={message.body} />
        </div>
      ))}
      <Button look="secondary" full href={`/tickets/${ticket.key}`} keys="Enter">
        {text('queue.open')}
      </Button>
    </Stack>
  );
}
