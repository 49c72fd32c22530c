import { AppLinks, Switches, useAddress, useGo, useRestart } from '@daylight/web-app';
import { useQuery } from '@daylight/web-data';
import { Button, ErrorState, GatePage, SignInScene, Skeleton } from '@daylight/web-ui';
import { useEffect, useState } from 'react';
import { useText } from '../../app/text.js';
import { OneTimeLinkDocument, type OneTimeLinkQuery } from '../../features/welcome/generated/welcome.js';
import { SetPasswordForm } from '../../features/welcome/set-password-form.js';

type Link = NonNullable<OneTimeLinkQuery['oneTimeLink']>;

/** Where invitations and reset links lead: one password, and in. */
export function WelcomePage() {
  const text = useText();
  const token = useAddress().get('token') ?? '';
  const [spent, setSpent] = useState(false);
  const [{ data, error, fetching }, ask] = useQuery({
    query: OneTimeLinkDocument,
    variables: { token },
    pause: token === '',
  });
  const link = data?.oneTimeLink ?? null;
  const title =
    link === null || spent ? text('welcome.title') : text(`welcome.title.${link.purpose}`, { name: link.displayName });
  useEffect(() => {
    document.title = `${title} · Daylight`;
  }, [title]);
  const lead =
    link === null || spent
      ? null
      : text(`welcome.lead.${link.purpose}`, { provider: link.providerName, email: link.email });
  return (
    <AppLinks>
      <GatePage title={title} lead={lead} tools={<Switches />} foot={text('app.signIn.foot')} aside={<SignInScene />}>
        {fetching && data === undefined ? <Skeleton height="9rem" /> : null}
        {error !== undefined && data === undefined ? (
          <ErrorState onRetry={() => ask({ requestPolicy: 'network-only' })} />
        ) : null}
        {token === '' || spent || (data !== undefined && link === null) ? <NotGood /> : null}
        {link !== null && !spent ? <Good link={link} token={token} onNotGood={() => setSpent(true)} /> : null}
      </GatePage>
    </AppLinks>
  );
}

function Good({
  link,
  token,
  onNotGood,
}: {
  readonly link: Link;
  readonly token: string;
  readonly onNotGood: () => void;
}) {
  const go = useGo();
  const restart = useRestart();
  const onSet = (): void => {
    restart();
    go('/queue');
  };
  return <SetPasswordForm token={token} email={link.email} onSet={onSet} onNotGood={onNotGood} />;
}

function NotGood() {
  const text = useText();
  return (
    <ErrorState
      title={text('welcome.notGood')}
      action={
        <Button look="primary" href="/forgot">
          {text('welcome.newLink')}
        </Button>
      }
    >
      {text('welcome.notGoodBody')}
    </ErrorState>
  );
}
