import { outcomeOf, useMutation } from '@daylight/web-data';
import { Button, useToast } from '@daylight/web-ui';
import { useText } from '../../app/text.js';
import { MarkNotificationsReadDocument, type MarkNotificationsReadMutation } from './generated/notifications.js';

interface MarkReadButtonProps {
  /** The newest one shown: what came since stays unread. */
  readonly upTo: string;
  readonly onDone: () => void;
}

/** Marks what is shown, and everything before it, as read. */
export function MarkReadButton({ upTo, onDone }: MarkReadButtonProps) {
  const text = useText();
  const toast = useToast();
  const [{ fetching }, mark] = useMutation(MarkNotificationsReadDocument);
  async function run(): Promise<void> {
    const { data } = await mark({ input: { upTo } });
    const problem = data === undefined ? text('page.failed') : problemOf(data.markNotificationsRead);
    if (problem === null) onDone();
    else toast({ tone: 'error', text: problem });
  }
  return (
    <Button size="small" look="quiet" busy={fetching} onClick={() => void run()}>
      {text('notification.markRead')}
    </Button>
  );
}

const problemOf = (result: MarkNotificationsReadMutation['markNotificationsRead']): string | null =>
  outcomeOf<typeof result, string | null>(result, {
    NotificationsMarkedRead: () => null,
    InputRefused: ({ problems }) => problems.map(({ message }) => message).join(' '),
  });
