import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { DOYUN, EMMA, EUNSEO, HARIN, JIWOO, MINJI, NILS, type Language, type Person } from './stage/people.js';
import { CONSOLE, CONSOLE_OFFICE, nameOf, PORTAL, visit, type Route } from './stage/routes.js';
import { expect, settled, test } from './stage/test.js';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const SCHEMES = ['light', 'dark'] as const;
const LANGUAGES: readonly Language[] = ['ko', 'en'];
const PHONE = { width: 390, height: 844 };

/** All rules in the light; the dark scheme changes hues alone, so there only contrast is asked about. */
async function violations(page: Page, scheme: (typeof SCHEMES)[number]): Promise<readonly string[]> {
  const axe = new AxeBuilder({ page });
  const { violations: found } = await (
    scheme === 'light' ? axe.withTags(TAGS) : axe.withRules(['color-contrast'])
  ).analyze();
  return found.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

/** What reaches beyond the right edge of a phone, so that one would have to push the page to and fro. */
const tooWide = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    return [...document.querySelectorAll('main *')]
      .filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
      .slice(0, 3)
      .map((element) => element.outerHTML.slice(0, 80));
  });

async function expectOpenToAll(page: Page, where: string): Promise<void> {
  for (const scheme of SCHEMES) {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    expect({ where, scheme, violations: await violations(page, scheme) }).toEqual({ where, scheme, violations: [] });
  }
  const desk = page.viewportSize();
  await page.setViewportSize(PHONE);
  expect({ where, tooWide: await tooWide(page) }).toEqual({ where, tooWide: [] });
  if (desk !== null) await page.setViewportSize(desk);
}

/** One test a person: the door counts attempts, and a page that is open already costs nothing to look at twice. */
function everyRoute(door: string, person: Person, routes: readonly Route[]): void {
  test(`the ${door} keeps nobody out of any page that ${person.email} opens, in ${person.language}`, async ({
    enter,
  }) => {
    test.setTimeout(180_000);
    const page = await enter(person);
    for (const route of routes) {
      await test.step(nameOf(route), async () => {
        await visit(page, route);
        await expectOpenToAll(page, nameOf(route));
      });
    }
  });
}

const OWN: readonly Route[] = ['/', '/tickets/new', '/kpis', '/settings'];
const REFUSED: readonly Route[] = ['/console/contracts/new', '/console/audit', '/console/mailbox'];

everyRoute('portal', EUNSEO, PORTAL);
everyRoute('portal', NILS, PORTAL);
// Whoever may not open a page is told so by a page as well.
everyRoute('portal', HARIN, OWN);
everyRoute('portal', JIWOO, OWN);
everyRoute('console', DOYUN, [...CONSOLE, ...CONSOLE_OFFICE]);
everyRoute('console', EMMA, [...CONSOLE, ...REFUSED]);
everyRoute('console', MINJI, ['/console/people', '/console/audit', '/console/mailbox']);

for (const language of LANGUAGES) {
  test(`the doors in ${language} keep nobody out who may pass`, async ({ stranger }) => {
    const page = await stranger({ language });
    for (const home of ['/', '/console/', '/forgot', '/console/forgot', '/nowhere']) {
      await page.goto(home);
      await settled(page);
      await expectOpenToAll(page, home);
    }
  });
}
