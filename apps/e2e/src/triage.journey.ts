import type { Page } from '@playwright/test';
import { JIHUN } from './stage/people.js';
import { expect, settled, test } from './stage/test.js';

/** Presses keys one after another and counts them: the fewer, the sooner the queue is empty (ux.md 4.3). */
function keyboard(page: Page) {
  let strokes = 0;
  return {
    press: async (...keys: readonly string[]): Promise<void> => {
      for (const key of keys) await page.keyboard.press(key);
      strokes += keys.length;
    },
    strokes: (): number => strokes,
  };
}

test('an engineer works the queue by keyboard alone: look, claim, reply, next', async ({ enter }) => {
  const page = await enter(JIHUN);
  const { press, strokes } = keyboard(page);
  await press('2');
  await expect(page).toHaveURL(/view=UNASSIGNED/);
  await settled(page);
  const grid = page.getByRole('grid');
  await expect(grid.getByRole('row').nth(1)).toBeVisible();

  await press('j', 'k', 'v');
  await expect(page.getByRole('region', { name: '미리 보기' })).toBeVisible();
  await press('v');

  await press('a');
  await expect(page.getByText(/담당자가 되었습니다/).first()).toBeVisible();

  await press('o');
  await expect(page).toHaveURL(/\/console\/tickets\//);
  const reply = page.getByRole('textbox', { name: '답장' });
  await expect(reply).toBeVisible();
  await press('r');
  await expect(reply).toBeFocused();
  const words = '접수했습니다. 확인 후 다시 안내드리겠습니다.';
  await page.keyboard.type(words);
  await press('Control+Enter');
  await expect(page.getByRole('list', { name: '대화' })).toContainText(words);
  // A key pressed while the words are leaving belongs to the field: first out of it.
  await page.locator('body').evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  });
  const before = page.url();
  await press('j');
  await expect.poll(() => page.url()).not.toBe(before);
  await settled(page);
  expect(strokes()).toBeLessThanOrEqual(10);
});

test('with Hangul on, keys do the same: the key counts, not the letter', async ({ enter }) => {
  const page = await enter(JIHUN);
  await page.goto('/console/queue?view=ALL_OPEN');
  await settled(page);
  await expect(page.getByRole('grid').getByRole('row').nth(1)).toBeVisible();
  const session = await page.context().newCDPSession(page);
  await session.send('Input.dispatchKeyEvent', { type: 'keyDown', key: 'ㅍ', code: 'KeyV', windowsVirtualKeyCode: 86 });
  await session.send('Input.dispatchKeyEvent', { type: 'keyUp', key: 'ㅍ', code: 'KeyV', windowsVirtualKeyCode: 86 });
  await expect(page.getByRole('region', { name: '미리 보기' })).toBeVisible();
});

test('several tickets are given to somebody at once', async ({ enter }) => {
  const page = await enter(JIHUN);
  await page.goto('/console/queue?view=UNASSIGNED');
  await settled(page);
  const rows = page.getByRole('grid').getByRole('row');
  await expect(rows.nth(2)).toBeVisible();
  await page.keyboard.press('x');
  await page.keyboard.press('Shift+j');
  await page.keyboard.press('i');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('2건');
  await dialog.getByRole('combobox', { name: '담당자' }).fill('백수아');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await dialog.getByRole('button', { name: '지정하기' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText('2건 중 2건을 변경했습니다.')).toBeVisible();
});
