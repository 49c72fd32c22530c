import { renderUi } from '@daylight/web-ui/testing';
import { fireEvent, screen } from '@testing-library/react';
import ko from '../../app/catalogue-ko.js';
import { DelegationTable } from './delegations-panel.js';
import type { DelegationLineFragment } from './generated/delegations.js';

const line = (more: Partial<DelegationLineFragment>): DelegationLineFragment => ({
  ...{ __typename: 'ApprovalDelegation', id: '1', state: 'ACTIVE', limitMinor: null, mayRevoke: true },
  ...{ startsAt: '2026-06-10T03:00:00Z', endsAt: '2026-06-12T15:00:00Z' },
  delegator: { __typename: 'PersonName', id: 'a', displayName: '김은서' },
  delegate: { __typename: 'PersonName', id: 'b', displayName: '이하린' },
  ...more,
});

const draw = (rows: readonly DelegationLineFragment[], onEnd = jest.fn()) => {
  renderUi(<DelegationTable rows={rows} onEnd={onEnd} footer={null} />, { messages: ko });
  return onEnd;
};

it('a delegation says who lent what to whom, and its last day is the day before it ends', () => {
  draw([line({ limitMinor: 50_000_000 })]);
  const row = screen.getAllByRole('row')[1]?.textContent ?? '';
  for (const word of ['김은서', '이하린', '2026. 6. 12.', '50,000,000', '위임 중']) expect(row).toContain(word);
  expect(row).not.toContain('6. 13.');
});

it('it can be ended where that is the reader’s to do', () => {
  const onEnd = draw([line({}), line({ id: '2', state: 'ENDED', mayRevoke: false })]);
  const buttons = screen.getAllByRole('button', { name: '위임 종료' });
  expect(buttons).toHaveLength(1);
  fireEvent.click(buttons[0] ?? document.body);
  expect(onEnd).toHaveBeenCalledWith(expect.objectContaining({ id: '1' }));
});
