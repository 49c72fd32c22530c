import type { Page } from '@playwright/test';
import { obstacles } from './stage/axe.js';
import { DOYUN, EMMA, EUNSEO, HARIN, JIHUN, JIWOO, MINJI, NILS, type Language, type Person } from './stage/people.js';
import { CONSOLE, CONSOLE_OFFICE, MAIL, nameOf, PORTAL, visit, type Route } from './stage/routes.js';
import { expect, settled, test } from './stage/test.js';

const LANGUAGES: readonly Language[] = ['ko', 'en'];
const SWITCH: Readonly<Record<Language, string>> = { ko: '한국어', en: 'English' };
/** Pages of one browser at work at the same time: while one waits for its answers, another is looked at. */
const AT_ONCE = 3;

interface Walk {
  readonly door: 'portal' | 'console';
  readonly person: Person;
  readonly routes: readonly Route[];
  /** Their own, if it isn't said. */
  readonly language?: Language;
}

/** Goes through the routes with several pages; what keeps somebody out of which. */
async function walk(first: Page, routes: readonly Route[]): Promise<readonly string[]> {
  const left = [...routes];
  const found: string[] = [];
  const work = async (page: Page): Promise<void> => {
    for (let route = left.shift(); route !== undefined; route = left.shift()) {
      const where = nameOf(route);
      await visit(page, route);
      found.push(...(await obstacles(page)).map((each) => `${where} ${each}`));
    }
  };
  const others = Array.from({ length: AT_ONCE - 1 }, () => first.context().newPage().then(work));
  await Promise.all([work(first), ...others]);
  return found;
}

/** One test a person: the door counts attempts, and a page that is open already costs nothing to look at twice. */
function everyRoute({ door, person, routes, language = person.language }: Walk): void {
  test(`the ${door} keeps nobody out of any page that ${person.email} opens, in ${language}`, async ({ enter }) => {
    test.setTimeout(300_000);
    const page = await enter(person);
    if (language !== person.language) await page.getByRole('button', { name: SWITCH[language], exact: true }).click();
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    expect(await walk(page, routes)).toEqual([]);
  });
}

const OWN: readonly Route[] = ['/', '/tickets', '/tickets/new', '/kpis', '/contracts', '/reviews', '/settings'];
const REFUSED: readonly Route[] = CONSOLE_OFFICE;

for (const language of LANGUAGES) {
  everyRoute({ door: 'portal', person: EUNSEO, routes: PORTAL, language });
  everyRoute({ door: 'console', person: DOYUN, routes: [...CONSOLE, ...CONSOLE_OFFICE], language });
}
// Whoever may not open a page is told so by a page as well.
everyRoute({ door: 'portal', person: HARIN, routes: OWN });
everyRoute({ door: 'portal', person: JIWOO, routes: OWN });
everyRoute({ door: 'portal', person: NILS, routes: ['/', '/contracts', '/reviews'] });
everyRoute({ door: 'console', person: JIHUN, routes: ['/console/queue', ...REFUSED] });
everyRoute({ door: 'console', person: EMMA, routes: [...CONSOLE, ...REFUSED] });
everyRoute({ door: 'console', person: MINJI, routes: ['/console/people', '/console/audit', '/console/mailbox', MAIL] });

const DOORS = { portal: ['/', '/forgot', '/nowhere'], console: ['/console/', '/console/forgot'] } as const;

for (const language of LANGUAGES) {
  for (const door of ['portal', 'console'] as const) {
    test(`the door of the ${door} in ${language} keeps nobody out who may pass`, async ({ stranger }) => {
      const page = await stranger({ language });
      for (const home of DOORS[door]) {
        await page.goto(home);
        await settled(page);
        expect({ home, obstacles: await obstacles(page) }).toEqual({ home, obstacles: [] });
      }
    });
  }
}
