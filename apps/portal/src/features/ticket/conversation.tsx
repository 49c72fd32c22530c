import { useSession } from '@daylight/web-data';
import { Badge, Button, Time } from '@daylight/web-ui';
import { useText } from '../../app/text.js';
import { FileLinks } from '../files/file-links.js';
import { Prose } from '../prose/prose.js';
import classes from './conversation.module.css';
import type { TicketWholeFragment } from './generated/ticket.js';

type Message = TicketWholeFragment['messages'][number];

interface ConversationProps {
  readonly ticket: TicketWholeFragment;
  /** Messages the reader has been shown; later ones wait behind a bar so that nothing moves under the eyes. */
  readonly shown: readonly Message[];
  readonly held: number;
  readonly onShow: () => void;
  readonly onWithdraw: (messageId: string) => void;
}

/** What was asked and what was said since. */
export function Conversation({ ticket, shown, held, onShow, onWithdraw }: ConversationProps) {
  const text = useText();
  const asked: Message = { __typename: 'TicketMessage', id: 'description', at: ticket.openedAt, side: ticket.requester?.side ?? 'CLIENT', author: ticket.requester, body: ticket.description, automatic: false, question: false, attachments: [] };
  const all = ticket.description.trim() === '' ? shown : [asked, ...shown];
  return (
    <>
      <ol className={classes['list']} aria-label={text('ticket.conversation')}>
        {all.map((message) => <MessageView key={message.id} message={message} mayWithdraw={ticket.actions.includes('withdrawMessage') && message.id !== asked.id} onWithdraw={onWithdraw} />)}
      </ol>
      <div aria-live="polite">
        {held === 0 ? null : <div className={classes['held']}><Button size="small" onClick={onShow}>{text('ticket.held', { count: held })}</Button></div>}
      </div>
    </>
  );
}

function MessageView({ message, mayWithdraw, onWithdraw }: { readonly message: Message; readonly mayWithdraw: boolean; readonly onWithdraw: (id: string) => void }) {
  const text = useText();
  const { viewer } = useSession();
  const name = message.author?.displayName ?? text('side.SYSTEM');
  return (
    <li id={`c-${message.id}`} className={classes['message']} data-side={message.side}>
      <span className={classes['face']} aria-hidden>{[...name][0]}</span>
      <div>
        <p className={classes['head']}>
          <span className={classes['author']}>{name}</span>
          <span className={classes['side']}>{text(`side.${message.side}`)}</span>
          {message.question ? <Badge tone="warn">{text('ticket.question')}</Badge> : null}
          {message.automatic ? <Badge look="outline">{text('ticket.automatic')}</Badge> : null}
          <span className={classes['at']}><Time at={message.at} style="dayTime" withZone /></span>
        </p>
        <Prose text={message.body} />
        <div className={classes['extras']}>
          <FileLinks files={message.attachments} />
          {mayWithdraw && message.author?.id === viewer.id ? <Button size="small" look="quiet" onClick={() => onWithdraw(message.id)}>{text('act.withdraw')}</Button> : null}
        </div>
      </div>
    </li>
  );
}
