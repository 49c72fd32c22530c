import { BrokenPage, NotFoundPage, useTexts } from '@daylight/web-app';
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { availabilityPages } from './availability-pages.js';
import { Gate } from './gate.js';
import { incidentPages } from './incident-pages.js';
import { setUpPages } from './set-up-pages.js';

const root = createRootRoute({
  component: Outlet,
  notFoundComponent: NotFoundPage,
  errorComponent: ({ reset }) => <BrokenPage onRetry={reset} />,
});

/** Pages behind the door. Each is a chunk of its own. */
const inside = createRoute({ getParentRoute: () => root, id: 'inside', component: Gate });

/** Pages that show texts which no other page does. */
const setUp = createRoute({
  getParentRoute: () => inside,
  id: 'set-up',
  component: () => (useTexts('whole') ? <Outlet /> : null),
});

const home = createRoute({
  getParentRoute: () => inside,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/queue' });
  },
});

const pages = [
  ...incidentPages(inside),
  ...availabilityPages(inside),
  createRoute({
    getParentRoute: () => inside,
    path: '/queue',
    component: lazyRouteComponent(() => import('../pages/queue/queue-page.js'), 'QueuePage'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/tickets/new',
    component: lazyRouteComponent(() => import('../pages/tickets/new-ticket-page.js'), 'NewTicketPage'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/search',
    component: lazyRouteComponent(() => import('../pages/search/search-page.js'), 'SearchPage'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/notifications',
    component: lazyRouteComponent(() => import('../pages/notifications/notifications-page.js'), 'NotificationsPage'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/settings',
    component: lazyRouteComponent(() => import('../pages/settings/settings-page.js'), 'SettingsPage'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/tickets/$ticketKey',
    component: lazyRouteComponent(() => import('../pages/ticket/ticket-page.js'), 'TicketPage'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/clients',
    component: lazyRouteComponent(() => import('../pages/clients/clients-page.js'), 'ClientsPage'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/clients/$clientId',
    component: lazyRouteComponent(() => import('../pages/clients/client-page.js'), 'ClientPage'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/catalogue',
    component: lazyRouteComponent(() => import('../pages/catalogue/catalogue-page.js'), 'CataloguePage'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/reviews',
    component: lazyRouteComponent(() => import('../pages/reviews/reviews-page.js'), 'ReviewsPage'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/reviews/$reviewId',
    component: lazyRouteComponent(() => import('../pages/reviews/review-page.js'), 'ReviewPage'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/clients/$clientId/kpis',
    component: lazyRouteComponent(() => import('../pages/kpis/kpis-page.js'), 'KpisPage'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/clients/$clientId/kpis/items',
    component: lazyRouteComponent(() => import('../pages/kpis/kpi-items-page.js'), 'KpiItemsPage'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/audit',
    component: lazyRouteComponent(() => import('../pages/audit/audit-page.js'), 'AuditPage'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/quarantine',
    component: lazyRouteComponent(() => import('../pages/quarantine/quarantine-page.js'), 'QuarantinePage'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/mailbox',
    component: lazyRouteComponent(() => import('../pages/mailbox/mailbox-page.js'), 'MailboxPage'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/dead-letters',
    component: lazyRouteComponent(() => import('../pages/dead-letters/dead-letters-page.js'), 'DeadLettersPage'),
  }),
];

/** Before the door: links that arrive by mail. */
const outside = [
  createRoute({
    getParentRoute: () => root,
    path: '/welcome',
    component: lazyRouteComponent(() => import('../pages/welcome/welcome-page.js'), 'WelcomePage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/forgot',
    component: lazyRouteComponent(() => import('../pages/welcome/forgot-page.js'), 'ForgotPage'),
  }),
];

export const router = createRouter({
  routeTree: root.addChildren([inside.addChildren([home, ...pages, setUp.addChildren(setUpPages(setUp))]), ...outside]),
  basepath: '/console',
  defaultPreload: 'intent',
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
