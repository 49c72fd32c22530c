import { obstacles, SCHEMES } from './stage/axe.js';
import { DOYUN, EMMA, EUNSEO, HARIN, JIHUN, JIWOO, MINJI, NILS, type Language, type Person } from './stage/people.js';
import { CONSOLE, CONSOLE_OFFICE, LADDERS, MAIL, PORTAL, type Route } from './stage/routes.js';
import { expect, settled, test } from './stage/test.js';
import { walk, type Walked } from './stage/walk.js';

// What is found names its element; a recording of each of the hundreds of looks would cost more than the looks.
test.use({ trace: 'off' });

const LANGUAGES: readonly Language[] = ['ko', 'en'];

interface Walk {
  readonly door: 'portal' | 'console';
  readonly person: Person;
  readonly routes: readonly Route[];
  /** Their own, if it isn't said. */
  readonly languages?: readonly Language[];
}

/** Walks that were made, by person: one walk serves the tests of all its languages. */
const walked = new Map<string, Walked>();
const seconds = (ms: number): string => `${(ms / 1_000).toFixed(1)} s`;

/** One test a person and language. */
function everyRoute({ door, person, routes, languages = [person.language] }: Walk): void {
  for (const language of languages) {
    test(`the ${door} keeps nobody out of any page that ${person.email} opens, in ${language}`, async ({ lend }) => {
      // The first of them makes the walk for all.
      test.setTimeout(300_000 * languages.length);
      const done = walked.get(person.email) ?? (await walk(await lend(person), routes, languages));
      if (!walked.has(person.email)) {
        const { opening, switching, looking } = done.spent;
        console.log(
          `  ${person.email}: ${routes.length} pages in ${languages.join(' and ')}; opening ${seconds(opening)}, switching ${seconds(switching)}, looking ${seconds(looking)}`,
        );
      }
      walked.set(person.email, done);
      expect(done.looks[language]).toBe(routes.length * SCHEMES.length);
      expect(done.obstacles[language]).toEqual([]);
    });
  }
}

const OWN: readonly Route[] = [
  '/',
  '/tickets',
  '/tickets/new',
  '/status',
  '/kpis',
  '/contracts',
  '/reviews',
  '/settings',
];
const REFUSED: readonly Route[] = CONSOLE_OFFICE;

everyRoute({ door: 'portal', person: EUNSEO, routes: PORTAL, languages: LANGUAGES });
everyRoute({
  door: 'console',
  person: DOYUN,
  routes: [...CONSOLE, ...CONSOLE_OFFICE, ...LADDERS],
  languages: LANGUAGES,
});
// Whoever may not open a page is told so by a page as well.
everyRoute({ door: 'portal', person: HARIN, routes: OWN });
everyRoute({ door: 'portal', person: JIWOO, routes: OWN });
everyRoute({ door: 'portal', person: NILS, routes: ['/', '/contracts', '/reviews'] });
everyRoute({ door: 'console', person: JIHUN, routes: ['/console/queue', ...REFUSED] });
everyRoute({ door: 'console', person: EMMA, routes: [...CONSOLE, ...REFUSED] });
everyRoute({
  door: 'console',
  person: MINJI,
  routes: [
    ...['/console/people', '/console/audit', '/console/mailbox', '/console/quarantine', '/console/mailboxes', MAIL],
    ...['/console/channels', '/console/dead-letters'],
  ],
});

test('every place that the navigation offers is among the pages that are walked', async ({ enter }) => {
  const offered = async (person: Person): Promise<readonly string[]> => {
    const links = (await enter(person)).getByRole('navigation').first().getByRole('link');
    const hrefs = await links.evaluateAll((each) => each.map((link) => link.getAttribute('href') ?? ''));
    return hrefs.map((href) => new URL(href, 'http://daylight.invalid').pathname);
  };
  const walkedBy = { portal: PORTAL, console: [...CONSOLE, ...CONSOLE_OFFICE] };
  expect((await offered(EUNSEO)).filter((path) => !walkedBy.portal.includes(path))).toEqual([]);
  for (const person of [DOYUN, MINJI])
    expect((await offered(person)).filter((path) => !walkedBy.console.includes(path))).toEqual([]);
});

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
