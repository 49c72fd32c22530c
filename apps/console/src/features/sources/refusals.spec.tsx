import { screen, within } from '@testing-library/react';
import { renderConsole } from '../../testing/render-console.js';
import { Refusals } from './refusals.js';

const refusal = (why: 'WRONG' | 'MISSING', count: number) =>
  ({ __typename: 'IntakeRefusal', why, count, lastAt: '2026-11-23T00:00:00Z' }) as const;

test('says how often a secret was refused and why, and when that was last', () => {
  renderConsole(<Refusals refusals={[refusal('WRONG', 1200), refusal('MISSING', 1)]} />);
  const [, wrong, missing] = screen.getAllByRole('row');
  expect(within(wrong ?? document.body).getByText('다른 비밀 값')).toBeTruthy();
  expect(within(wrong ?? document.body).getByText('1,200회')).toBeTruthy();
  expect(within(missing ?? document.body).getByText('비밀 값 없음')).toBeTruthy();
  expect(document.querySelectorAll('time')).toHaveLength(2);
});

test('says nothing where none was refused', () => {
  renderConsole(<Refusals refusals={[]} />);
  expect(screen.queryByRole('table')).toBeNull();
});
