import {
  BrowserPanel,
  oneOf,
  PasswordPanel,
  ProfilePanel,
  QueryView,
  SessionsPanel,
  useAddress,
  useMay,
} from '@daylight/web-app';
import { useQuery } from '@daylight/web-data';
import { PageLayout, Stack, Tabs } from '@daylight/web-ui';
import type { ReactNode } from 'react';
import { useText } from '../../app/text.js';
import { ColleaguesPanel } from '../../features/settings/colleagues-panel.js';
import { DelegationsPanel } from '../../features/settings/delegations-panel.js';
import { SettingsPageDocument } from '../../features/settings/generated/settings.js';
import { NotificationsPanel } from '../../features/settings/notifications-panel.js';
import * as account from '../../generated/account.js';
import classes from './settings-page.module.css';

const TABS = ['profile', 'security', 'notifications', 'people'] as const;

/** What is the reader's own, and the company's people (`?tab=`). */
export function SettingsPage() {
  const text = useText();
  const may = useMay();
  const address = useAddress();
  const tabs = TABS.filter((tab) => tab !== 'people' || may('people:read'));
  const asked = oneOf(address.get('tab'), TABS);
  const open = tabs.includes(asked) ? asked : 'profile';
  const content = {
    profile: <Profile />,
    security: <Security />,
    notifications: (
      <Narrow>
        <NotificationsPanel />
      </Narrow>
    ),
    people: (
      <Stack gap="l">
        <ColleaguesPanel />
        <DelegationsPanel />
      </Stack>
    ),
  };
  return (
    <PageLayout title={text('app.nav.settings')}>
      <Tabs
        label={text('app.nav.settings')}
        value={open}
        onChange={(tab) => address.set({ tab, after: null })}
        tabs={tabs.map((tab) => ({ id: tab, label: text(`settings.tab.${tab}`), content: content[tab] }))}
      />
    </PageLayout>
  );
}

/** Forms are read line by line: no wider than that needs. */
const Narrow = ({ children }: { readonly children: ReactNode }) => <div className={classes['narrow']}>{children}</div>;

function Profile() {
  const [result, ask] = useQuery({ query: SettingsPageDocument });
  return (
    <QueryView state={result} onRetry={() => ask({ requestPolicy: 'network-only' })} lines={3} lineHeight="8rem">
      {({ viewer }) =>
        viewer === null ? null : (
          <Narrow>
            <Stack gap="l">
              <ProfilePanel profile={viewer} documents={account} />
              <BrowserPanel />
            </Stack>
          </Narrow>
        )
      }
    </QueryView>
  );
}

function Security() {
  const [, ask] = useQuery({ query: account.SessionsDocument, pause: true });
  return (
    <Narrow>
      <Stack gap="l">
        <PasswordPanel documents={account} onChanged={() => ask({ requestPolicy: 'network-only' })} />
        <SessionsPanel documents={account} />
      </Stack>
    </Narrow>
  );
}
