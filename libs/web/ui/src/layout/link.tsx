import type { ReactNode } from 'react';
import { useLinkComponent } from '../ui-provider.js';

/** A link within the app (or out of it, with an absolute address). */
export function Link({ href, children }: { readonly href: string; readonly children: ReactNode }) {
  const Anchor = useLinkComponent();
  return <Anchor href={href}>{children}</Anchor>;
}
