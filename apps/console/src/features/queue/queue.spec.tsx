import { act, fireEvent, screen, within } from '@testing-library/react';
import { useRef, useState } from 'react';
import { renderConsole } from '../../testing/render-console.js';
import { QueueList, type QueueListHandle } from './queue-list.js';
import { useQueueKeys } from './use-queue-keys.js';
import type { Line } from './use-queue.js';

const line = (index: number): Line => ({
  __typename: 'TicketRow',
  id: `id-${index}`,
  key: `HANBIT-${index}`,
  type: 'INCIDENT',
  status: 'OPEN',
  priority: 'P3',
  subject: `티켓 ${index}`,
  confidential: false,
  outOfContract: false,
  tenant: { __typename: 'TicketClient', id: 't', name: '한빛전자', prefix: 'HANBIT' },
  service: {
    __typename: 'TicketService',
    id: 's',
    name: { __typename: 'LocalizedText', ko: '인프라 운영', en: 'Infrastructure' },
  },
  requester: null,
  assignee: null,
  team: null,
  openedAt: '2026-11-20T00:00:00Z',
  updatedAt: '2026-11-20T00:00:00Z',
  waitingReason: null,
  reopenCount: 0,
  nextDue: null,
  version: 1,
});
const rows = [1, 2, 3].map(line);

interface Calls {
  readonly open: jest.Mock;
  readonly peek: jest.Mock;
  readonly claim: jest.Mock;
}

/** The list with the page's shortcuts, as the queue page ties them together. */
function Board({ open, peek, claim }: Calls) {
  const list = useRef<QueueListHandle>(null);
  const [current, setCurrent] = useState<string | null>(null);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const nothing = (): void => undefined;
  useQueueKeys({
    move: (step, extend) => list.current?.move(step, extend),
    select: () => current !== null && setSelected(new Set([...selected, current])),
    peek: () => peek(),
    open: () => open(current),
    claim: () => claim(current),
    escape: () => setSelected(new Set()),
    assign: nothing,
    priority: nothing,
    status: nothing,
    search: nothing,
    create: nothing,
    showNew: nothing,
    view: nothing,
  });
  return (
    <>
      <input aria-label="찾기" />
      <QueueList
        ref={list}
        rows={rows}
        label="내 담당"
        current={current}
        onCurrent={setCurrent}
        selected={selected}
        present={new Map()}
        onSelect={setSelected}
        onOpen={(row) => open(row.id)}
        onPeek={() => peek()}
        onEnd={nothing}
      />
    </>
  );
}

function setUp() {
  const calls: Calls = { open: jest.fn(), peek: jest.fn(), claim: jest.fn() };
  renderConsole(<Board {...calls} />);
  const press = (code: string, more: object = {}): void =>
    act(() => void fireEvent.keyDown(document.activeElement ?? document.body, { code, ...more }));
  return { ...calls, press };
}

const focused = (): string | null => document.activeElement?.getAttribute('data-id') ?? null;
const chosen = (): readonly (string | null)[] =>
  screen.getAllByRole('row', { selected: true }).map((row) => row.getAttribute('data-id'));

// jsdom lays nothing out; the list draws what fits into a window.
beforeAll(() => {
  Object.defineProperty(HTMLElement.prototype, 'offsetHeight', { configurable: true, value: 61 });
  globalThis.scrollTo = () => undefined;
});

describe('the queue by keyboard', () => {
  it('j takes the first row, then the next; k goes back', () => {
    const { press } = setUp();
    press('KeyJ', { key: 'j' });
    expect(focused()).toBe('id-1');
    press('KeyJ', { key: 'j' });
    expect(focused()).toBe('id-2');
    press('KeyK', { key: 'k' });
    expect(focused()).toBe('id-1');
  });

  it('works with Hangul switched on', () => {
    const { press, claim } = setUp();
    press('KeyJ', { key: 'ㅓ' });
    press('KeyJ', { key: 'ㅓ' });
    press('KeyA', { key: 'ㅁ' });
    expect([focused(), claim.mock.calls]).toEqual(['id-2', [['id-2']]]);
  });

  it('does nothing while a syllable is being composed or a field is typed into', () => {
    const { press, claim } = setUp();
    press('KeyA', { key: 'Process', keyCode: 229 });
    act(() => screen.getByLabelText('찾기').focus());
    press('KeyA', { key: 'ㅁ' });
    expect(claim).not.toHaveBeenCalled();
  });

  it('arrows move as well, and stop at the ends', () => {
    const { press } = setUp();
    press('KeyJ');
    press('ArrowUp');
    expect(focused()).toBe('id-1');
    ['ArrowDown', 'ArrowDown', 'ArrowDown'].forEach((code) => press(code));
    expect(focused()).toBe('id-3');
  });

  it('x chooses a row, Shift+j takes the rows it passes, Esc lets go of them', () => {
    const { press } = setUp();
    press('KeyJ');
    press('KeyX');
    press('KeyJ', { shiftKey: true });
    expect(chosen()).toEqual(['id-1', 'id-2']);
    press('Escape');
    expect(screen.queryAllByRole('row', { selected: true })).toEqual([]);
  });

  it('Enter opens the row, Space looks at it', () => {
    const { press, open, peek } = setUp();
    press('KeyJ');
    press('Space');
    press('Enter');
    expect([open.mock.calls, peek.mock.calls.length]).toEqual([[['id-1']], 1]);
  });

  it('Space on a checkbox of the list chooses and does not peek', () => {
    const { press, peek } = setUp();
    const box = within(screen.getAllByRole('row')[1] ?? document.body).getByRole('checkbox');
    act(() => box.focus());
    press('Space');
    expect(peek).not.toHaveBeenCalled();
  });

  it('one row at a time is reached by Tab', () => {
    const { press } = setUp();
    press('KeyJ');
    press('KeyJ');
    expect(screen.getAllByRole('row').filter((row) => row.getAttribute('tabindex') === '0')).toHaveLength(1);
  });
});
