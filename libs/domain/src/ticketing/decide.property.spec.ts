import fc from 'fast-check';
import { foldTicket } from './evolve.js';
import { openCommand, play, steps } from './history.fixture.js';
import { isUnfinished, type TicketState } from './state.js';
import { outcomesOf } from './transitions.js';

/** What must hold for any ticket that came about through decisions. */
function impossibilities(state: TicketState): readonly string[] {
  const waitingStatus = state.status.startsWith('WAITING') || state.status === 'SCHEDULED';
  const rules: readonly (readonly [string, boolean])[] = [
    ['waits without details', waitingStatus !== (state.waiting !== null)],
    ['waits in another status', state.waiting !== null && state.waiting.status !== state.status],
    [
      'waits on the client without a question',
      state.status === 'WAITING_ON_CLIENT' &&
        state.waiting?.reason !== 'CLIENT_ACCOUNTABLE' &&
        state.waiting?.questionMessageId == null,
    ],
    ['is resolved without an instant', ['RESOLVED', 'CLOSED'].includes(state.status) !== (state.resolvedAt !== null)],
    ['is closed without an instant', (state.status === 'CLOSED') !== (state.closedAt !== null)],
    ['is cancelled without an instant', (state.status === 'CANCELLED') !== (state.cancelledAt !== null)],
    ['is merged without a survivor', (state.status === 'MERGED') !== (state.mergedInto !== null)],
    ['responded before it opened', (state.firstRespondedAt ?? state.openedAt) < state.openedAt],
    ['responded before it was acknowledged', (state.acknowledgedAt ?? 0) > (state.firstRespondedAt ?? Infinity)],
    ['watched twice by one person', new Set(state.watchers).size !== state.watchers.length],
    ['has a message twice', new Set(state.messages.map((message) => message.messageId)).size !== state.messages.length],
    [
      'has two proposals of a kind',
      new Set(state.proposals.map(({ offer }) => offer.kind)).size !== state.proposals.length,
    ],
    [
      'waits without a record of it',
      (state.waiting !== null) !== (state.waits.at(-1)?.to === null) ||
        state.waits.slice(0, -1).some(({ to }) => to === null),
    ],
    ['is new although work began', state.status === 'NEW' && state.acknowledgedAt !== null],
  ];
  return rules.filter(([, broken]) => broken).map(([rule]) => rule);
}

describe('whatever people ask in whatever order', () => {
  test('no ticket ever reaches an impossible state', () => {
    fc.assert(
      fc.property(openCommand, steps, (opening, moves) => {
        const { turns } = play(opening, moves);
        expect(turns.flatMap(({ after }) => impossibilities(after))).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  test('a command leads only where the transition table says', () => {
    fc.assert(
      fc.property(openCommand, steps, (opening, moves) => {
        for (const { before, after, command: asked } of play(opening, moves).turns) {
          expect(outcomesOf(before.status, asked.kind)).toContain(after.status);
        }
      }),
      { numRuns: 400 },
    );
  });

  test('every accepted command leaves an event behind, and the log alone gives the same ticket', () => {
    fc.assert(
      fc.property(openCommand, steps, (opening, moves) => {
        const { state, events, turns } = play(opening, moves);
        expect(turns.every(({ before, after }) => after.seq > before.seq)).toBe(true);
        expect(foldTicket(events)).toEqual(state);
      }),
    );
  });

  test('a ticket that is over stays over unless it is reopened', () => {
    fc.assert(
      fc.property(openCommand, steps, (opening, moves) => {
        for (const { before, after } of play(opening, moves).turns) {
          const wakes = !isUnfinished(before.status) && isUnfinished(after.status);
          expect(wakes).toBe(after.reopenCount > before.reopenCount);
        }
      }),
    );
  });
});
