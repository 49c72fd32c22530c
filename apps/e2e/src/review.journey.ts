import { EUNSEO, NILS } from './stage/people.js';
import { expect, settled, test } from './stage/test.js';

test('a published review is signed by the client and its figures are verified', async ({ enter }) => {
  const page = await enter(EUNSEO);
  await page.goto('/reviews');
  await page.getByRole('table').getByRole('link').first().click();
  await settled(page);
  await page.getByRole('button', { name: '다시 계산해 확인' }).click();
  await expect(page.getByText('발행된 수치와 정확히 같습니다')).toBeVisible();

  await page.getByRole('button', { name: '서명하기' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('계약 내용은 바뀌지 않습니다.');
  await dialog.getByRole('textbox', { name: '직책' }).fill('정보기술팀장');
  await dialog.getByRole('button', { name: '서명하기' }).click();
  await expect(page.getByText('서명 완료').first()).toBeVisible();
  await expect(page.getByRole('button', { name: '서명하기' })).toHaveCount(0);
});

test('a review that both have signed still verifies', async ({ enter }) => {
  const page = await enter(NILS);
  await page.goto('/reviews');
  await page.getByRole('table').getByRole('link').first().click();
  await settled(page);
  await expect(page.getByText('Signed').first()).toBeVisible();
  await page.getByRole('button', { name: 'Verify' }).click();
  await expect(page.getByText('Exactly the published figures')).toBeVisible();
});
