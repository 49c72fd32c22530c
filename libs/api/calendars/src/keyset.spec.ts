import { connectionOf, cursorOf, keysOf, pageSize } from './keyset.js';

it('a cursor gives back the keys it was made of', () => {
  expect(keysOf(cursorOf(['평일', 42]), 2)).toEqual(['평일', 42]);
  expect(keysOf(null, 2)).toBeNull();
});

it.each([
  '',
  'garbage',
  cursorOf([1]),
  Buffer.from('{"a":1}').toString('base64url'),
  Buffer.from('[1,{}]').toString('base64url'),
])('a cursor that is not one of this list (%s) is refused', (cursor) => {
  expect(() => keysOf(cursor, 2)).toThrow(expect.objectContaining({ code: 'BAD_INPUT' }));
});

it('a page has 1 to 100 rows', () => {
  expect([pageSize(1), pageSize(100)]).toEqual([1, 100]);
  for (const first of [0, -1, 101])
    expect(() => pageSize(first)).toThrow(expect.objectContaining({ code: 'BAD_INPUT' }));
});

it('one row too many means there is another page', () => {
  const rows = ['a', 'b', 'c'].map((node) => ({ keys: [node], node }));
  const page = connectionOf(rows, { first: 2, after: null });
  expect(page.edges.map((edge) => edge.node)).toEqual(['a', 'b']);
  expect(page.pageInfo).toEqual({
    hasNextPage: true,
    hasPreviousPage: false,
    startCursor: cursorOf(['a']),
    endCursor: cursorOf(['b']),
  });
  expect(connectionOf([], { first: 2, after: cursorOf(['b']) }).pageInfo).toMatchObject({
    hasNextPage: false,
    hasPreviousPage: true,
    endCursor: null,
  });
});
