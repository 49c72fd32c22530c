import { createRoute, lazyRouteComponent, type AnyRoute } from '@tanstack/react-router';

/** Outages, work and credits, under the route that only who is signed in passes. */
export const availabilityPages = <Parent extends AnyRoute>(inside: Parent) =>
  [
    createRoute({
      getParentRoute: () => inside,
      path: '/outages',
      component: lazyRouteComponent(() => import('../pages/outages/outages-page.js'), 'OutagesPage'),
    }),
    createRoute({
      getParentRoute: () => inside,
      path: '/outages/$outageId',
      component: lazyRouteComponent(() => import('../pages/outages/outage-page.js'), 'OutagePage'),
    }),
    createRoute({
      getParentRoute: () => inside,
      path: '/maintenance',
      component: lazyRouteComponent(() => import('../pages/maintenance/maintenance-page.js'), 'MaintenancePage'),
    }),
    createRoute({
      getParentRoute: () => inside,
      path: '/maintenance/$windowId',
      component: lazyRouteComponent(() => import('../pages/maintenance/window-page.js'), 'WindowPage'),
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
  ] as const;
