import { QueryView, usePreferences } from '@daylight/web-app';
import { useQuery } from '@daylight/web-data';
import { Checkbox, PageLayout, Panel } from '@daylight/web-ui';
import { useText } from '../../app/text.js';
import { NotificationChoices } from '../../features/notifications/notification-choices.js';
import { SettingsPageDocument } from '../../features/settings/generated/settings.js';
import { PasswordForm } from '../../features/settings/password-form.js';
import { ProfileForm } from '../../features/settings/profile-form.js';
import { SessionsPanel } from '../../features/settings/sessions-panel.js';

/** What is the reader's own. */
export function SettingsPage() {
  const text = useText();
  const { shortcuts, change } = usePreferences();
  const [state, ask] = useQuery({ query: SettingsPageDocument });
  const again = (): void => ask({ requestPolicy: 'network-only' });
  return (
    <PageLayout title={text('settings.title')} width="reading">
      <QueryView state={state} onRetry={again} lines={3} lineHeight="12rem">
        {({ viewer, sessions }) =>
          viewer === null ? null : (
            <>
              <ProfileForm key={viewer.version} profile={viewer} />
              <Panel title={text('settings.keyboard')}>
                <Checkbox
                  label={text('settings.shortcuts')}
                  description={text('settings.shortcutsHelp')}
                  checked={shortcuts}
                  onChange={(on) => change({ shortcuts: on })}
                />
              </Panel>
              <NotificationChoices />
              <PasswordForm email={viewer.email} />
              <SessionsPanel sessions={sessions} onEnded={again} />
            </>
          )
        }
      </QueryView>
    </PageLayout>
  );
}
