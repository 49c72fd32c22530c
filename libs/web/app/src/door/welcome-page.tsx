import { useQuery } from '@daylight/web-data';
import { Button, Link, Notice, Stack } from '@daylight/web-ui';
import { useState } from 'react';
import { useGo } from '../frame/go.js';
import { useRestart } from '../frame/restart.js';
import { QueryView } from '../page/query-view.js';
import { useAddress } from '../page/use-address.js';
import { useText } from '../text.js';
import { Entrance } from './entrance.js';
import type { LinkDocuments } from './operations.js';
import { SpendLinkForm } from './spend-link-form.js';

/** Where invitations and password resets lead: `/welcome?token=`. */
export function WelcomePage({ documents }: { readonly documents: LinkDocuments }) {
  const text = useText();
  const go = useGo();
  const restart = useRestart();
  const token = useAddress().get('token') ?? '';
  const [spent, setSpent] = useState(false);
  const [result, ask] = useQuery({
    query: documents.OneTimeLinkDocument,
    variables: { token },
    requestPolicy: 'network-only',
  });
  const link = result.data?.oneTimeLink ?? null;
  const invited = link?.purpose === 'INVITATION';
  const onSet = (): void => {
    // Signed in or not, the door decides: it shows the first page or asks for the new password.
    restart();
    go('/');
  };
  const lead =
    link === null
      ? ''
      : invited
        ? text('welcome.invited', { name: link.displayName, provider: link.providerName })
        : text('welcome.reset', { email: link.email });
  return (
    <Entrance
      title={text(invited || link === null ? 'welcome.title' : 'welcome.reset.title')}
      lead={lead}
      foot={<Link href="/">{text('forgot.back')}</Link>}
    >
      <QueryView state={result} onRetry={() => ask({ requestPolicy: 'network-only' })} lines={2}>
        {({ oneTimeLink }) =>
          oneTimeLink === null || spent ? (
            <Stack>
              <Notice tone="warn" title={text('welcome.notGood')}>
                {text('welcome.notGood.body')}
              </Notice>
              <Button href="/forgot" full>
                {text('forgot.title')}
              </Button>
            </Stack>
          ) : (
            <SpendLinkForm
              documents={documents}
              token={token}
              email={oneTimeLink.email}
              onSet={onSet}
              onLinkNotGood={() => setSpent(true)}
            />
          )
        }
      </QueryView>
    </Entrance>
  );
}
