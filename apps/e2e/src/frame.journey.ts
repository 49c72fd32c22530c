import { DOYUN, EMMA, GEONU, HARIN, JIWOO } from './stage/people.js';
import { expect, passDoor, settled, test } from './stage/test.js';
import { WORDS } from './stage/words.js';

test('whoever signs out of the portal stands before the door, and comes back to a whole page', async ({ stranger }) => {
  const broken: string[] = [];
  const page = await stranger({ language: 'ko' });
  page.on('pageerror', ({ message }) => broken.push(message));
  await page.goto('/');
  await passDoor(page, GEONU, 'ko');
  await settled(page);
  await page.getByRole('button', { name: '노건우', exact: true }).click();
  await page.getByRole('menuitem', { name: WORDS.ko.signOut }).click();
  await expect(page.getByRole('textbox', { name: WORDS.ko.password, exact: true })).toBeVisible();
  // Nothing of who has left stays behind the door.
  await expect(page.getByRole('heading')).toHaveText(['로그인']);
  await passDoor(page, HARIN, 'ko');
  await expect(page.getByRole('button', { name: '유하린', exact: true })).toBeVisible();
  await settled(page);
  expect(broken).toEqual([]);
});

test('the language is switched on the spot, also in what the server says, and is kept', async ({ browser, enter }) => {
  // A browser of no particular language: what it would send by itself must not stand in for the switch.
  const context = await browser.newContext();
  await context.addCookies(await (await enter(GEONU)).context().cookies());
  const page = await context.newPage();
  await page.goto('/kpis');
  await settled(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('지표');
  const main = page.getByRole('main');
  await expect(main).toContainText('최초 응답 시간');
  await page.getByRole('button', { name: 'English', exact: true }).click();
  const inEnglish = async (): Promise<void> => {
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('KPIs');
    await expect(main).toContainText('First response');
    await expect(main).not.toContainText('최초 응답');
  };
  await inEnglish();
  await page.reload();
  await settled(page);
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await inEnglish();
  await context.close();
});

test('the navigation offers what its reader may open, and nothing that would be refused', async ({ enter }) => {
  const offered = async (person: typeof HARIN): Promise<readonly string[]> => {
    const page = await enter(person);
    return page.getByRole('navigation').first().getByRole('link').allInnerTexts();
  };
  expect((await offered(HARIN)).map((name) => name.trim())).toEqual(['홈', '티켓', '서비스 현황', '설정']);
  const auditor = await enter(JIWOO);
  await expect(auditor.getByRole('link', { name: '지표', exact: true })).toBeVisible();
  await expect(auditor.getByRole('link', { name: '문의하기' })).toHaveCount(0);
  const engineer = await enter(EMMA);
  await expect(engineer.getByRole('link', { name: 'Audit' })).toHaveCount(0);
  const manager = await enter(DOYUN);
  await expect(manager.getByRole('link', { name: '리뷰', exact: true })).toBeVisible();
});
