import { screen } from '@testing-library/react';
import { renderUi } from '@daylight/web-ui/testing';
import ko from '../../app/catalogue-ko.js';
import { ForeseenCalls } from './foreseen-calls.js';

const call = (at: string, round: number, ...calls: string[]) =>
  ({ __typename: 'PreviewedCall', at, round, calls }) as const;

test('says when who would be called, from the first to the last resort, and where nobody would be', () => {
  const calls = [
    call('2026-11-22T18:00:00Z', 1, '당직 엔지니어, 전화'),
    call('2026-11-22T18:05:00Z', 1, '정하린, 문자', '한가람, 전화'),
    call('2026-11-22T18:10:00Z', 2),
    call('2026-11-22T18:25:00Z', 0, '정하린, 문자'),
  ];
  renderUi(
    <ForeseenCalls foreseen={{ __typename: 'EscalationPreview', exhaustedAt: '2026-11-22T18:25:00Z', calls }} />,
    {
      messages: ko,
    },
  );
  const lines = screen.getAllByRole('listitem').map(({ textContent }) => textContent ?? '');
  expect(lines).toHaveLength(4);
  expect(lines[0]).toMatch(/03:00.*당직 엔지니어, 전화/);
  expect(lines[1]).toMatch(/03:05.*정하린, 문자 \/ 한가람, 전화/);
  expect(lines[2]).toMatch(/호출할 사람 없음.*2회차/);
  expect(lines[3]).toMatch(/03:25.*최종 연락처/);
});
