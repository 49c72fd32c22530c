import { foldTicket, type TicketEvent } from '@daylight/domain';
import golden from './golden/events-v1.json';
import { CURRENT_VERSIONS, eventData, readEvent, type StoredEvent } from './event-codec.js';

/** The rows as JSON reads them; the cast-free way is to rebuild each. */
const stored: readonly StoredEvent[] = golden.map((row) => ({
  ...{ seq: row.seq, kind: row.kind, v: row.v, data: row.data, occurred_at: row.occurred_at },
  ...{ actor_side: row.actor_side === 'CLIENT' ? 'CLIENT' : row.actor_side === 'PROVIDER' ? 'PROVIDER' : 'SYSTEM' },
  actor_person_id: row.actor_person_id,
}));

test('the golden file holds every kind of event in the version that is written today', () => {
  const kinds = new Set(stored.map(({ kind, v }) => `${kind}/${v}`));
  expect([...kinds].sort()).toEqual(
    Object.entries(CURRENT_VERSIONS)
      .map(([kind, v]) => `${kind}/${v}`)
      .sort(),
  );
});

test.each(stored.map((row) => [row.kind, row] as const))(
  '%s written long ago is read and would be written the same',
  (_kind, row) => {
    const event: TicketEvent = readEvent(row);
    expect(eventData(event)).toEqual(row.data);
    expect([event.kind, event.v, event.seq, event.at]).toEqual([row.kind, row.v, row.seq, row.occurred_at]);
  },
);

test('the golden log still folds into the same ticket', () => {
  expect(foldTicket(stored.map(readEvent))).toMatchObject({
    ...{
      status: 'RESOLVED',
      priority: 'P2',
      type: 'SERVICE_REQUEST',
      confidential: true,
      reopenCount: 1,
      assigneeId: 'staff',
    },
    ...{ watchers: [], mergedInto: null, absorbed: [], earliestOpenedAt: 500, firstRespondedAt: 2000 },
  });
});

test('an event that a newer program wrote stops the reading instead of being misread', () => {
  const [first] = stored;
  if (first === undefined) throw new Error('the golden file is empty');
  expect(() => readEvent({ ...first, v: 2 })).toThrow('OPENED v2 is not known');
});
