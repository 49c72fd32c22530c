import { EMMA, FREJA, HARIN, JIHUN, type Person } from './stage/people.js';
import { expect, passDoor, settled, test } from './stage/test.js';
import { WORDS } from './stage/words.js';

const DOORS: readonly (readonly [string, Person])[] = [
  ['portal', HARIN],
  ['portal', FREJA],
  ['console', JIHUN],
  ['console', EMMA],
];

for (const [door, person] of DOORS) {
  const { language } = person;
  test(`somebody signs in to the ${door} in ${language}`, async ({ stranger }) => {
    const page = await stranger({ language });
    await page.goto(person.home);
    await passDoor(page, person, language);
    await settled(page);
    await expect(page.locator('html')).toHaveAttribute('lang', language);
  });
}

test('whoever signs out stands before the door again', async ({ stranger }) => {
  const page = await stranger({ language: 'ko' });
  await page.goto(JIHUN.home);
  await passDoor(page, JIHUN, 'ko');
  await page.getByRole('button', { name: '오지훈', exact: true }).click();
  await page.getByRole('menuitem', { name: WORDS.ko.signOut }).click();
  await expect(page.getByRole('textbox', { name: WORDS.ko.password, exact: true })).toBeVisible();
});

test('a wrong password is refused without saying whether the account exists', async ({ stranger }) => {
  const page = await stranger({ language: 'en' });
  await page.goto('/');
  for (const email of [HARIN.email, 'nobody@hanbit.example']) {
    await page.getByRole('textbox', { name: 'E-mail', exact: true }).fill(email);
    await page.getByRole('textbox', { name: 'Password', exact: true }).fill('not the password');
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect(page.getByRole('alert').or(page.getByRole('status')).filter({ hasText: 'not right' })).toBeVisible();
  }
});

test('staff do not pass the clients’ door, nor clients that of staff', async ({ stranger }) => {
  for (const [home, person] of [
    ['/', EMMA],
    ['/console/', HARIN],
  ] as const) {
    const page = await stranger({ language: 'en' });
    await page.goto(home);
    await passDoor(page, person, 'en');
    await expect(page.getByText('The e-mail address or the password is not right.')).toBeVisible();
  }
});

test('the address that was asked for survives signing in', async ({ stranger }) => {
  const page = await stranger({ language: 'en' });
  await page.goto('/tickets');
  await passDoor(page, HARIN, 'en');
  await settled(page);
  expect(new URL(page.url()).pathname).toBe('/tickets');
});
