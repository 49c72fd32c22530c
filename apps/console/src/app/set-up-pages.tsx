import { createRoute, lazyRouteComponent, type AnyRoute } from '@tanstack/react-router';

/** Where things are set up: contracts, calendars, imports, people, sources, channels. Their texts come with them. */
export const setUpPages = <Parent extends AnyRoute>(setUp: Parent) =>
  [
    createRoute({
      getParentRoute: () => setUp,
      path: '/contracts',
      component: lazyRouteComponent(() => import('../pages/contracts/contracts-page.js'), 'ContractsPage'),
    }),
    createRoute({
      getParentRoute: () => setUp,
      path: '/contracts/new',
      component: lazyRouteComponent(() => import('../pages/contracts/new-contract-page.js'), 'NewContractPage'),
    }),
    createRoute({
      getParentRoute: () => setUp,
      path: '/contracts/$versionId',
      component: lazyRouteComponent(() => import('../pages/contracts/contract-page.js'), 'ContractPage'),
    }),
    // The address in mails.
    createRoute({
      getParentRoute: () => setUp,
      path: '/contracts/versions/$versionId',
      component: lazyRouteComponent(() => import('../pages/contracts/contract-page.js'), 'ContractPage'),
    }),
    createRoute({
      getParentRoute: () => setUp,
      path: '/imports',
      component: lazyRouteComponent(() => import('../pages/imports/imports-page.js'), 'ImportsPage'),
    }),
    createRoute({
      getParentRoute: () => setUp,
      path: '/imports/new',
      component: lazyRouteComponent(() => import('../pages/imports/new-import-page.js'), 'NewImportPage'),
    }),
    createRoute({
      getParentRoute: () => setUp,
      path: '/imports/$runId',
      component: lazyRouteComponent(() => import('../pages/imports/import-page.js'), 'ImportPage'),
    }),
    createRoute({
      getParentRoute: () => setUp,
      path: '/calendars',
      component: lazyRouteComponent(() => import('../pages/calendars/calendars-page.js'), 'CalendarsPage'),
    }),
    createRoute({
      getParentRoute: () => setUp,
      path: '/calendars/new',
      component: lazyRouteComponent(() => import('../pages/calendars/calendar-page.js'), 'CalendarPage'),
    }),
    createRoute({
      getParentRoute: () => setUp,
      path: '/calendars/$calendarId',
      component: lazyRouteComponent(() => import('../pages/calendars/calendar-page.js'), 'CalendarPage'),
    }),
    createRoute({
      getParentRoute: () => setUp,
      path: '/people',
      component: lazyRouteComponent(() => import('../pages/people/people-page.js'), 'PeoplePage'),
    }),
    createRoute({
      getParentRoute: () => setUp,
      path: '/mailboxes',
      component: lazyRouteComponent(() => import('../pages/mailboxes/mailboxes-page.js'), 'MailboxesPage'),
    }),
    createRoute({
      getParentRoute: () => setUp,
      path: '/channels',
      component: lazyRouteComponent(() => import('../pages/channels/channels-page.js'), 'ChannelsPage'),
    }),
    createRoute({
      getParentRoute: () => setUp,
      path: '/channels/webhooks/$webhookId',
      component: lazyRouteComponent(() => import('../pages/channels/webhook-page.js'), 'WebhookPage'),
    }),
    createRoute({
      getParentRoute: () => setUp,
      path: '/channels/gateways/$gatewayId',
      component: lazyRouteComponent(() => import('../pages/channels/gateway-page.js'), 'GatewayPage'),
    }),
    createRoute({
      getParentRoute: () => setUp,
      path: '/sources',
      component: lazyRouteComponent(() => import('../pages/sources/sources-page.js'), 'SourcesPage'),
    }),
    createRoute({
      getParentRoute: () => setUp,
      path: '/sources/$sourceId',
      component: lazyRouteComponent(() => import('../pages/sources/source-page.js'), 'SourcePage'),
    }),
  ] as const;
