import { EUNSEO, GEONU } from './stage/people.js';
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
