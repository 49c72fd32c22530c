import { readStoredEvent, type StoredEvent } from './stored-event.js';

const ROW: StoredEvent = {
  ...{ seq: 4, kind: 'RESOLVED', v: 1, data: { code: 'FIXED' }, occurred_at: 1_000 },
  ...{ actor_side: 'PROVIDER', actor_person_id: 'staff-1' },
};

describe('an event as it is stored', () => {
  test('is read with its number, instant and actor', () => {
    expect(readStoredEvent(ROW)).toEqual({
      ...{ kind: 'RESOLVED', v: 1, code: 'FIXED', seq: 4, at: 1_000 },
      actor: { side: 'PROVIDER', userId: 'staff-1' },
    });
  });

  test('its kind and version are the row’s, whatever the data say', () => {
    expect(readStoredEvent({ ...ROW, data: { code: 'FIXED', kind: 'OPENED', v: 9 } })).toMatchObject({
      kind: 'RESOLVED',
      v: 1,
    });
  });

  test.each([
    ['a kind that a newer program wrote', { kind: 'DREAMT' }],
    ['a version that a newer program wrote', { v: 2 }],
  ])('%s is not read', (_sentence, change) => {
    expect(readStoredEvent({ ...ROW, ...change })).toBeNull();
  });
});
