import { Gate as Door } from '@daylight/web-app';
import { Outlet } from '@tanstack/react-router';
import { lazy } from 'react';
import { ViewerDocument } from '../features/session/generated/session.js';

const Shell = lazy(() => import('./shell.js').then(({ Shell: component }) => ({ default: component })));
const SignInPage = lazy(() =>
  import('../features/session/sign-in-page.js').then(({ SignInPage: component }) => ({ default: component })),
);

/** Lets in who is signed in; anybody else meets the door, at the same address. */
export const Gate = () => (
  <Door
    document={ViewerDocument}
    inside={(viewer) => (
      <Shell viewer={viewer}>
        <Outlet />
      </Shell>
    )}
    door={(how) => <SignInPage {...how} />}
  />
);
