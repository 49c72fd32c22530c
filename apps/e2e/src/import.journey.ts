import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { DOYUN, MINJI } from './stage/people.js';
import { choose, expect, settled, test } from './stage/test.js';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const CASES = 300;
/** Where the bad row stands: behind the header and the entries of all cases. */
const LAST_LINE = 2 + CASES * 3 - CASES / 10;

/** A log of another desk, sorted by case, and one more row whose time is none. */
function logOf(mark: string): string {
  const lines = Array.from({ length: CASES }, (_, index) => {
    const day = `2026-03-${String(2 + (index % 20)).padStart(2, '0')}`;
    const subject = `"백업 실패, 서버 ${index + 1}호 (${mark})"`;
    // One in ten is still open: the queue shows it.
    const steps = index % 10 === 0 ? ['접수', '처리중'] : ['접수', '처리중', '완료'];
    return steps.map((status, hour) => `${mark}-${index + 1},${day}T0${hour + 1}:15:00+09:00,${status},${subject}`);
  }).flat();
  return ['접수번호,처리일시,상태,제목', ...lines, `${mark}-7,어제 오후,완료,시각이 없는 기록`].join('\r\n');
}

async function chooseClient(page: Page, label: string, name: string): Promise<void> {
  const field = page.getByRole('combobox', { name: label });
  await field.click();
  await page.getByRole('option', { name }).click();
  await expect(field).toHaveValue(name);
}

const upload = (page: Page, name: string, content: string | Buffer): Promise<void> =>
  page.locator('input[type="file"]').setInputFiles({
    name,
    mimeType: 'text/csv',
    buffer: typeof content === 'string' ? Buffer.from(content) : content,
  });

/** Says what the entries of a status mean. */
async function means(page: Page, status: string, effects: readonly string[]): Promise<void> {
  const step = page.getByRole('group').filter({ hasText: `상태 = ${status}` });
  await step.getByText(`상태 = ${status}`).click();
  for (const effect of effects) await step.getByRole('checkbox', { name: effect, exact: true }).check();
}

async function download(page: Page, label: string): Promise<{ readonly name: string; readonly text: string }> {
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: label }).click()]);
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
}

