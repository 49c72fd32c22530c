import { useQuery } from '@daylight/web-data';
import { ErrorState } from '@daylight/web-ui';
import { Outlet } from '@tanstack/react-router';
import { lazy, Suspense, useEffect } from 'react';
import { ViewerDocument } from '../features/session/generated/session.js';
import { onSignedOut } from './client.js';
import { useRestart } from './restart.js';

const Shell = lazy(() => import('./shell.js').then(({ Shell: component }) => ({ default: component })));
const SignInPage = lazy(() => import('../features/session/sign-in-page.js').then(({ SignInPage: component }) => ({ default: component })));

/** Lets in who is signed in; anybody else meets the door, at the same address. */
export function Gate() {
  const restart = useRestart();
  const [{ data, error, fetching }, ask] = useQuery({ query: ViewerDocument, requestPolicy: 'cache-first' });
  useEffect(() => onSignedOut(restart), [restart]);
  if (data === undefined) {
    if (error === undefined || fetching) return null;
    return <ErrorState onRetry={() => ask({ requestPolicy: 'network-only' })} />;
  }
  return (
    <Suspense>
      {data.viewer === null ? (
        <SignInPage onSignedIn={restart} />
      ) : (
        <Shell viewer={data.viewer}>
          <Outlet />
        </Shell>
      )}
    </Suspense>
  );
}
