import { MailTimingPanel, QueryView } from '@daylight/web-app';
import { outcomeOf, useMutation, useQuery } from '@daylight/web-data';
import { Checkbox, Panel, Stack, Table, useToast } from '@daylight/web-ui';
import { useText } from '../../app/text.js';
import * as documents from '../notifications/generated/notifications.js';
import {
  NotificationPreferencesPanelDocument,
  SetNotificationPreferenceDocument,
  type NotificationPreferencesPanelQuery,
  type SetNotificationPreferenceMutation,
} from './generated/settings.js';

type Preference = NotificationPreferencesPanelQuery['notificationPreferences'][number];

const problemOf = (result: SetNotificationPreferenceMutation['setNotificationPreference']): string | null =>
  outcomeOf<typeof result, string | null>(result, {
    NotificationPreferenceSet: () => null,
    InputRefused: ({ problems }) => problems.map(({ message }) => message).join(' '),
  });

/** What the reader is told about, in the application and by mail, and when mails come. */
export function NotificationsPanel() {
  return (
    <Stack gap="l">
      <Matrix />
      <MailTimingPanel documents={documents} />
    </Stack>
  );
}

function Matrix() {
  const text = useText();
  const toast = useToast();
  const [result, ask] = useQuery({ query: NotificationPreferencesPanelDocument });
  const [, set] = useMutation(SetNotificationPreferenceDocument);
  const refresh = (): void => ask({ requestPolicy: 'network-only' });
  async function change(
    { kind, inApp, mail }: Preference,
    part: Partial<Pick<Preference, 'inApp' | 'mail'>>,
  ): Promise<void> {
    const { data } = await set({ input: { kind, inApp, mail, ...part } });
    const problem = data === undefined ? text('page.failed') : problemOf(data.setNotificationPreference);
    if (problem !== null) toast({ tone: 'error', text: problem });
    refresh();
  }
  return (
    <Panel title={text('notify.title')} description={text('notify.lead')} look="flush">
      <QueryView state={result} onRetry={refresh} lines={8}>
        {({ notificationPreferences }) => (
          <Table
            caption={text('notify.title')}
            head={[text('notify.kind'), text('notify.inApp'), text('notify.mail')]}
            rows={notificationPreferences.map((preference) => {
              const name = text(`notify.kind.${preference.kind}`);
              return [
                name,
                <Checkbox
                  key="a"
                  label={null}
                  aria-label={text('notify.cell', { name, how: text('notify.inApp') })}
                  checked={preference.inApp}
                  onChange={(inApp) => void change(preference, { inApp })}
                />,
                <Checkbox
                  key="m"
                  label={null}
                  aria-label={text('notify.cell', { name, how: text('notify.mail') })}
                  checked={preference.mail}
                  onChange={(mail) => void change(preference, { mail })}
                />,
              ];
            })}
          />
        )}
      </QueryView>
    </Panel>
  );
}
