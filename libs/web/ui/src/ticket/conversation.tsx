import { mailLeavesAt } from '@daylight/domain';
import { now } from '@daylight/web-format';
import { IconArrowBackUp, IconHourglass, IconLock, IconMessageQuestion, IconRobot } from '@tabler/icons-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { Badge } from '../feedback/badge.js';
import { Prose } from '../prose/prose.js';
import { Time } from '../text/time.js';
import { useUiText } from '../text/ui-text.js';
import { useNow } from '../text/use-now.js';
import classes from './conversation.module.css';
import { FileLinks, type LinkedFile } from './file-links.js';

/** A message as the API gives it; clients never get one that is INTERNAL. */
export interface ConversationMessage {
  readonly id: string;
  readonly at: string;
  readonly side: 'CLIENT' | 'PROVIDER' | 'SYSTEM';
  readonly author: { readonly displayName: string } | null;
  readonly body: string;
  readonly automatic: boolean;
  readonly question: boolean;
  readonly attachments: readonly LinkedFile[];
  readonly visibility?: 'PUBLIC' | 'INTERNAL';
  readonly withdrawnAt?: string | null;
}

export interface ConversationProps {
  readonly label: string;
  readonly messages: readonly ConversationMessage[];
  /** The anchor of the message that the address names (`c-<id>`): it is marked, and takes the focus once. */
  readonly named?: string | null;
  /** The reader's own side: its messages stand on the right. */
  readonly side: 'CLIENT' | 'PROVIDER';
  /** What can be done with a message, e.g. taking it back. */
  readonly actions?: (message: ConversationMessage) => ReactNode;
}

/** Who wrote what, in order. An internal note differs by hue, icon and words: nobody should mistake the one for the other. */
export function Conversation({ label, messages, side, named = null, actions }: ConversationProps) {
  const list = useNamedMessage(named, messages);
  return (
    <ol ref={list} className={classes['list']} aria-label={label}>
      {messages.map((message) => (
        <li
          key={message.id}
          id={anchorOf(message.id)}
          tabIndex={-1}
          data-named={anchorOf(message.id) === named}
          className={classes['item']}
          data-own={message.side === side}
          data-kind={kindOf(message)}
        >
          <Message message={message} own={message.side === side} actions={actions?.(message)} />
        </li>
      ))}
    </ol>
  );
}

const anchorOf = (messageId: string): string => `c-${messageId}`;

/** Takes the reader to the message that the address names, as soon as it is there, and only once. */
function useNamedMessage(named: string | null, messages: readonly ConversationMessage[]) {
  const list = useRef<HTMLOListElement>(null);
  const shown = useRef<string | null>(null);
  useEffect(() => {
    if (named === null || shown.current === named) return;
    const place = [...(list.current?.children ?? [])].find(({ id }) => id === named);
    if (!(place instanceof HTMLElement)) return;
    shown.current = named;
    place.scrollIntoView({ block: 'center' });
    place.focus({ preventScroll: true });
  }, [named, messages]);
  return list;
}

function kindOf(message: ConversationMessage): 'withdrawn' | 'internal' | 'system' | 'client' | 'provider' {
  if (typeof message.withdrawnAt === 'string') return 'withdrawn';
  if (message.visibility === 'INTERNAL') return 'internal';
  return message.side === 'CLIENT' ? 'client' : message.side === 'PROVIDER' ? 'provider' : 'system';
}

const leavesAt = ({ at }: ConversationMessage): number => mailLeavesAt(Date.parse(at));

/** Said, but its mail hasn't left: until then it can be taken back as if it had never been sent. */
function Sending({ message }: { readonly message: ConversationMessage }) {
  const text = useUiText();
  if (useNow('second') >= leavesAt(message)) return null;
  return <Badge icon={<IconHourglass aria-hidden />}>{text('ui.conversation.sending')}</Badge>;
}

interface MessageProps {
  readonly message: ConversationMessage;
  readonly own: boolean;
  readonly actions: ReactNode;
}

function Message({ message, own, actions }: MessageProps) {
  const text = useUiText();
  const kind = kindOf(message);
  const author = message.author?.displayName ?? text('ui.conversation.system');
  return (
    <article className={classes['message']}>
      <header className={classes['head']}>
        <span className={classes['avatar']} aria-hidden>
          {message.side === 'SYSTEM' ? <IconRobot size={16} stroke={1.75} /> : [...author][0]}
        </span>
        <strong className={classes['author']}>{author}</strong>
        {message.side === 'SYSTEM' ? null : (
          <span className={classes['side']}>{text(`ui.conversation.side.${message.side}`)}</span>
        )}
        {kind === 'internal' ? (
          <Badge tone="warn" icon={<IconLock aria-hidden />}>
            {text('ui.conversation.internal')}
          </Badge>
        ) : null}
        {message.question ? (
          <Badge tone="accent" icon={<IconMessageQuestion aria-hidden />}>
            {text('ui.conversation.question')}
          </Badge>
        ) : null}
        {message.automatic ? <Badge icon={<IconRobot aria-hidden />}>{text('ui.conversation.automatic')}</Badge> : null}
        {own && (kind === 'client' || kind === 'provider') && !message.automatic && now() < leavesAt(message) ? (
          <Sending message={message} />
        ) : null}
        {kind === 'withdrawn' ? (
          <Badge icon={<IconArrowBackUp aria-hidden />}>{text('ui.conversation.withdrawn')}</Badge>
        ) : null}
        <a className={classes['at']} href={`#${anchorOf(message.id)}`}>
          <Time at={message.at} style="dayTime" />
        </a>
        {actions}
      </header>
      <div className={classes['body']}>
        <Prose text={message.body} />
        <FileLinks files={message.attachments} />
      </div>
    </article>
  );
}
