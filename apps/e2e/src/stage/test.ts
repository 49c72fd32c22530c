import { expect, test as base, type Browser, type BrowserContext, type Locator, type Page } from '@playwright/test';
import { PASSWORD, type Language, type Person } from './people.js';
import { WORDS } from './words.js';

/** How somebody's browser is set up. */
interface Setting {
  readonly language?: Language;
  readonly scheme?: 'light' | 'dark';
}

type SignedIn = Awaited<ReturnType<BrowserContext['storageState']>>;

const LOCALES = { ko: 'ko-KR', en: 'en-GB' } as const;
/** Sessions by address: the door counts attempts, and journeys are many. */
const sessions = new Map<string, SignedIn>();

/** Fills in the door's form, in whatever language it speaks. */
export async function passDoor(page: Page, { email }: Person, language: Language): Promise<void> {
  const words = WORDS[language];
  await page.getByRole('textbox', { name: words.email, exact: true }).fill(email);
  await page.getByRole('textbox', { name: words.password, exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: words.submit, exact: true }).click();
}

/** The page has drawn what it asked for: it has its heading and is busy with nothing. */
export async function settled(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
}

/** Chooses one of several by keyboard: the radio itself lies under its drawn label. */
export async function choose(radio: Locator): Promise<void> {
  await radio.press('Space');
  await expect(radio).toBeChecked();
}

async function contextFor(browser: Browser, { language = 'en', scheme = 'light' }: Setting): Promise<BrowserContext> {
  return browser.newContext({ locale: LOCALES[language], colorScheme: scheme });
}

async function signedIn(browser: Browser, person: Person): Promise<SignedIn> {
  const known = sessions.get(person.email);
  if (known !== undefined) return known;
  const context = await contextFor(browser, person);
  const page = await context.newPage();
  await page.goto(person.home);
  await passDoor(page, person, person.language);
  await expect(page.getByRole('navigation').first()).toBeVisible();
  const { cookies } = await context.storageState();
  await context.close();
  const session = { cookies, origins: [] };
  sessions.set(person.email, session);
  return session;
}

interface Stage {
  /** Somebody's own browser at their home page, signed in. */
  readonly enter: (person: Person, setting?: Setting) => Promise<Page>;
  /** The browser that is handed from one to the next, with their sign-in: what it has fetched once it keeps. */
  readonly lend: (person: Person) => Promise<BrowserContext>;
  /** A browser that nobody is signed in to. */
  readonly stranger: (setting?: Setting) => Promise<Page>;
}

interface Props {
  readonly lent: BrowserContext;
}

export const test = base.extend<Stage, Props>({
  lent: [
    async ({ browser }, use) => {
      const context = await contextFor(browser, { language: 'ko' });
      await use(context);
      await context.close();
    },
    { scope: 'worker' },
  ],
  lend: async ({ browser, lent }, use) => {
    await use(async (person) => {
      await lent.clearCookies();
      await lent.addCookies((await signedIn(browser, person)).cookies);
      return lent;
    });
  },
  enter: async ({ browser }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (person, setting = {}) => {
      const context = await contextFor(browser, { language: person.language, ...setting });
      contexts.push(context);
      await context.addCookies((await signedIn(browser, person)).cookies);
      const page = await context.newPage();
      await page.goto(person.home);
      await settled(page);
      return page;
    });
    for (const context of contexts) await context.close();
  },
  stranger: async ({ browser }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (setting = {}) => {
      const context = await contextFor(browser, setting);
      contexts.push(context);
      return context.newPage();
    });
    for (const context of contexts) await context.close();
  },
});

export { expect };
