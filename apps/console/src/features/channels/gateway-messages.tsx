import { QueryTrouble } from '@daylight/web-app';
import { Badge, Button, DataTable, EmptyState, Panel, Time, type Column, type Tone } from '@daylight/web-ui';
import { useText } from '../../app/text.js';
import { More } from '../page/more.js';
import { usePages, type Pages } from '../page/use-pages.js';
import { GatewayMessagesDocument, type GatewayMessagesQuery, type GatewayMessageState } from './generated/channels.js';

type Message = GatewayMessagesQuery['gatewayMessages']['edges'][number]['node'];

const TONE: Readonly<Record<GatewayMessageState, Tone>> = {
  ...{ QUEUED: 'accent', SENT: 'neutral', DELIVERED: 'ok', FAILED: 'danger' },
};

export function useMessages(gatewayId: string): Pages<Message> {
  return usePages({
    document: GatewayMessagesDocument,
    variables: (after) => ({ gatewayId, first: 30, after }),
    connection: (data) => data.gatewayMessages,
  });
}

interface GatewayMessagesProps {
  readonly pages: Pages<Message>;
  /** Asked for anew by hand, with whatever is shown beside it. */
  readonly onReload: () => void;
}

/** What a gateway was given to deliver, and what it answered and reported. */
export function GatewayMessages({ pages, onReload }: GatewayMessagesProps) {
  const text = useText();
  const columns: readonly Column<Message>[] = [
    {
      ...{ id: 'at', header: text('channels.log.at'), primary: true, oneLine: true, width: '11rem' },
      cell: ({ createdAt }) => <Time at={createdAt} style="dayTime" />,
    },
    { id: 'to', header: text('channels.to'), width: '12rem', cell: ({ address }) => address },
    {
      ...{ id: 'what', header: text('channels.what'), width: '8rem' },
      cell: ({ test }) => text(test ? 'channels.what.test' : 'channels.what.call'),
    },
    {
      ...{ id: 'state', header: text('channels.state'), width: '7rem' },
      cell: ({ state }) => <Badge tone={TONE[state]}>{text(`channels.message.${state}`)}</Badge>,
    },
    {
      ...{ id: 'answer', header: text('channels.answer') },
      cell: ({ error, response }) => [error, response].filter(Boolean).join(' · ').slice(0, 300),
    },
    {
      ...{ id: 'reported', header: text('channels.reported'), width: '10rem', oneLine: true },
      cell: ({ reportedAt }) => (reportedAt === null ? '–' : <Time at={reportedAt} style="dayTime" />),
    },
  ];
  return (
    <Panel
      title={text('channels.messages')}
      look="flush"
      actions={
        <Button size="small" onClick={onReload}>
          {text('channels.reload')}
        </Button>
      }
    >
      {pages.error !== null && pages.rows.length === 0 ? (
        <QueryTrouble error={pages.error} onRetry={pages.reload} />
      ) : null}
      <DataTable
        caption={text('channels.messages')}
        columns={columns}
        rows={pages.rows}
        rowKey={({ id }) => id}
        loading={pages.loading}
        empty={<EmptyState compact title={text('channels.messages.none')} />}
        footer={<More pages={pages} />}
      />
    </Panel>
  );
}
