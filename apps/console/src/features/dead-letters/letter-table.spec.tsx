import { fireEvent, screen } from '@testing-library/react';
import { useState } from 'react';
import { renderConsole } from '../../testing/render-console.js';
import { DiscardDialog } from './discard-dialog.js';
import { LetterTable, type Letter } from './letter-table.js';

const letter = (id: string, more: Partial<Letter> = {}): Letter => ({
  ...{
    __typename: 'DeadLetter',
    id,
    queue: 'subscriber',
    queueName: '후속 처리',
    tenantId: 't',
    tenantName: '한빛전자',
  },
  ...{ ticket: null, mailId: null, detail: 'notifications.ticket', error: 'Error: the disk is full', attempts: 8 },
  ...{ createdAt: '2026-11-20T00:00:00Z', deadAt: '2026-11-20T01:00:00Z', ...more },
});

const ticket = { __typename: 'TicketRef' as const, id: 'i', key: 'HANBIT-7' };

function Shown({ letters }: { readonly letters: readonly Letter[] }) {
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  return (
    <>
      <output aria-label="선택">{[...selected].join(' ')}</output>
      <LetterTable letters={letters} loading={false} selected={selected} onSelect={setSelected} />
    </>
  );
}

it('a dead letter says what failed, for whom and why, and leads to its ticket or mail', () => {
  renderConsole(<Shown letters={[letter('1', { ticket }), letter('2', { mailId: 'm', tenantName: null })]} />);
  expect(screen.getAllByText('후속 처리')).toHaveLength(2);
  expect(screen.getAllByText('Error: the disk is full')).toHaveLength(2);
  expect(screen.getByRole('link', { name: 'HANBIT-7' }).getAttribute('href')).toBe('/console/tickets/HANBIT-7');
  expect(screen.getByRole('link', { name: '메일 보기' }).getAttribute('href')).toContain('mail=m');
  expect(screen.getByText('전체 고객사')).toBeTruthy();
});

it('letters are chosen by keyboard, one by one or all', () => {
  const { container } = renderConsole(<Shown letters={[letter('1'), letter('2')]} />);
  const [row] = [...container.querySelectorAll('tbody tr')];
  fireEvent.keyDown(row ?? container, { code: 'KeyX', key: 'ㅌ' });
  expect(screen.getByRole('status', { name: '선택' }).textContent).toBe('1');
  fireEvent.click(screen.getByRole('checkbox', { name: '모두 선택' }));
  expect(screen.getByRole('status', { name: '선택' }).textContent).toBe('1 2');
});

it('nothing is discarded before a reason is given', async () => {
  const onDiscard = jest.fn(() => Promise.resolve(null));
  renderConsole(<DiscardDialog count={2} onDiscard={onDiscard} onClose={() => undefined} />);
  const submit = await screen.findByRole<HTMLButtonElement>('button', { name: /^폐기/ }, { timeout: 20_000 });
  expect(submit.disabled).toBe(true);
  fireEvent.change(screen.getByRole('textbox', { name: /폐기 사유/ }), { target: { value: '퇴사자 계정' } });
  fireEvent.click(submit);
  expect(onDiscard).toHaveBeenCalledWith('퇴사자 계정');
});
