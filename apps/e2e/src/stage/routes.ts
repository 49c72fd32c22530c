import { expect, type Page } from '@playwright/test';
import { settled } from './test.js';

/** A path, or the first link of another page's content that leads under one (`/tickets/...`). */
export type Route = string | { readonly from: Route; readonly to: RegExp };

export const PORTAL: readonly Route[] = [
  '/',
  '/tickets',
  '/tickets/new',
  { from: '/tickets?view=COMPANY', to: /^\/tickets\/[^n]/ },
  '/status',
  '/credits',
  { from: '/credits', to: /^\/credits\/./ },
  '/kpis',
  { from: '/kpis', to: /^\/kpis\/items/ },
  '/contracts',
  { from: '/contracts', to: /^\/contracts\/versions\// },
  '/escalation',
  '/reviews',
  { from: '/reviews', to: /^\/reviews\/./ },
  '/settings',
  '/settings?tab=security',
  '/settings?tab=notifications',
  '/settings?tab=people',
];

const CLIENT: Route = { from: '/console/clients', to: /^\/console\/clients\/[^/]+$/ };
const CLIENT_KPIS: Route = { from: CLIENT, to: /^\/console\/clients\/[^/]+\/kpis/ };

/** What everybody on the provider's side opens. */
export const CONSOLE: readonly Route[] = [
  '/console/queue',
  { from: '/console/queue?view=ALL_OPEN', to: /^\/console\/tickets\/[^n]/ },
  '/console/tickets/new',
  '/console/risk',
  '/console/notifications',
  '/console/clients',
  CLIENT,
  CLIENT_KPIS,
  { from: CLIENT_KPIS, to: /^\/console\/clients\/[^/]+\/kpis\/items/ },
  '/console/search?q=backup',
  '/console/contracts',
  { from: '/console/contracts', to: /^\/console\/contracts\/(?!new)./ },
  '/console/catalogue',
  '/console/calendars',
  { from: '/console/calendars', to: /^\/console\/calendars\/(?!new)./ },
  '/console/on-call',
  '/console/on-call?tab=coverage',
  '/console/on-call?tab=runs',
  '/console/escalation-policies',
  '/console/outages',
  '/console/outages?tab=claims',
  '/console/maintenance',
  '/console/reviews',
  { from: '/console/reviews', to: /^\/console\/reviews\/./ },
  '/console/settings',
];

/** What needs a right of its own. */
export const CONSOLE_OFFICE: readonly Route[] = [
  '/console/contracts/new',
  '/console/calendars/new',
  '/console/on-call/new',
  '/console/escalation-policies/new',
  '/console/imports',
  '/console/imports/new',
  '/console/people',
  '/console/triage',
  '/console/sources',
  '/console/audit',
  '/console/mailbox',
  '/console/quarantine',
  '/console/mailboxes',
  '/console/channels',
  '/console/dead-letters',
  '/console/credits',
  '/console/credits?tab=publish',
];

/** Led to from a list only where they can be changed, or where there is anything to be seen. */
export const LADDERS: readonly Route[] = [
  { from: '/console/on-call', to: /^\/console\/on-call\/(?!new)./ },
  { from: '/console/escalation-policies', to: /^\/console\/escalation-policies\/(?!new)./ },
  { from: '/console/outages', to: /^\/console\/outages\/./ },
  { from: '/console/maintenance', to: /^\/console\/maintenance\/./ },
  { from: '/console/credits', to: /^\/console\/credits\/./ },
];

/** The mail that was sent last, opened beside its list. */
export const MAIL: Route = { from: '/console/mailbox', to: /^\/console\/mailbox\?(.*&)?mail=/ };

export const nameOf = (route: Route): string => (typeof route === 'string' ? route : String(route.to));

/** The address of the first link of the open page's content that leads where `route` says. */
export async function linkTo(page: Page, route: Exclude<Route, string>): Promise<string> {
  const links = page.getByRole('main').getByRole('link');
  const leading = async (): Promise<string> => {
    const all = await links.evaluateAll((each) => each.map((link) => link.getAttribute('href') ?? ''));
    return all.find((href) => route.to.test(href)) ?? '';
  };
  // A skeleton comes only after a moment: a page without it may still be on its way.
  await expect.poll(leading, { message: `${nameOf(route.from)} leads to ${String(route.to)}` }).not.toBe('');
  return leading();
}

/** Goes there and waits until the page has what it asked for. */
export async function visit(page: Page, route: Route): Promise<void> {
  if (typeof route !== 'string') await visit(page, route.from);
  await page.goto(typeof route === 'string' ? route : await linkTo(page, route));
  await settled(page);
}
