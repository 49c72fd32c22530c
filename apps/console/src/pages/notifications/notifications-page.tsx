import { oneOf, useAddress, QueryTrouble } from '@daylight/web-app';
import { useClient, useMutation } from '@daylight/web-data';
import { Button, EmptyState, PageLayout, Panel, Segments, Skeleton } from '@daylight/web-ui';
import { IconBell } from '@tabler/icons-react';
import { useText } from '../../app/text.js';
import {
  MarkNotificationsReadDocument,
  NotificationsPageDocument,
  UnreadNotificationsDocument,
  type MarkNotificationsReadInput,
} from '../../features/notifications/generated/notifications.js';
import { NotificationList } from '../../features/notifications/notification-list.js';
import { More } from '../../features/page/more.js';
import { usePages } from '../../features/page/use-pages.js';

const SHOWN = ['all', 'unread'] as const;

/** The inbox: everything somebody was told, each with its way to what it is about. */
export function NotificationsPage() {
  const text = useText();
  const client = useClient();
  const address = useAddress();
  const shown = oneOf(address.get('show'), SHOWN);
  const pages = usePages({
    document: NotificationsPageDocument,
    variables: (after) => ({ first: 30, after, unreadOnly: shown === 'unread' }),
    connection: (data) => data.notifications,
  });
  const [{ fetching }, send] = useMutation(MarkNotificationsReadDocument);
  async function mark(input: MarkNotificationsReadInput): Promise<void> {
    await send({ input });
    pages.reload();
    void client.query(UnreadNotificationsDocument, {}, { requestPolicy: 'network-only' }).toPromise();
  }
  const unread = pages.rows.some(({ readAt }) => readAt === null);
  return (
    <PageLayout
      title={text('notifications.title')}
      width="reading"
      actions={
        <>
          <Segments
            label={text('notifications.show')}
            hideLabel
            value={shown}
            options={SHOWN.map((value) => ({ value, label: text(`notifications.show.${value}`) }))}
            onChange={(value) => address.set({ show: value === 'all' ? null : value })}
          />
          <Button
            busy={fetching}
            disabled={!unread}
            onClick={() => void mark({ upTo: pages.rows[0]?.createdAt ?? null })}
          >
            {text('notifications.readAll')}
          </Button>
        </>
      }
    >
      <Panel look="flush">
        {pages.error !== null && pages.rows.length === 0 ? (
          <QueryTrouble error={pages.error} onRetry={pages.reload} />
        ) : null}
        {pages.loading && pages.rows.length === 0 ? <Skeleton height="4rem" lines={8} /> : null}
        {!pages.loading && pages.error === null && pages.rows.length === 0 ? (
          <EmptyState icon={<IconBell stroke={1.5} />} title={text(`notifications.empty.${shown}`)}>
            {text('notifications.emptyBody')}
          </EmptyState>
        ) : null}
        <NotificationList rows={pages.rows} onRead={(id) => void mark({ ids: [id] })} />
      </Panel>
      <More pages={pages} />
    </PageLayout>
  );
}
