import type { Page } from '@playwright/test';
import { DOYUN, EUNSEO } from './stage/people.js';
import { expect, settled, test } from './stage/test.js';

const CLIENT = '한빛정밀';
const SERVICE = '서버 운영';

/** Opens one of the console's pages of Hanbit. */
async function ofHanbit(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await settled(page);
  const field = page.getByRole('combobox', { name: '고객사' });
  await field.click();
  await page.getByRole('option', { name: CLIENT }).click();
  await expect(field).toHaveValue(CLIENT);
}

test('work is announced, with what it counts as said before, and the client sees it', async ({ enter }) => {
  const title = `스토리지 펌웨어 교체 ${Date.now()}`;
  const manager = await enter(DOYUN);
  await ofHanbit(manager, '/console/maintenance');
  await manager.getByRole('button', { name: '작업 예고하기' }).first().click();
  const dialog = manager.getByRole('dialog');
  await dialog.getByRole('checkbox', { name: SERVICE }).check();
  await expect(dialog.getByText('통보 기간은 메일이 고객사에 도착한 때부터 셉니다')).toBeVisible();
  await dialog.getByRole('textbox', { name: '제목 (한국어)' }).fill(title);
  await dialog.getByRole('textbox', { name: '내용과 영향 (한국어)' }).fill('교체 중 두 번, 10분 이내로 끊깁니다.');
  await dialog.getByRole('button', { name: /^예고하기/ }).click();
  await expect(manager.getByRole('heading', { level: 1, name: title })).toBeVisible();

  const client = await enter(EUNSEO);
  await client.getByRole('link', { name: '서비스 현황' }).first().click();
  await settled(client);
  await expect(client.getByRole('region', { name: '계획 작업' })).toContainText(title);
});

test('an outage is told, and the client refuses to have it left out', async ({ enter }) => {
  const title = `업무 서버 접속 불가 ${Date.now()}`;
  const manager = await enter(DOYUN);
  await ofHanbit(manager, '/console/outages');
  await manager.getByRole('button', { name: '중단 기록하기' }).click();
  const opening = manager.getByRole('dialog');
  await opening.getByRole('combobox', { name: '서비스' }).selectOption({ label: SERVICE });
  await opening.getByRole('textbox', { name: '제목 (한국어)' }).fill(title);
  await opening.getByRole('textbox', { name: '첫 안내 (한국어)' }).fill('접속이 되지 않아 원인을 조사하고 있습니다.');
  await opening.getByRole('button', { name: /^기록하기/ }).click();
  await expect(manager.getByRole('heading', { level: 1, name: title })).toBeVisible();

  const client = await enter(EUNSEO);
  await client.goto('/status');
  await settled(client);
  const incident = client.getByRole('article').filter({ hasText: title });
  await expect(incident).toContainText('접속이 되지 않아 원인을 조사하고 있습니다.');

  await manager.getByRole('button', { name: '종료하기' }).click();
  await manager
    .getByRole('dialog')
    .getByRole('button', { name: /^종료하기/ })
    .click();
  await expect(manager.getByRole('dialog')).toHaveCount(0);
  await manager.getByRole('button', { name: '제외 제안하기' }).click();
  const claim = manager.getByRole('dialog');
  await claim.getByRole('textbox', { name: '설명' }).fill('방화벽 정책을 사전 협의 없이 바꾸셨습니다.');
  await claim.getByRole('button', { name: /^제외 제안하기/ }).click();
  await expect(manager.getByText('고객사 확인 대기')).toBeVisible();

  await client.reload();
  await settled(client);
  const waiting = client.getByRole('region', { name: /제외 시간 확인 요청/ });
  await expect(waiting).toContainText('방화벽 정책을 사전 협의 없이 바꾸셨습니다.');
  await waiting.getByRole('button', { name: '거절하기' }).last().click();
  const answer = client.getByRole('dialog');
  await answer.getByRole('textbox', { name: '거절 사유' }).fill('변경은 그 뒤에 있었습니다.');
  await answer.getByRole('button', { name: '거절하기' }).click();
  await expect(answer).toHaveCount(0);

  await manager.reload();
  await settled(manager);
  const answered = manager.getByRole('region', { name: '제외 제안' });
  await expect(answered).toContainText('제외 거절');
  await expect(answered).toContainText('변경은 그 뒤에 있었습니다.');
});

test('a client disputes a credit, and the provider reads why', async ({ enter }) => {
  const reason = `중단은 두 시간 더 이어졌습니다 (${Date.now()})`;
  const client = await enter(EUNSEO);
  await client.goto('/credits');
  await settled(client);
  await client.getByRole('main').getByRole('row').nth(1).getByRole('link').click();
  await client.getByRole('button', { name: '이의 제기하기' }).click();
  const dialog = client.getByRole('dialog');
  await dialog.getByRole('textbox', { name: '이의 사유' }).fill(reason);
  await dialog.getByRole('button', { name: '이의 제기하기' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(client.getByRole('list', { name: '협의 이력' })).toContainText(reason);

  const manager = await enter(DOYUN);
  await ofHanbit(manager, '/console/credits?state=ours');
  await manager.getByRole('main').getByRole('row').nth(1).getByRole('link').click();
  await expect(manager.getByRole('list', { name: '협의 이력' })).toContainText(reason);
});
