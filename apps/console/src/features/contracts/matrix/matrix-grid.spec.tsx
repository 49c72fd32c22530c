import type { SlaPolicy } from '@daylight/domain';
import { renderUi } from '@daylight/web-ui/testing';
import { act, fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import ko from '../../../messages/ko.json';
import { writeAmount } from './amount.js';
import { MatrixGrid } from './matrix-grid.js';

const start: SlaPolicy = {
  id: 'standard',
  name: { ko: '표준', en: 'Standard' },
  targets: [
    {
      id: 'p1-first-response',
      clock: 'FIRST_RESPONSE',
      priority: 'P1',
      types: [],
      amount: { unit: 'MINUTES', minutes: 15 },
      calendarId: 'always',
      warnAtPercent: [50],
    },
  ],
};
const calendars = [
  { id: 'office', name: '평일' },
  { id: 'always', name: '24시간' },
];

function Editor({ onPolicy }: { readonly onPolicy: (policy: SlaPolicy) => void }) {
  const [policy, setPolicy] = useState(start);
  return (
    <MatrixGrid
      policy={policy}
      calendars={calendars}
      taken={new Set()}
      problems={[]}
      onChange={(next) => {
        setPolicy(next);
        onPolicy(next);
      }}
    />
  );
}

function setUp() {
  let latest = start;
  renderUi(<Editor onPolicy={(policy) => (latest = policy)} />, { messages: ko });
  const cell = (name: string) => screen.getByRole('gridcell', { name: new RegExp(`^${name}:`) });
  const said = () =>
    latest.targets.map(
      ({ priority, clock, amount, calendarId }) => `${priority} ${clock} ${writeAmount(amount, 'ko')} ${calendarId}`,
    );
  return { cell, said, user: userEvent.setup() };
}

describe('the SLA grid by keyboard', () => {
  it('arrows move, a digit begins to write, Enter keeps it and goes down', async () => {
    const { cell, said, user } = setUp();
    act(() => cell('최초 응답 P1').focus());
    await user.keyboard('{ArrowRight}30{Enter}');
    expect(said()).toContain('P2 FIRST_RESPONSE 30분 always');
    expect(document.activeElement).toBe(cell('후속 응답 P2'));
    await user.keyboard('1h{Tab}');
    expect(said()).toContain('P2 NEXT_RESPONSE 1시간 office');
    expect(document.activeElement).toBe(cell('후속 응답 P3'));
  });

  it('Escape leaves what was there; Delete takes the promise away', async () => {
    const { cell, said, user } = setUp();
    act(() => cell('최초 응답 P1').focus());
    await user.keyboard('9{Escape}');
    expect(said()).toEqual(['P1 FIRST_RESPONSE 15분 always']);
    await user.keyboard('{Delete}');
    expect(said()).toEqual([]);
  });

  it('what can’t be read is not kept: the field stays open', async () => {
    const { cell, said, user } = setUp();
    act(() => cell('최초 응답 P1').focus());
    await user.keyboard('5d{Enter}');
    expect(screen.getByRole('textbox', { name: '최초 응답 P1' }).getAttribute('aria-invalid')).toBe('true');
    expect(said()).toEqual(['P1 FIRST_RESPONSE 15분 always']);
  });

  it('a range of a spreadsheet is pasted from the chosen cell on, and can be taken back', async () => {
    const { cell, said, user } = setUp();
    act(() => cell('최초 응답 P1').focus());
    fireEvent.paste(cell('최초 응답 P1'), { clipboardData: { getData: () => '10분\t30분\n나중에\t1시간' } });
    expect(said()).toEqual([
      'P1 FIRST_RESPONSE 10분 always',
      'P2 FIRST_RESPONSE 30분 always',
      'P2 NEXT_RESPONSE 1시간 office',
    ]);
    expect(screen.getByText(/“나중에”/).textContent).toContain('읽을 수 없어');
    await user.click(screen.getByRole('button', { name: '되돌리기' }));
    expect(said()).toEqual(['P1 FIRST_RESPONSE 15분 always']);
  });
});
