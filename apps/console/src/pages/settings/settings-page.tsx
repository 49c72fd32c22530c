import { BrowserPanel, PasswordPanel, ProfilePanel, QueryView, SessionsPanel } from '@daylight/web-app';
import { useQuery } from '@daylight/web-data';
import { PageLayout } from '@daylight/web-ui';
import { useText } from '../../app/text.js';
import { NotificationChoices } from '../../features/notifications/notification-choices.js';
import { SettingsPageDocument } from '../../features/settings/generated/settings.js';
import * as account from '../../generated/account.js';

/** What is the reader's own. */
export function SettingsPage() {
  const text = useText();
  const [state, ask] = useQuery({ query: SettingsPageDocument });
  const [, askSessions] = useQuery({ query: account.SessionsDocument, variables: {}, pause: true });
  const again = (): void => ask({ requestPolicy: 'network-only' });
  return (
    <PageLayout title={text('settings.title')} width="reading">
      <QueryView state={state} onRetry={again} lines={3} lineHeight="12rem">
        {({ viewer }) =>
          viewer === null ? null : (
            <>
              <ProfilePanel key={viewer.version} profile={viewer} documents={account} />
              <BrowserPanel />
              <NotificationChoices />
              <PasswordPanel documents={account} onChanged={() => askSessions({ requestPolicy: 'network-only' })} />
              <SessionsPanel documents={account} />
            </>
          )
        }
      </QueryView>
    </PageLayout>
  );
}
