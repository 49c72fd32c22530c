import { arrange, takeUp, type Order } from './frozen-rows.js';

interface Line {
  readonly id: string;
  readonly priority: string;
}

const line = (id: string, priority = 'P3'): Line => ({ id, priority });
const seen = new Map(['a', 'b', 'c'].map((id) => [id, line(id)]));
const ids = (rows: readonly Line[]): string => rows.map(({ id }) => id).join('');

describe('a queue that changes while it is read', () => {
  const order: Order = [['a', 'b', 'c']];

  it('keeps its rows in place when a new ticket comes first', () => {
    const { rows, waiting } = arrange(order, [[line('n'), line('a'), line('b'), line('c')]], seen);
    expect([ids(rows), waiting]).toEqual(['abc', 1]);
  });

  it('shows what changed about a row where it stands', () => {
    const { rows } = arrange(order, [[line('c'), line('b', 'P1'), line('a')]], seen);
    expect([ids(rows), rows[1]?.priority]).toEqual(['abc', 'P1']);
  });

  it('keeps a row that left the view until the reader asks', () => {
    expect(ids(arrange(order, [[line('a'), line('c')]], seen).rows)).toBe('abc');
  });

  it('puts the next page below without touching what is above', () => {
    const next = takeUp(order, [
      [line('n'), line('a')],
      [line('d'), line('e')],
    ]);
    expect(next).toEqual([
      ['a', 'b', 'c'],
      ['d', 'e'],
    ]);
  });

  it('is the same order when nothing was added', () => {
    expect(takeUp(order, [[line('n'), line('a')]])).toBe(order);
  });
});
