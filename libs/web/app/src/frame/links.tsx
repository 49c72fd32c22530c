import { LinkProvider } from '@daylight/web-ui';
import type { ReactNode } from 'react';
import { AppLink } from './link.js';

/** From here on the kit's links are the router's. */
export const AppLinks = ({ children }: { readonly children: ReactNode }) => (
  <LinkProvider link={AppLink}>{children}</LinkProvider>
);
