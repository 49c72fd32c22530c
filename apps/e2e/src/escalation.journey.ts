import { GEONU, JIHUN } from './stage/people.js';
import { choose, expect, settled, test } from './stage/test.js';

test('a client escalates a ticket, whoever is on call answers, and both sides see who did', async ({ enter }) => {
  const subject = `창고 단말기 전체가 멈췄습니다 (${Date.now()})`;
  const client = await enter(GEONU);
  await client.getByRole('link', { name: '문의하기' }).click();
  await client.getByRole('combobox', { name: '서비스' }).selectOption({ label: '서버 운영' });
  await choose(client.getByRole('radio', { name: /^곧/ }));
  await client.getByRole('textbox', { name: '제목' }).fill(subject);
  await client.getByRole('textbox', { name: '내용' }).fill('출고가 모두 중단된 상태입니다.');
  await client.getByRole('button', { name: /등록하기/ }).click();
  await expect(client.getByRole('heading', { level: 1, name: subject })).toBeVisible();

  // Less than a P2 calls nobody by itself: the client presses the button, and reads first who will be called.
  const calls = client.getByRole('region', { name: '긴급 호출' });
  await calls.getByRole('button', { name: '긴급 호출하기' }).click();
  const dialog = client.getByRole('dialog');
  await expect(dialog).toContainText('당직자부터 호출');
  await dialog.getByRole('button', { name: '호출 시작' }).click();
  const begun = calls.getByText('호출 중');
  await expect(begun).toBeVisible({ timeout: 60_000 });

  const agent = await enter(JIHUN);
  await agent.goto('/console/on-call?tab=runs');
  await settled(agent);
  const run = agent.getByRole('region').filter({ hasText: subject });
  await run.getByRole('button', { name: '확인하고 대응하기' }).click();
  await expect(run).toContainText('오지훈 님이 응답했습니다');
  await expect(calls).toContainText('오지훈 님이 응답했습니다', { timeout: 60_000 });
});
