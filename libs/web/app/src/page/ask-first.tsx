import { lazy, Suspense } from 'react';
import type { AskFirstProps } from './ask-first-dialog.js';

const AskFirstDialog = lazy(() => import('./ask-first-dialog.js'));

/** Asks before what takes an access away. Its code comes when it is needed. */
export const AskFirst = (props: AskFirstProps) => (
  <Suspense>
    <AskFirstDialog {...props} />
  </Suspense>
);
