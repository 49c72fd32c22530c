import { DEFAULT_PRIORITY_MATRIX, parseTerms, type Terms } from '@daylight/domain';
import { PromisesPanels } from '@daylight/web-app';
import { renderUi } from '@daylight/web-ui/testing';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import en from '../../../app/catalogue-en.js';
import ko from '../../../app/catalogue-ko.js';
import { readPercent } from './percent-field.js';
import { PromisesSection } from './promises-section.js';

// Typing into real forms on a busy machine.
jest.setTimeout(30_000);

const START: Terms = {
  ...{ schema: 1, reportingZone: 'Asia/Seoul', currency: 'KRW', monthlyFeeMinor: 12_000_000 },
  services: [
    {
      ...{ serviceItemId: 'servers', name: { ko: '서버 운영', en: 'Servers' }, level: 'OPERATE', policyId: 'standard' },
      ...{ inScope: { ko: '', en: '' }, outOfScope: { ko: '', en: '' } },
    },
  ],
  policies: [
    {
      ...{ id: 'standard', name: { ko: '표준', en: 'Standard' } },
      targets: [
        {
          ...{ id: 'p1', clock: 'FIRST_RESPONSE', priority: 'P1', types: [], calendarId: 'always' },
          ...{ amount: { unit: 'MINUTES', minutes: 30 }, warnAtPercent: [] },
        },
      ],
    },
  ],
  calendars: [
    {
      ...{ id: 'always', name: { ko: '24시간', en: '24x7' }, zone: 'Asia/Seoul', kind: 'ALWAYS', weekly: {} },
      ...{ exceptions: [], breaks: [], holidayPolicy: 'NONE', holidayRegion: null, fixedHolidays: [] },
    },
  ],
  ...{ priorityMatrix: DEFAULT_PRIORITY_MATRIX, responseMetBy: ['PUBLIC_REPLY'], waiting: [], reopenWindowDays: 7 },
  ...{ autoCloseDays: 7, responsibilities: [], kpiTargets: [] },
  renewal: { atEnd: 'HOLDOVER', renewMonths: 0, noticeDays: 30 },
};

function setUp(messages: Record<string, string> = ko, language: 'ko' | 'en' = 'ko') {
  let latest = START;
  function Editor() {
    const [terms, setTerms] = useState(START);
    latest = terms;
    return (
      <main>
        <PromisesSection
          terms={terms}
          change={(part) => setTerms((before) => ({ ...before, ...part }))}
          replace={setTerms}
          problems={[]}
        />
      </main>
    );
  }
  renderUi(<Editor />, { messages, language });
  return { terms: () => latest };
}

const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));

async function retype(label: string, text: string): Promise<void> {
  const field = screen.getByLabelText(label);
  await userEvent.clear(field);
  await userEvent.type(field, text);
}

test('an availability promise and a ladder are written as a contract takes them', async () => {
  const { terms } = setUp();
  await press('가용률 약정 추가');
  await press('서비스 크레딧 추가');
  await retype('목표(%)', '99.95');
  await retype('구간 1 미만', '99.95');
  await press('계획 작업 조건 추가');
  await retype('사전 통보', '3bd');
  await userEvent.selectOptions(screen.getByLabelText('통보 기간의 기준'), '24시간');
  expect(terms().availability).toMatchObject([
    { targetPpm: 999_500, calendarId: 'always', serviceItemIds: ['servers'] },
  ]);
  expect(terms().maintenance).toEqual({
    ...{ notice: { unit: 'BUSINESS_DAYS', days: 3 }, noticeCalendarId: 'always', capMinutesPerMonth: 240 },
  });
  expect(terms().credits?.[0]?.tiers[0]).toEqual({ fromPpm: 990_000, belowPpm: 999_500, creditPpm: 50_000 });
  expect(parseTerms(terms()).kind).toBe('valid');
});

test('a gap in the ladder and a missing calendar are said while typing', async () => {
  setUp();
  await press('서비스 크레딧 추가');
  await retype('구간 2 미만', '95');
  expect(screen.queryAllByText('비어 있는 구간이 있습니다: 95%–99%')).not.toEqual([]);
  await press('계획 작업 조건 추가');
  await retype('사전 통보', '3bd');
  expect(screen.queryAllByText('영업일을 셀 서비스 제공 시간을 선택해 주십시오.')).not.toEqual([]);
  await retype('구간 2 미만', 'viel');
  expect(screen.queryAllByText('0에서 100 사이의 백분율로 적어 주십시오(예: 99.95).')).not.toEqual([]);
});

test('terms for planned work that are removed leave nothing behind', async () => {
  const { terms } = setUp(en, 'en');
  await press('Add terms for planned work');
  await press('Remove');
  expect('maintenance' in terms()).toBe(false);
});

test('who reads the terms sees the promise, the ladder and what it comes to', async () => {
  const { terms } = setUp();
  await press('가용률 약정 추가');
  await press('서비스 크레딧 추가');
  const view = renderUi(
    <main>
      <PromisesPanels terms={terms()} />
    </main>,
    { messages: ko },
  );
  expect(view.container.textContent).toContain('월 99.9% 이상');
  expect(view.container.textContent).toContain('고객사 원인, 불가항력');
  await userEvent.click(screen.getAllByRole('button', { name: '예시 계산 보기' }).at(-1) ?? view.container);
  await screen.findByText(/크레딧: 12,000,000원 × 5% = 600,000원/);
});

test.each([
  ['99.95', 999_500],
  ['100 %', 1_000_000],
  ['0', 0],
  ['99.9999', 999_999],
  ['99.99999', null],
  ['101', null],
  ['99,95', null],
])('%s is read as %s parts per million', (typed, ppm) => {
  expect(readPercent(typed)).toBe(ppm);
});
