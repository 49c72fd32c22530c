import { DOYUN, EUNSEO, GEONU, RAHEE } from './stage/people.js';
import { expect, settled, test } from './stage/test.js';

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

test('a first contract goes from an empty draft to an agreement of both, and nobody calls it an amendment', async ({
  enter,
}) => {
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

  const approver = await enter(RAHEE);
  await approver.goto(`/contracts/versions/${versionId}`);
  await settled(approver);
  await expect(approver.getByRole('heading', { level: 1 })).toContainText(title);
  await expect(approver.getByText('최초 계약이 동의를 기다립니다')).toBeVisible();
  await expect(approver.getByRole('main')).not.toContainText('변경계약');
  await approver.getByRole('button', { name: '동의하기' }).click();
  await approver.getByRole('dialog').getByRole('button', { name: '동의하기' }).click();
  await expect(approver.getByText('동의했습니다. 양쪽의 동의가 완료되었습니다.')).toBeVisible();

  await manager.reload();
  await settled(manager);
  await expect(manager.getByRole('button', { name: '고객사에 제안' })).toHaveCount(0);
  await expect(manager.getByRole('main')).toContainText('합의됨');
});
