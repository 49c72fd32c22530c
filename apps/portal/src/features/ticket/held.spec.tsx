import { act, renderHook } from '@testing-library/react';
import { useHeld } from './held.js';

const by = (id: string, author: string) => ({ id, author: { id: author } });

function reading(messages: readonly ReturnType<typeof by>[]) {
  const { result, rerender } = renderHook((given: typeof messages) => useHeld(given, 'me'), { initialProps: messages });
  return {
    get: () => ({ shown: result.current.shown.map(({ id }) => id), count: result.current.count }),
    show: () => act(() => result.current.show()),
    arrive: rerender,
  };
}

describe('messages that arrive while somebody reads', () => {
  it('are all there at first', () => {
    expect(reading([by('1', 'me'), by('2', 'agent')]).get()).toEqual({ shown: ['1', '2'], count: 0 });
  });

  it('wait to be asked for', () => {
    const ticket = reading([by('1', 'me')]);
    ticket.arrive([by('1', 'me'), by('2', 'agent'), by('3', 'agent')]);
    expect(ticket.get()).toEqual({ shown: ['1'], count: 2 });
    ticket.show();
    expect(ticket.get()).toEqual({ shown: ['1', '2', '3'], count: 0 });
  });

  it("show with the reader's own reply, in their order", () => {
    const ticket = reading([by('1', 'me')]);
    ticket.arrive([by('1', 'me'), by('2', 'agent'), by('3', 'me'), by('4', 'agent')]);
    expect(ticket.get()).toEqual({ shown: ['1', '2', '3'], count: 1 });
  });

  it('go when they are withdrawn', () => {
    const ticket = reading([by('1', 'me'), by('2', 'agent')]);
    ticket.arrive([by('1', 'me')]);
    expect(ticket.get()).toEqual({ shown: ['1'], count: 0 });
  });
});
