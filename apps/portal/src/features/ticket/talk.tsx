import { useAnchor } from '@daylight/web-app';
import { useSession } from '@daylight/web-data';
import { Button, Conversation, type ConversationMessage } from '@daylight/web-ui';
import { useText } from '../../app/text.js';
import type { TicketWholeFragment } from './generated/ticket.js';
import classes from './talk.module.css';

type Message = TicketWholeFragment['messages'][number];

interface TalkProps {
  readonly ticket: TicketWholeFragment;
  /** Messages the reader has been shown; later ones wait behind a bar so that nothing moves under the eyes. */
  readonly shown: readonly Message[];
  readonly held: number;
  readonly onShow: () => void;
  readonly onWithdraw: (messageId: string) => void;
}

/** What was asked, as the first thing that was said. */
const askedOf = ({ openedAt, requester, description }: TicketWholeFragment): ConversationMessage => ({
  id: 'description',
  at: openedAt,
  side: requester?.side ?? 'CLIENT',
  author: requester,
  body: description,
  automatic: false,
  question: false,
  attachments: [],
});

/** What was asked and what was said since. */
export function Talk({ ticket, shown, held, onShow, onWithdraw }: TalkProps) {
  const text = useText();
  const { viewer } = useSession();
  const named = useAnchor();
  const own = new Set(
    ticket.actions.includes('withdrawMessage')
      ? shown.filter(({ author }) => author?.id === viewer.id).map(({ id }) => id)
      : [],
  );
  const messages: readonly ConversationMessage[] =
    ticket.description.trim() === '' ? shown : [askedOf(ticket), ...shown];
  return (
    <>
      <Conversation
        label={text('ticket.conversation')}
        messages={messages}
        side="CLIENT"
        named={named}
        actions={({ id }) =>
          own.has(id) ? (
            <Button size="small" look="quiet" onClick={() => onWithdraw(id)}>
              {text('act.withdraw')}
            </Button>
          ) : null
        }
      />
      <div aria-live="polite">
        {held === 0 ? null : (
          <div className={classes['held']}>
            <Button size="small" onClick={onShow}>
              {text('ticket.held', { count: held })}
            </Button>
          </div>
        )}
      </div>
    </>
  );
}
