import { AppLink } from '@daylight/web-app';
import { LinkProvider } from '@daylight/web-ui';
import { renderUi } from '@daylight/web-ui/testing';
import { createMemoryHistory, createRootRoute, createRouter, RouterContextProvider } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import ko from '../app/catalogue-ko.js';

/** For specs: draws an element as the console would, at an address, with its real messages. Tells where it went. */
export function renderConsole(element: ReactElement, address = '/console/queue') {
  const history = createMemoryHistory({ initialEntries: [address] });
  const router = createRouter({ routeTree: createRootRoute(), history, basepath: '/console' });
  const drawn = renderUi(
    <RouterContextProvider router={router}>
      <LinkProvider link={AppLink}>{element}</LinkProvider>
    </RouterContextProvider>,
    { messages: ko },
  );
  return { ...drawn, at: () => history.location.href };
}
