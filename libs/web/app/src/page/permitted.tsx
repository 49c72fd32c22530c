import { NoPermissionState, PageLayout, Panel } from '@daylight/web-ui';
import type { ReactNode } from 'react';
import { useText } from '../text.js';
import { useMay } from './use-may.js';

interface PermittedProps {
  readonly permission: string;
  readonly title: string;
  readonly back?: { readonly href: string; readonly label: string };
  readonly children: ReactNode;
}

/** A page that needs a right: whoever hasn't got it is told so at once, without fields and filters that lead nowhere. */
export function Permitted({ permission, title, back, children }: PermittedProps) {
  const text = useText();
  const may = useMay();
  if (may(permission)) return <>{children}</>;
  return (
    <PageLayout title={title} {...(back === undefined ? {} : { back })}>
      <Panel look="flush">
        <NoPermissionState title={text('page.forbidden.title')}>{text('page.forbidden.body')}</NoPermissionState>
      </Panel>
    </PageLayout>
  );
}
