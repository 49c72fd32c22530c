import { BrokenPage, NotFoundPage } from '@daylight/web-app';
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  type AnyRoute,
} from '@tanstack/react-router';
import { Gate } from './gate.js';

const root = createRootRoute({
  component: Outlet,
  notFoundComponent: NotFoundPage,
  errorComponent: ({ reset }) => <BrokenPage onRetry={reset} />,
});

/** Pages behind the door. Each is a chunk of its own. */
const inside = createRoute({ getParentRoute: () => root, id: 'inside', component: Gate });

const pages = [
  createRoute({
    getParentRoute: () => inside,
    path: '/',
    component: lazyRouteComponent(() => import('../pages/home/home-page.js'), 'HomePage'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/tickets',
    component: lazyRouteComponent(() => import('../pages/tickets/tickets-page.js'), 'TicketsPage'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/tickets/new',
    component: lazyRouteComponent(() => import('../pages/new-ticket/new-ticket-page.js'), 'NewTicketPage'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/tickets/$ticketId',
    component: lazyRouteComponent(() => import('../pages/ticket/ticket-page.js'), 'TicketPage'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/kpis/items',
    component: lazyRouteComponent(() => import('../pages/kpi-items/kpi-items-page.js'), 'KpiItemsPage'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/contracts/versions/$versionId',
    component: lazyRouteComponent(
      () => import('../pages/contract-version/contract-version-page.js'),
      'ContractVersionPage',
    ),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/reviews/$reviewId',
    component: lazyRouteComponent(() => import('../pages/review/review-page.js'), 'ReviewPage'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/kpis',
    component: lazyRouteComponent(() => import('../pages/kpis/kpis-page.js'), 'KpisPage'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/contracts',
    component: lazyRouteComponent(() => import('../pages/contracts/contracts-page.js'), 'ContractsPage'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/reviews',
    component: lazyRouteComponent(() => import('../pages/reviews/reviews-page.js'), 'ReviewsPage'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/escalation',
    component: lazyRouteComponent(() => import('../pages/escalation/escalation-page.js'), 'EscalationPage'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/status',
    component: lazyRouteComponent(() => import('../pages/status/status-page.js'), 'StatusPage'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/credits',
    component: lazyRouteComponent(() => import('../pages/credits/credits-page.js'), 'CreditsPage'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/credits/$creditId',
    component: lazyRouteComponent(() => import('../pages/credits/credit-page.js'), 'CreditPage'),
  }),
  createRoute({
    getParentRoute: () => inside,
    path: '/settings',
    component: lazyRouteComponent(() => import('../pages/settings/settings-page.js'), 'SettingsPage'),
  }),
];

/** Before the door: for who has no password (any more). */
const entrance = [
  createRoute({
    getParentRoute: () => root,
    path: '/welcome',
    component: lazyRouteComponent(() => import('../pages/welcome/welcome-page.js'), 'WelcomePage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/forgot',
    component: lazyRouteComponent(() => import('../pages/forgot/forgot-page.js'), 'ForgotPage'),
  }),
];

/** Before the door as well, and only in a build made for tests. */
const open: readonly AnyRoute[] = __DAYLIGHT_KIT__
  ? [
      createRoute({
        getParentRoute: () => root,
        path: '/__kit',
        component: lazyRouteComponent(() => import('../pages/kit/kit-page.js'), 'KitPage'),
      }),
    ]
  : [];

export const router = createRouter({
  routeTree: root.addChildren([inside.addChildren(pages), ...entrance, ...open]),
  defaultPreload: 'intent',
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
