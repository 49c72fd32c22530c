import { expect, type Page } from '@playwright/test';
import { settled } from './test.js';

/** A path, or from the page before it the first link of its content that leads under one (`/tickets/...`). */
export type Route = string | { readonly from: string; readonly to: RegExp };

export const PORTAL: readonly Route[] = [
  '/',
  '/tickets',
  '/tickets/new',
  { from: '/tickets?view=COMPANY', to: /^\/tickets\/[^n]/ },
  '/kpis',
  { from: '/kpis', to: /^\/kpis\/items/ },
  '/contracts',
  { from: '/contracts', to: /^\/contracts\/versions\// },
  '/reviews',
  { from: '/reviews', to: /^\/reviews\/./ },
  '/settings',
];

/** What everybody on the provider's side opens. */
export const CONSOLE: readonly Route[] = [
  '/console/queue',
  { from: '/console/queue?view=ALL_OPEN', to: /^\/console\/tickets\/[^n]/ },
  '/console/tickets/new',
  '/console/notifications',
  '/console/clients',
  { from: '/console/clients', to: /^\/console\/clients\/[^/]+$/ },
  '/console/contracts',
  { from: '/console/contracts', to: /^\/console\/contracts\/(?!new)./ },
  '/console/catalogue',
  '/console/calendars',
  { from: '/console/calendars', to: /^\/console\/calendars\/(?!new)./ },
  '/console/reviews',
  { from: '/console/reviews', to: /^\/console\/reviews\/./ },
  '/console/settings',
];

/** What needs a right of its own. */
export const CONSOLE_OFFICE: readonly Route[] = [
  '/console/contracts/new',
  '/console/calendars/new',
  '/console/imports',
  '/console/imports/new',
  '/console/people',
  '/console/audit',
  '/console/mailbox',
];

export const nameOf = (route: Route): string => (typeof route === 'string' ? route : String(route.to));

/** Goes there and waits until the page has what it asked for. */
export async function visit(page: Page, route: Route): Promise<void> {
  await page.goto(typeof route === 'string' ? route : route.from);
  await settled(page);
  if (typeof route === 'string') return;
  const links = page.getByRole('main').getByRole('link');
  const leading = async (): Promise<string> => {
    const all = await links.evaluateAll((each) => each.map((link) => link.getAttribute('href') ?? ''));
    return all.find((href) => route.to.test(href)) ?? '';
  };
  // A skeleton comes only after a moment: a page without it may still be on its way.
  await expect.poll(leading, { message: `${route.from} leads to ${String(route.to)}` }).not.toBe('');
  await page.goto(await leading());
  await settled(page);
}
