import { refetchAll, useClient, useQuery } from '@daylight/web-data';
import { ErrorState, HeldPage } from '@daylight/web-ui';
import { Outlet } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState } from 'react';
import { ViewerDocument, type ViewerQuery } from '../features/session/generated/session.js';
import { onSignedOut } from './client.js';
import { useWholeCatalogue } from './preferences.js';
import { useRestart } from './restart.js';
import { useProfileLanguage } from './use-profile-language.js';

type Viewer = NonNullable<ViewerQuery['viewer']>;

const Shell = lazy(() => import('./shell.js').then(({ Shell: component }) => ({ default: component })));
const SignInPage = lazy(() =>
  import('../features/session/sign-in-page.js').then(({ SignInPage: component }) => ({ default: component })),
);

/** Lets in who is signed in; anybody else meets the door, at the same address. */
export function Gate() {
  const restart = useRestart();
  const [{ data, error, fetching }, ask] = useQuery({ query: ViewerDocument, requestPolicy: 'cache-first' });
  const { viewer, isOver, signedInAgain } = useKeptViewer(data?.viewer ?? null);
  useProfileLanguage(viewer);
  const speaks = useWholeCatalogue(viewer !== null);
  if (viewer !== null) {
    if (!speaks) return null;
    return (
      <Suspense>
        <HeldPage door={isOver ? <SignInPage again onSignedIn={signedInAgain} /> : null}>
          <Shell viewer={viewer}>
            <Outlet />
          </Shell>
        </HeldPage>
      </Suspense>
    );
  }
  if (data !== undefined)
    return (
      <Suspense>
        <SignInPage onSignedIn={restart} />
      </Suspense>
    );
  if (error === undefined || fetching) return null;
  return <ErrorState onRetry={() => ask({ requestPolicy: 'network-only' })} />;
}

/**
 * Who is at work. When the session ends under them they stay, with their page as it is, until they have signed in again;
 * if somebody else does, everything begins anew.
 */
function useKeptViewer(current: Viewer | null) {
  const client = useClient();
  const restart = useRestart();
  const [kept, setKept] = useState({ client, viewer: current, isOver: false });
  // What was kept of another client is another person's.
  const known = kept.client === client ? kept : { client, viewer: null, isOver: false };
  const viewer = current ?? known.viewer;
  if (kept.client !== client || (current !== null && current !== kept.viewer))
    setKept({ client, viewer, isOver: known.isOver });
  useEffect(() => onSignedOut(() => setKept((before) => ({ ...before, isOver: true }))), []);
  async function goOn(): Promise<void> {
    const { data } = await client.query(ViewerDocument, {}, { requestPolicy: 'network-only' }).toPromise();
    if (data?.viewer?.id !== viewer?.id) return restart();
    setKept({ client, viewer, isOver: false });
    refetchAll(client);
  }
  const isOver = viewer !== null && (known.isOver || current === null);
  return { viewer, isOver, signedInAgain: () => void goOn() };
}
