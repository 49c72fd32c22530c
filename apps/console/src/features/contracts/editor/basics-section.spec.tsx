import { DEFAULT_PRIORITY_MATRIX, parseTerms, type Terms } from '@daylight/domain';
import { renderUi } from '@daylight/web-ui/testing';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import ko from '../../../app/catalogue-ko.js';
import { BasicsSection } from './basics-section.js';

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

function setUp() {
  let latest = START;
  function Editor() {
    const [terms, setTerms] = useState(START);
    latest = terms;
    return (
      <main>
        <BasicsSection
          draft={{ effectiveFrom: '2026-01-01', termEnd: null, note: '', terms }}
          onDraft={() => undefined}
          terms={terms}
          change={(part) => setTerms((before) => ({ ...before, ...part }))}
          replace={setTerms}
          problems={[]}
        />
      </main>
    );
  }
  renderUi(<Editor />, { messages: ko });
  return { terms: () => latest };
}

async function retype(label: string, text: string): Promise<void> {
  const field = screen.getByLabelText(label);
  await userEvent.clear(field);
  await userEvent.type(field, text);
}

test('reminders are written as people write a list', async () => {
  const { terms } = setUp();
  expect(screen.getByLabelText<HTMLInputElement>('사전 안내(일 전)').value).toBe('30, 7');
  await retype('사전 안내(일 전)', '60, 14');
  expect(terms().renewal.remindDays).toEqual([60, 14]);
  expect(parseTerms(terms()).kind).toBe('valid');
});

test('deemed consent is a term only while it is wanted, and leaves nothing behind', async () => {
  const { terms } = setUp();
  const wanted = screen.getByLabelText('영업일 경과 시 동의한 것으로 간주');
  await userEvent.click(wanted);
  await retype('변경계약(영업일)', '5');
  expect(terms().deemedConsent).toEqual({ calendarId: 'always', proposalDays: 3, amendmentDays: 5 });
  expect(parseTerms(terms()).kind).toBe('valid');
  await userEvent.click(wanted);
  expect('deemedConsent' in terms()).toBe(false);
});

test('jurisdictions are those of the holidays until the contract names them', async () => {
  const { terms } = setUp();
  const agreed = screen.getByLabelText('계약에 적용 국가를 명시');
  expect(screen.queryByLabelText('유럽연합(EU)')).toBeNull();
  await userEvent.click(agreed);
  expect(terms().jurisdictions).toEqual(['KR']);
  await userEvent.click(screen.getByLabelText('유럽연합(EU)'));
  expect(terms().jurisdictions).toEqual(['KR', 'EU']);
  await userEvent.click(agreed);
  expect('jurisdictions' in terms()).toBe(false);
});
