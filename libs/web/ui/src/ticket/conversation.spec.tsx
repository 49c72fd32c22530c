import { act, screen } from '@testing-library/react';
import { renderUi } from '../testing.js';
import { Conversation, type ConversationMessage } from './conversation.js';

const message = (id: string): ConversationMessage => ({
  id,
  at: '2026-11-20T05:00:00Z',
  side: 'PROVIDER',
  author: { displayName: '오지훈' },
  body: `본문 ${id}`,
  automatic: false,
  question: false,
  attachments: [],
});
const draw = (named: string | null, ids: readonly string[]) =>
  renderUi(<Conversation label="대화" messages={ids.map(message)} side="CLIENT" named={named} />);

describe('a conversation', () => {
  const scroll = jest.fn();
  beforeEach(() => {
    scroll.mockClear();
    Element.prototype.scrollIntoView = scroll;
  });

  it('takes whoever follows a link to one message right there, and marks it', () => {
    const { container } = draw('c-2', ['1', '2']);
    expect(document.activeElement?.id).toBe('c-2');
    expect(container.querySelectorAll('[data-named="true"]')).toHaveLength(1);
    expect(scroll).toHaveBeenCalledTimes(1);
  });

  it('moves nothing for an address that names no message, or one that is not there', () => {
    draw(null, ['1']);
    draw('c-9', ['1']);
    expect(scroll).not.toHaveBeenCalled();
    expect(document.activeElement).toBe(document.body);
  });
});

describe('a reply just sent', () => {
  const said = Date.parse('2026-11-20T05:00:00Z');
  beforeEach(() => jest.useFakeTimers({ now: said }));
  afterEach(() => jest.useRealTimers());
  const own = (more: Partial<ConversationMessage> = {}) =>
    renderUi(<Conversation label="대화" messages={[{ ...message('1'), ...more }]} side="PROVIDER" />);

  it('says for ten seconds that it is being sent', () => {
    own();
    expect(screen.getByText('보내는 중')).toBeTruthy();
    act(() => void jest.advanceTimersByTime(9_000));
    expect(screen.queryByText('보내는 중')).not.toBeNull();
    act(() => void jest.advanceTimersByTime(2_000));
    expect(screen.queryByText('보내는 중')).toBeNull();
  });

  it.each([
    ['an internal note', { visibility: 'INTERNAL' as const }],
    ['the other side', { side: 'CLIENT' as const }],
    ['one that was taken back', { withdrawnAt: '2026-11-20T05:00:03Z' }],
  ])('says nothing of the sort about %s', (_, more) => {
    own(more);
    expect(screen.queryByText('보내는 중')).toBeNull();
  });
});
