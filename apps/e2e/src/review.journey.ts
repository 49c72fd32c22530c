import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { DOYUN, EUNSEO, NILS, RAHEE } from './stage/people.js';
import { expect, settled, test } from './stage/test.js';

/** Signs what is open, as whoever reads it. */
async function sign(page: Page, button: string, title: string): Promise<void> {
  await page.getByRole('button', { name: button }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: '직책' }).fill(title);
  await dialog.getByRole('button', { name: button }).click();
  await expect(dialog).toHaveCount(0);
}

/** The words of a PDF: by poppler where the machine has it, else null. */
function wordsOf(path: string): string | null {
  try {
    return execFileSync('pdftotext', [path, '-'], { encoding: 'utf8' });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

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

test('an account manager finishes a review, publishes and signs it; the client signs and takes the Korean PDF home', async ({
  enter,
}) => {
  test.setTimeout(120_000);
  const outlook = '연말 특가 전에 결제 구간을 증설하고 모의 부하 시험을 함께 진행합니다.';
  const manager = await enter(DOYUN);
  await manager.goto('/console/reviews');
  await manager.getByRole('row').filter({ hasText: '도담커머스' }).getByRole('link').first().click();
  await settled(manager);
  await manager.getByRole('textbox', { name: '향후 계획 (한국어)' }).fill(outlook);
  await manager.getByRole('button', { name: '저장', exact: true }).click();
  await manager.getByRole('button', { name: '공개', exact: true }).click();
  const dialog = manager.getByRole('dialog');
  await expect(dialog).toContainText('되돌릴 수 없습니다');
  await dialog.getByRole('button', { name: '공개', exact: true }).click();
  await sign(manager, '제공사로 서명', '서비스 총괄');

  const client = await enter(RAHEE);
  await client.goto('/reviews');
  await client.getByRole('table').getByRole('link').first().click();
  await settled(client);
  await expect(client.getByRole('main')).toContainText(outlook);
  await client.getByRole('button', { name: '다시 계산해 확인' }).click();
  await expect(client.getByText('발행된 수치와 정확히 같습니다')).toBeVisible();
  await sign(client, '서명하기', '서비스운영실장');
  await expect(client.getByText('서명 완료').first()).toBeVisible();

  // The worker draws the signed document within moments.
  const paper = client.getByRole('link', { name: /signed-ko\.pdf/ });
  await expect(async () => {
    await client.reload();
    await settled(client);
    await expect(paper).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 60_000 });
  const [download] = await Promise.all([client.waitForEvent('download'), paper.click()]);
  const path = await download.path();
  const words = wordsOf(path);
  expect(readFileSync(path).subarray(0, 5).toString()).toBe('%PDF-');
  if (words === null) return;
  expect(words.replaceAll(/\s/g, '')).toContain(outlook.replaceAll(/\s/g, ''));
  expect(words).toContain('도담커머스');
});
