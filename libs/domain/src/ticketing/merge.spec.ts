import type { Instant } from '../time/instant.js';
import type { MergePartner, TicketCommand } from './commands.js';
import { decide } from './decide.js';
import { evolve } from './evolve.js';
import type { TicketState } from './state.js';
import { CLIENT, STAFF, BINDING, OPEN, question, reply, RESOLVE, type Step, play, waitFor } from './story.fixture.js';

describe('merging (D-SLA-7)', () => {
  const opened = (
    changes: Partial<Extract<TicketCommand, { kind: 'OPEN' }>>,
    at: Instant,
    more: readonly Step[] = [],
  ): TicketState => {
    const { state } = play([at, STAFF, { ...OPEN, ...changes }], ...more);
    if (state === null) throw new Error('the story opens no ticket');
    return state;
  };
  const named = (ticketId: string, state: TicketState, tenantId = 'acme'): MergePartner => ({
    ticketId,
    tenantId,
    state,
  });
  const merge = (duplicate: MergePartner, survivor: MergePartner) =>
    decide(duplicate.state, { kind: 'MERGE_INTO', self: duplicate, survivor }, { terms: null, now: 99, actor: STAFF });

  const plain = opened({}, 10);
  const refused: readonly (readonly [string, MergePartner, MergePartner, string])[] = [
    ['a ticket does not merge into itself', named('a', plain), named('a', plain), 'ITSELF'],
    ['nothing merges across clients', named('a', plain), named('b', plain, 'globex'), 'OTHER_TENANT'],
    [
      'nothing merges across service items',
      named('a', plain),
      named('b', opened({ binding: { ...BINDING, serviceItemId: 'network' } }, 5)),
      'OTHER_SERVICE_ITEM',
    ],
    [
      'nothing confidential merges into something open',
      named('a', opened({ confidential: true }, 5)),
      named('b', plain),
      'CONFIDENTIAL_INTO_OPEN',
    ],
    [
      'nothing merges into a resolved ticket',
      named('a', plain),
      named('b', opened({}, 5, [[6, STAFF, RESOLVE]])),
      'TARGET_ENDED',
    ],
    [
      'nothing merges into a merged ticket',
      named('a', plain),
      named('b', { ...plain, status: 'MERGED', mergedInto: 'c' }),
      'TARGET_MERGED',
    ],
  ];

  test.each(refused)('%s', (_sentence, duplicate, survivor, obstacle) => {
    expect(merge(duplicate, survivor)).toEqual({ kind: 'rejected', problem: { kind: 'MERGE_REFUSED', obstacle } });
  });

  test('the survivor takes the earliest opening, also one that the duplicate had absorbed', () => {
    const duplicate = named('a', { ...opened({}, 5), earliestOpenedAt: 2 });
    const survivor = named('b', plain);
    expect(merge(duplicate, survivor)).toEqual({
      kind: 'accepted',
      events: [{ kind: 'MERGED', v: 1, intoTicketId: 'b' }],
    });
    const absorbed = decide(
      plain,
      { kind: 'ABSORB', self: survivor, duplicate },
      { terms: null, now: 99, actor: STAFF },
    );
    expect(absorbed).toEqual({ kind: 'accepted', events: [{ kind: 'ABSORBED', v: 1, ticketId: 'a', openedAt: 2 }] });
    expect(
      evolve(plain, { kind: 'ABSORBED', v: 1, ticketId: 'a', openedAt: 2, seq: 9, at: 99, actor: STAFF })
        .earliestOpenedAt,
    ).toBe(2);
  });

  test('a reply to a merged ticket is sent to the survivor', () => {
    const merged: TicketState = { ...plain, status: 'MERGED', mergedInto: 'b' };
    const decision = decide(merged, reply('m'), { terms: null, now: 99, actor: CLIENT });
    expect(decision).toEqual({ kind: 'rejected', problem: { kind: 'MERGED_ELSEWHERE', survivorId: 'b' } });
  });

  describe('undone', () => {
    const ask = (state: TicketState | null, command: TicketCommand) =>
      decide(state, command, { terms: null, now: 99, actor: STAFF });
    const evolved = (state: TicketState, decision: ReturnType<typeof ask>): TicketState => {
      if (decision.kind === 'rejected') throw new Error(decision.problem.kind);
      return decision.events.reduce<TicketState>(
        (next, body) => evolve(next, { ...body, seq: next.seq + 1, at: 99, actor: STAFF }),
        state,
      );
    };
    const waiting = opened({}, 5, [
      [6, STAFF, question('q1')],
      [7, STAFF, waitFor('q1')],
    ]);
    const merged = evolved(waiting, merge(named('a', waiting), named('b', plain)));
    const absorbed = evolved(
      plain,
      ask(plain, { kind: 'ABSORB', self: named('b', plain), duplicate: named('a', waiting) }),
    );

    test('the ticket goes on by itself and waits for nothing', () => {
      const apart = evolved(merged, ask(merged, { kind: 'UNMERGE' }));
      expect(apart).toMatchObject({ status: 'OPEN', mergedInto: null, waiting: null });
    });

    test('the survivor lets it go but keeps the earlier opening that it took', () => {
      const released = evolved(absorbed, ask(absorbed, { kind: 'RELEASE', ticketId: 'a' }));
      expect([released.absorbed, released.earliestOpenedAt]).toEqual([[], 5]);
    });

    test('also when the survivor was merged on', () => {
      const onward = { ...absorbed, status: 'MERGED', mergedInto: 'c' } as const;
      expect(ask(onward, { kind: 'RELEASE', ticketId: 'a' }).kind).toBe('accepted');
    });

    test('it can be merged again', () => {
      const released = evolved(absorbed, ask(absorbed, { kind: 'RELEASE', ticketId: 'a' }));
      const apart = evolved(merged, ask(merged, { kind: 'UNMERGE' }));
      expect(merge(named('a', apart), named('b', released)).kind).toBe('accepted');
    });

    test('what an import merged after it was resolved is resolved again', () => {
      const recorded = { ...merged, resolvedAt: 8 };
      expect(evolved(recorded, ask(recorded, { kind: 'UNMERGE' })).status).toBe('RESOLVED');
    });

    test.each([
      ['what is not merged', plain, { kind: 'UNMERGE' }, 'NOT_ALLOWED_IN_STATUS'],
      ['what was not taken in', plain, { kind: 'RELEASE', ticketId: 'a' }, 'NOT_MERGED'],
    ] as const)('%s can’t be taken apart', (_sentence, state, command, kind) => {
      expect(ask(state, command)).toMatchObject({ kind: 'rejected', problem: { kind } });
    });
  });
});