test('an account manager brings a log in, sees what is wrong with it, and takes it back', async ({ enter }) => {
  test.setTimeout(180_000);
  const mark = `OLD${Date.now()}`;
  const page = await enter(DOYUN);
  await page.goto('/console/imports');
  await page.getByRole('link', { name: '가져오기 시작' }).first().click();
  // The list has a field of clients too, and stands until the next page's code has come.
  await expect(page.getByRole('heading', { level: 1, name: '가져오기 시작' })).toBeVisible();
  await chooseClient(page, '고객사', '도담커머스');
  await upload(page, `${mark}.csv`, logOf(mark));
  await expect(page.getByRole('region', { name: '미리 보기' }).first()).toContainText(`${mark}-1`);
  await means(page, '처리중', ['최초 응답', '작업']);
  await means(page, '완료', ['복구', '해결']);
  await expect(page.getByText('매핑이 파일과 맞습니다.')).toBeVisible();

  await page.getByRole('button', { name: '시험 실행' }).click();
  const done = page.getByText('시험 실행을 마쳤습니다. 아무것도 저장하지 않았습니다.');
  await expect(done).toBeVisible({ timeout: 60_000 });
  const reasons = page.getByRole('table', { name: '거부된 이유' });
  await expect(reasons).toContainText('시각으로 읽을 수 없습니다: “어제 오후”');
  await expect(reasons).toContainText(String(LAST_LINE));

  await page.getByRole('button', { name: '이대로 가져오기' }).click();
  await expect(done).toHaveCount(0);
  await expect(page.getByRole('progressbar', { name: '진행 상황' })).toBeVisible();
  const tickets = page.getByRole('link', { name: '티켓 보기' });
  await expect(tickets).toBeVisible({ timeout: 60_000 });
  const run = page.url();
  const figures = page.getByRole('definition');
  await expect(figures.filter({ hasText: String(CASES - 1) }).first()).toBeVisible();

  const errors = await download(page, 'CSV로 받기');
  expect(errors.name).toBe(`${mark}-errors.csv`);
  expect(errors.text).toContain(`${LAST_LINE},${mark}-7,처리일시,NOT_A_TIME,시각으로 읽을 수 없습니다: “어제 오후”`);

  await tickets.click();
  const brought = page
    .getByRole('main')
    .getByRole('link', { name: new RegExp(`백업 실패, 서버 \\d+호 \\(${mark}\\)`) });
  await expect(brought.first()).toBeVisible();
  await expect(page.getByRole('button', { name: '이 가져오기의 티켓만' })).toBeVisible();
  await brought.first().click();
  await expect(page.getByRole('heading', { level: 1, name: new RegExp(mark) })).toBeVisible();
  const imported = page.url();

  await page.goto(run);
  await page.getByRole('button', { name: '되돌리기' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '되돌리기' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('되돌림');
  await page.goto(imported);
  await expect(page.getByRole('main')).not.toContainText(mark);
});

/** Makes the console speak a language to whoever uses it, whatever it speaks now. */
async function speak(page: Page, language: '한국어' | 'English'): Promise<void> {
  await page.goto('/console/settings');
  await settled(page);
  const profile = page.getByRole('region', { name: /^(프로필|Profile)$/u });
  const wanted = profile.getByRole('radio', { name: language });
  if (await wanted.isChecked()) return;
  await choose(wanted);
  await profile.getByRole('button', { name: /^(저장|Save)$/u }).click();
  await expect(
    page.getByRole('heading', { level: 1, name: language === 'English' ? 'Settings' : '설정' }),
  ).toBeVisible();
}

async function expectOpenToAll(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
    const found = violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
    expect({ url: page.url(), colorScheme, found }).toEqual({ url: page.url(), colorScheme, found: [] });
  }
}

/** `접수` as Korean Windows writes it (CP949). */
const CP949 = Buffer.from([0xc1, 0xa2, 0xbc, 0xf6]);
const REFUSED: readonly (readonly [name: string, content: string | Buffer, message: string])[] = [
  ['cp949.csv', Buffer.concat([CP949, Buffer.from(',time\n')]), 'Line 1: This holds characters that aren’t UTF-8'],
  ['open.csv', 'case,time\n1,2026-03-02T01:00:00Z\n2,"open\n', 'Line 3: The row that begins here has a quotation mark'],
  ['empty.csv', '', 'Line 1: There is no first line with names of columns.'],
  ['big.csv', Buffer.alloc(25 * 1_048_576 + 1, 'x'), 'big.csv: larger than 25 MB, so it was not attached.'],
];

// In its own time, so that the administrator reads Korean again even when the test ran out of its own.
test.afterEach(async ({ enter }) => speak(await enter(MINJI), '한국어'));

test('in English each fault of a file is named, and the import pages keep nobody out', async ({ enter }) => {
  test.setTimeout(180_000);
  const mark = `EN${Date.now()}`;
  const page = await enter(MINJI);
  await speak(page, 'English');
  await page.goto('/console/imports/new');
  await expect(page.getByRole('heading', { level: 1, name: 'New import' })).toBeVisible();
  await chooseClient(page, 'Client', '도담커머스');
  for (const [name, content, message] of REFUSED) {
    await upload(page, name, content);
    await expect(page.getByText(message)).toBeVisible();
  }
  await upload(page, `${mark}.csv`, `case,time,status\n${mark},2026-03-02T01:00:00Z,Open\n${mark}x,soon,Open\n`);
  await expect(page.getByText('The mapping fits the file.')).toBeVisible();
  await expectOpenToAll(page);
  await page.getByRole('button', { name: 'Dry run' }).click();
  await expect(page.getByText('The dry run is done; nothing was written.')).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole('table', { name: 'Why cases were rejected' })).toContainText(
    'This is not a time: “soon”',
  );
  await expectOpenToAll(page);
  await page.goto('/console/imports');
  await settled(page);
  await expectOpenToAll(page);
});
