import { oneOf, useAddress, useAnchor } from '@daylight/web-app';
import {
  Conversation,
  EventList,
  FileLinks,
  IconButton,
  Panel,
  Prose,
  Tabs,
  Text,
  Time,
  useToast,
  type Audience,
  type ConversationMessage,
} from '@daylight/web-ui';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useText } from '../../app/text.js';
import { WithdrawMessageDocument } from './generated/work.js';
import { StaffComposer } from './staff-composer.js';
import classes from './ticket-view.module.css';
import { type TicketWork } from './ticket-work.js';

const TABS = ['conversation', 'history'] as const;

interface TalkProps {
  readonly work: TicketWork;
  readonly audience: Audience;
  readonly onAudience: (audience: Audience) => void;
  readonly field: React.RefObject<HTMLTextAreaElement | null>;
  readonly onWrite: (body: string) => void;
}

export function Talk({ work, audience, onAudience, field, onWrite }: TalkProps) {
  const text = useText();
  const address = useAddress();
  const named = useAnchor();
  const { ticket } = work;
  const tab = oneOf(address.get('tab'), TABS);
  const conversation = (
    <div className={classes['talk']}>
      <article className={classes['description']}>
        <header>
          <strong>{ticket.requester?.displayName ?? '–'}</strong>{' '}
          <Text look="small">
            <Time at={ticket.openedAt} style="dayTime" />
          </Text>
        </header>
        <Prose text={ticket.description} />
        <FileLinks files={ticket.attachments} />
      </article>
      <Conversation
        label={text('ticket.conversation')}
        messages={ticket.messages}
        side="PROVIDER"
        named={named}
        actions={(message) => <Withdraw work={work} message={message} />}
      />
      {work.may('replyToTicket') ? (
        <StaffComposer work={work} audience={audience} onAudience={onAudience} fieldRef={field} onWrite={onWrite} />
      ) : (
        <Text look="secondary">{text('ticket.noReply')}</Text>
      )}
    </div>
  );
  return (
    <Tabs
      label={text('ticket.tabs')}
      value={tab}
      onChange={(chosen) => address.set({ tab: chosen === 'conversation' ? null : chosen }, 'replace')}
      tabs={[
        {
          id: 'conversation',
          label: text('ticket.conversation'),
          count: ticket.messages.length,
          content: conversation,
        },
        {
          id: 'history',
          label: text('ticket.history'),
          content: (
            <Panel>
              <EventList label={text('ticket.history')} entries={ticket.timeline.toReversed()} />
            </Panel>
          ),
        },
      ]}
    />
  );
}

function Withdraw({ work, message }: { readonly work: TicketWork; readonly message: ConversationMessage }) {
  const text = useText();
  const toast = useToast();
  const own = work.ticket.messages.find(({ id }) => id === message.id)?.author?.id === work.me;
  if (!own || message.withdrawnAt !== null || !work.may('withdrawMessage')) return null;
  const withdraw = (): void =>
    void work
      .send(
        WithdrawMessageDocument,
        { input: { ticketId: work.ticket.id, messageId: message.id } },
        (data) => data.withdrawMessage,
      )
      .then((answer) => {
        if (answer.kind === 'refused') toast({ tone: 'error', text: answer.message });
      });
  return <IconButton label={text('ticket.withdraw')} icon={<IconArrowBackUp size={16} />} onClick={withdraw} />;
}
