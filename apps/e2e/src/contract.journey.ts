import type { Page } from '@playwright/test';
import { DOYUN, EUNSEO, GAON, GEONU, MINJI, RAHEE } from './stage/people.js';
import { expect, settled, test } from './stage/test.js';

/** The day it is where the demo's companies are. */
const today = (): string => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Seoul' }).format(Date.now());

/** An approver lends the authority for today to a colleague, by the company's settings. */
async function lend(approver: Page, colleague: string): Promise<void> {
  await approver.goto('/settings?tab=people');
  await settled(approver);
  await approver.getByRole('button', { name: '승인 위임하기' }).click();
  const dialog = approver.getByRole('dialog');
  await dialog.getByRole('combobox', { name: '대신하는 사람' }).selectOption({ label: colleague });
  await dialog.getByLabel('시작일').fill(today());
  await dialog.getByLabel('마지막 날').fill(today());
  await dialog.getByRole('button', { name: '승인 위임하기' }).click();
  await expect(approver.getByText('승인을 위임했습니다.')).toBeVisible();
}

test('an approver reads what an amendment changes and agrees to it; a coordinator only reads', async ({ enter }) => {
  const coordinator = await enter(GEONU);
  await coordinator.goto('/contracts');
  await coordinator.getByRole('link', { name: '내용 확인' }).click();
  await expect(coordinator.getByText('승인권자만 동의하거나 거절할 수 있습니다.')).toBeVisible();
  await expect(coordinator.getByRole('button', { name: '동의하기' })).toHaveCount(0);

  const approver = await enter(EUNSEO);
  await approver.goto('/contracts');
  await approver.getByRole('link', { name: '내용 확인' }).click();
  await settled(approver);
  await expect(approver.getByRole('main')).toContainText('보안 관제');
  await approver.getByRole('button', { name: '동의하기' }).click();
  await approver.getByRole('dialog').getByRole('button', { name: '동의하기' }).click();
  await expect(approver.getByText('동의했습니다. 양쪽의 동의가 완료되었습니다.')).toBeVisible();
  await expect(approver.getByRole('button', { name: '동의하기' })).toHaveCount(0);
});

test('a first contract goes from an empty draft to an agreement of both; who was lent the authority agrees in the approver’s name', async ({
  enter,
}) => {
  // Four people at work, most of whom sign in here for the first time.
  test.setTimeout(120_000);
  const title = `백업 계약 ${Date.now()}`;
  const manager = await enter(DOYUN);
  await manager.goto('/console/contracts/new');
  await settled(manager);
  await manager.getByRole('combobox', { name: '고객사' }).click();
  await manager.getByRole('option', { name: '도담커머스' }).click();
  await manager.getByRole('textbox', { name: '계약 이름' }).fill(title);
  await manager.getByLabel('시작일').fill('2031-01-01');
  await manager.getByRole('checkbox', { name: /백업·복구/ }).check();
  await manager.getByRole('button', { name: '초안 만들기' }).click();
  await expect(manager).toHaveURL(/\/console\/contracts\/(?!new)/);
  await expect(manager.getByRole('heading', { level: 1 })).toContainText(title);
  const versionId = new URL(manager.url()).pathname.split('/').at(-1) ?? '';

  await manager.getByRole('button', { name: '고객사에 제안' }).click();
  await manager.getByRole('dialog').getByRole('button', { name: '고객사에 제안' }).click();
  await expect(manager.getByText('제안했습니다. 고객사의 합의를 기다립니다.')).toBeVisible();

  await lend(await enter(RAHEE), '배가온');
  const deputy = await enter(GAON);
  await deputy.goto(`/contracts/versions/${versionId}`);
  await settled(deputy);
  await expect(deputy.getByRole('heading', { level: 1 })).toContainText(title);
  await expect(deputy.getByText('최초 계약이 동의를 기다립니다')).toBeVisible();
  await expect(deputy.getByRole('main')).not.toContainText('변경계약');
  await deputy.getByRole('button', { name: '동의하기' }).click();
  await deputy.getByRole('dialog').getByRole('button', { name: '동의하기' }).click();
  await expect(deputy.getByText('동의했습니다. 양쪽의 동의가 완료되었습니다.')).toBeVisible();
  const inTheNameOf = '배가온 (위임자: 신라희)';
  await expect(deputy.getByRole('main')).toContainText(inTheNameOf);

  await manager.reload();
  await settled(manager);
  await expect(manager.getByRole('button', { name: '고객사에 제안' })).toHaveCount(0);
  await expect(manager.getByRole('main')).toContainText('합의됨');
  await expect(manager.getByRole('main')).toContainText(inTheNameOf);
  const admin = await enter(MINJI);
  await admin.goto('/console/audit?action=contract.agree');
  const entry = admin.getByRole('listitem').filter({ hasText: '배가온' }).first();
  await entry.locator('summary').click();
  await expect(entry.getByRole('row').filter({ hasText: 'onBehalfOf' })).toBeVisible();
});
