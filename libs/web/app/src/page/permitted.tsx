import { NoPermissionState, PageLayout, Panel } from '@daylight/web-ui';
import type { ReactNode } from 'react';
import { useText } from '../text.js';
import { useMay } from './use-may.js';

interface PermittedProps {
  readonly permission: string;
  readonly title: string;
  readonly back: { readonly href: string; readonly label: string };
  readonly children: ReactNode;
}

/** A page on which something is made: whoever may not make it is told so before filling anything in. */
export function Permitted({ permission, title, back, children }: PermittedProps) {
  const text = useText();
  const may = useMay();
  if (may(permission)) return <>{children}</>;
  return (
    <PageLayout title={title} back={back}>
      <Panel look="flush">
        <NoPermissionState title={text('page.forbidden.title')}>{text('page.forbidden.body')}</NoPermissionState>
      </Panel>
    </PageLayout>
  );
}
