// A walk: one person's way through the pages that are theirs, each looked at in both schemes and in every language that
// is asked for. What costs most is opening a page, so it is opened once and speaks its languages in turn.
import type { BrowserContext, Page } from '@playwright/test';
import { obstacles, SCHEMES } from './axe.js';
import type { Language } from './people.js';
import { linkTo, nameOf, visit, type Route } from './routes.js';
import { expect, settled } from './test.js';

const SWITCH: Readonly<Record<Language, string>> = { ko: '한국어', en: 'English' };
/** Pages of one browser at work at the same time: while one waits for its answers, another is looked at. */
const AT_ONCE = 3;

/** What a walk came upon, and how much it looked at. */
export interface Walked {
  readonly obstacles: Readonly<Record<Language, readonly string[]>>;
  /** Looks: a page in one language and one scheme. */
  readonly looks: Readonly<Record<Language, number>>;
  /** Milliseconds that its pages spent, together: opening, speaking another language, being looked at. */
  readonly spent: Readonly<Record<'opening' | 'switching' | 'looking', number>>;
}

/** Questions on their way to the server; a live stream is none, it never ends. */
function underWay(page: Page): () => number {
  const asked = new Set<unknown>();
  page.on('request', (request) => {
    if (request.url().endsWith('/graphql') && !(request.headers()['accept'] ?? '').includes('event-stream'))
      asked.add(request);
  });
  page.on('requestfinished', (request) => asked.delete(request));
  page.on('requestfailed', (request) => asked.delete(request));
  return () => asked.size;
}

/** The page speaks `language`, also in what it has from the server. */
async function speak(page: Page, language: Language, asked: () => number): Promise<void> {
  const html = page.locator('html');
  if ((await html.getAttribute('lang')) === language) return;
  const button = page.getByRole('button', { name: SWITCH[language], exact: true });
  await expect(button, `${page.url()} can speak ${language}`).toBeVisible();
  await button.click();
  await expect(html).toHaveAttribute('lang', language);
  await expect.poll(asked).toBe(0);
  await settled(page);
}

const depthOf = (route: Route): number => (typeof route === 'string' ? 0 : 1 + depthOf(route.from));

type Spent = Record<keyof Walked['spent'], number>;

/** Adds the time that `work` takes to what was spent on such work. */
async function timed(spent: Spent, what: keyof Spent, work: () => Promise<void>): Promise<void> {
  const start = Date.now();
  await work();
  spent[what] += Date.now() - start;
}

/** Goes through the routes with several pages of one browser, as whoever is signed in there. */
export async function walk(
  context: BrowserContext,
  routes: readonly Route[],
  languages: readonly Language[],
): Promise<Walked> {
  // Pages that others are reached from come first: on them stand the addresses of the rest.
  const left = [...routes].sort((a, b) => depthOf(a) - depthOf(b));
  const addresses = new Map<Route, string>();
  const found: Record<Language, string[]> = { ko: [], en: [] };
  const looks: Record<Language, number> = { ko: 0, en: 0 };
  const spent: Spent = { opening: 0, switching: 0, looking: 0 };
  const open = async (page: Page, route: Route): Promise<void> => {
    await visit(page, addresses.get(route) ?? route);
    for (const next of routes)
      if (typeof next !== 'string' && next.from === route) addresses.set(next, await linkTo(page, next));
  };
  const look = async (page: Page, route: Route, language: Language): Promise<void> => {
    found[language].push(...(await obstacles(page)).map((each) => `${nameOf(route)} ${each}`));
    looks[language] += SCHEMES.length;
  };
  const work = async (page: Page): Promise<void> => {
    const asked = underWay(page);
    for (let route = left.shift(); route !== undefined; route = left.shift()) {
      const at = route;
      await timed(spent, 'opening', () => open(page, at));
      const spoken = await page.locator('html').getAttribute('lang');
      // What it speaks already comes first.
      for (const language of [...languages].sort((a, b) => Number(b === spoken) - Number(a === spoken))) {
        await timed(spent, 'switching', () => speak(page, language, asked));
        await timed(spent, 'looking', () => look(page, at, language));
      }
    }
    await page.close();
  };
  await Promise.all(Array.from({ length: AT_ONCE }, () => context.newPage().then(work)));
  return { obstacles: found, looks, spent };
}
