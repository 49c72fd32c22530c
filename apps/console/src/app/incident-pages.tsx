import { createRoute, lazyRouteComponent, type AnyRoute } from '@tanstack/react-router';

/** From a failing machine to a person who answers, under the route that only who is signed in passes. */
export const incidentPages = <Parent extends AnyRoute>(inside: Parent) =>
  [
    createRoute({
      getParentRoute: () => inside,
      path: '/triage',
      component: lazyRouteComponent(() => import('../pages/triage/triage-page.js'), 'TriagePage'),
    }),
    createRoute({
      getParentRoute: () => inside,
      path: '/risk',
      component: lazyRouteComponent(() => import('../pages/risk/risk-page.js'), 'RiskPage'),
    }),
    createRoute({
      getParentRoute: () => inside,
      path: '/on-call',
      component: lazyRouteComponent(() => import('../pages/on-call/on-call-page.js'), 'OnCallPage'),
    }),
    createRoute({
      getParentRoute: () => inside,
      path: '/on-call/new',
      component: lazyRouteComponent(() => import('../pages/on-call/schedule-page.js'), 'SchedulePage'),
    }),
    createRoute({
      getParentRoute: () => inside,
      path: '/on-call/$scheduleId',
      component: lazyRouteComponent(() => import('../pages/on-call/schedule-page.js'), 'SchedulePage'),
    }),
    createRoute({
      getParentRoute: () => inside,
      path: '/escalation-policies',
      component: lazyRouteComponent(() => import('../pages/escalation-policies/policies-page.js'), 'PoliciesPage'),
    }),
    createRoute({
      getParentRoute: () => inside,
      path: '/escalation-policies/new',
      component: lazyRouteComponent(() => import('../pages/escalation-policies/policy-page.js'), 'PolicyPage'),
    }),
    createRoute({
      getParentRoute: () => inside,
      path: '/escalation-policies/$policyId',
      component: lazyRouteComponent(() => import('../pages/escalation-policies/policy-page.js'), 'PolicyPage'),
    }),
  ] as const;
