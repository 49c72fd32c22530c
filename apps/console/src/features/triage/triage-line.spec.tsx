import { screen } from '@testing-library/react';
import { renderConsole } from '../../testing/render-console.js';
import { alert } from './triage.fixture.js';
import { TriageLine } from './triage-line.js';

const line = (more: Partial<Parameters<typeof TriageLine>[0]['group']> = {}, viewers: readonly string[] = []) =>
  renderConsole(
    <TriageLine
      group={{ id: 'a', lead: alert('a'), ids: ['a'], gone: false, ...more }}
      current={false}
      viewers={viewers}
      onChoose={() => undefined}
    />,
  );
const words = (): string => screen.getByRole('button').textContent ?? '';

test('alerts that go together are one line that says how many', () => {
  line({ ids: ['a', 'b', 'c'] });
  expect(words()).toContain('묶음 3건');
});

test('says who else looks at it', () => {
  line({}, ['김수아', '박민준']);
  expect(words()).toContain('보는 중: 김수아, 박민준');
});

test('what somebody else sorted meanwhile stays in its place, and says so', () => {
  line({ gone: true });
  expect(words()).toContain('처리됨');
});

test('an alert of nobody says none of it', () => {
  line();
  expect(words()).not.toMatch(/묶음|보는 중|처리됨|담당/);
});
