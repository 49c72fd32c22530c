import { HARIN, JIHUN, MINJI } from './stage/people.js';
import { choose, expect, settled, test } from './stage/test.js';

test('a client opens a ticket knowing what is promised, sees the reply come in but never one that was taken back, and confirms the solution', async ({
  enter,
}) => {
  // Mails leave ten seconds after what they are about; the last step waits for one.
  test.setTimeout(120_000);
  const subject = `회의실 예약 시스템 접속이 되지 않습니다 (${Date.now()})`;
  const client = await enter(HARIN);

  await client.getByRole('link', { name: '문의하기' }).click();
  await client.getByRole('combobox', { name: '서비스' }).selectOption({ label: '서버 운영' });
  const promise = client.getByRole('region', { name: '우선순위와 약속 시간' });
  await expect(promise).toContainText('P3');
  await expect(promise).toContainText('최초 응답');
  await choose(client.getByRole('radio', { name: /지금 바로/ }));
  await expect(promise).toContainText('P2');
  await client.getByRole('textbox', { name: '제목' }).fill(subject);
  await client.getByRole('textbox', { name: '내용' }).fill('오전 9시부터 예약 화면에 "서버 오류"가 표시됩니다.');
  await client.getByRole('button', { name: /등록하기/ }).click();
  await expect(client.getByRole('heading', { level: 1, name: subject })).toBeVisible();

  const agent = await enter(JIHUN);
  await agent.getByRole('link', { name: /^담당자 없음/ }).click();
  await agent.getByRole('link', { name: subject }).click();
  await settled(agent);
  await expect(agent.getByRole('region', { name: 'SLA 시간' })).toContainText('최초 응답');

  // What is taken back within ten seconds returns to the field, and no mail leaves: the next one's says so in the end.
  const slip = '이 답변은 다른 티켓에 보내려던 내용입니다.';
  const field = agent.getByRole('textbox', { name: '답장' });
  await field.fill(slip);
  await agent.getByRole('button', { name: /^답장 보내기/ }).click();
  await agent.getByRole('button', { name: '되돌리기' }).click();
  await expect(field).toHaveValue(slip);

  const reply = '접수했습니다. 예약 서버의 상태를 확인하고 있습니다.';
  await field.fill(reply);
  await agent.getByRole('button', { name: /^답장 보내기/ }).click();
  await expect(agent.getByRole('list', { name: '대화' })).toContainText(reply);
  // The client has not touched the page since: word of it comes by itself, and moves nothing under the reader's eyes.
  const news = client.getByRole('button', { name: '새 답변 1건 보기' });
  await news.click();
  await expect(client.getByRole('region', { name: '대화' })).toContainText(reply);

  const solution = '인증서를 갱신했고 예약 화면이 정상으로 열립니다.';
  await field.fill(solution);
  await agent.getByRole('combobox', { name: '보낸 다음' }).selectOption({ label: '보내고 해결: 조치 완료' });
  await agent.getByRole('button', { name: /보내/ }).last().click();
  await news.click();
  await expect(client.getByRole('region', { name: '대화' })).toContainText(solution);

  await client.getByRole('button', { name: '해결 확인하고 종료' }).click();
  await client.getByRole('dialog').getByRole('button', { name: '해결 확인하고 종료' }).click();
  await expect(client.getByRole('button', { name: '해결 확인하고 종료' })).toHaveCount(0);
  await expect(client.getByRole('main')).toContainText('종료');
  await expect(client.getByRole('main')).not.toContainText(slip);

  const admin = await enter(MINJI);
  const mails = admin.getByRole('listitem').filter({ hasText: subject });
  await expect(async () => {
    await admin.goto('/console/mailbox');
    await settled(admin);
    await expect(mails.filter({ hasText: '문의가 해결되었습니다' })).toHaveCount(1, { timeout: 1_000 });
  }).toPass({ timeout: 30_000 });
  const replied = mails.filter({ hasText: '유하린' }).filter({ hasText: '새 답변' });
  await expect(replied).toHaveCount(2);
  for (const [index, said] of [solution, reply].entries()) {
    await replied.nth(index).getByRole('link').click();
    await admin.getByRole('tab', { name: '텍스트' }).click();
    await expect(admin.getByRole('tabpanel')).toContainText(said);
  }
});
