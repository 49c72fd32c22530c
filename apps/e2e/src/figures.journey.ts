import { ASTRID, GEONU } from './stage/people.js';
import { choose, expect, settled, test } from './stage/test.js';

test('a figure opens the tickets behind it, as many as it says', async ({ enter }) => {
  const page = await enter(GEONU);
  await page.goto('/kpis');
  await settled(page);
  await choose(page.getByRole('radio', { name: '분기' }));
  await expect(page.getByRole('combobox', { name: '기간' })).toContainText('분기');
  await page.getByRole('main').getByRole('link', { name: '접수', exact: true }).first().click();
  await settled(page);
  const said = (await page.getByRole('main').textContent()) ?? '';
  const numberIn = (pattern: RegExp): number => Number(pattern.exec(said)?.[1] ?? 0);
  // Confidential tickets count, and whoever may not see them is told how many there are.
  const hidden = numberIn(/비공개 티켓 (\d+)건/);
  expect(numberIn(/전체 (\d+)건/) + hidden).toBe(numberIn(/접수 (\d+)건/));
  await page.getByRole('main').getByRole('table').getByRole('link').first().click();
  await expect(page.getByRole('region', { name: 'SLA 시간' })).toBeVisible();
});

test('the same figures read in English', async ({ enter }) => {
  const page = await enter(ASTRID);
  await page.goto('/kpis');
  await settled(page);
  await expect(page.getByRole('figure', { name: 'SLA attainment', exact: true })).toBeVisible();
});
