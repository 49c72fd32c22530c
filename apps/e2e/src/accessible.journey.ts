import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { EUNSEO, NILS, type Language, type Person } from './stage/people.js';
import { expect, settled, test } from './stage/test.js';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const SCHEMES = ['light', 'dark'] as const;
const LANGUAGES: readonly Language[] = ['ko', 'en'];

/** A path, or from the page before it the first link of its content that leads under one (`/tickets/...`). */
type Route = string | { readonly from: string; readonly to: RegExp };

const PORTAL: readonly Route[] = [
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

async function violations(page: Page): Promise<readonly string[]> {
  const { violations: found } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
  return found.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

async function visit(page: Page, route: Route): Promise<void> {
  await page.goto(typeof route === 'string' ? route : route.from);
  await settled(page);
  if (typeof route === 'string') return;
  const links = page.getByRole('main').getByRole('link');
  const leading = async () => {
    const all = await links.evaluateAll((each) => each.map((link) => link.getAttribute('href') ?? ''));
    return all.find((href) => route.to.test(href)) ?? '';
  };
  // A skeleton comes only after a moment: a page without it may still be on its way.
  await expect.poll(leading, { message: `${route.from} leads to ${String(route.to)}` }).not.toBe('');
  const found = await leading();
  await page.goto(found);
  await settled(page);
}

/** The language is that of each person's profile. */
function everyRoute(door: string, people: readonly Person[], routes: readonly Route[]): void {
  for (const person of people) {
    for (const route of routes) {
      const name = typeof route === 'string' ? route : String(route.to);
      test(`${door} ${name} in ${person.language} has nothing that keeps anybody out`, async ({ enter }) => {
        const page = await enter(person);
        await visit(page, route);
        for (const scheme of SCHEMES) {
          await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
          expect({ scheme, violations: await violations(page) }).toEqual({ scheme, violations: [] });
        }
      });
    }
  }
}

everyRoute('portal', [EUNSEO, NILS], PORTAL);

for (const language of LANGUAGES) {
  test(`the doors in ${language} keep nobody out who may pass`, async ({ stranger }) => {
    const page = await stranger({ language });
    for (const home of ['/', '/console/']) {
      await page.goto(home);
      await settled(page);
      for (const scheme of SCHEMES) {
        await page.emulateMedia({ colorScheme: scheme });
        expect({ home, scheme, violations: await violations(page) }).toEqual({ home, scheme, violations: [] });
      }
    }
  });
}
