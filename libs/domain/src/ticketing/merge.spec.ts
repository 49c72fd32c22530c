import type { Instant } from '../time/instant.js';
import type { MergePartner, TicketCommand } from './commands.js';
import { decide } from './decide.js';
import { evolve } from './evolve.js';
import type { TicketState } from './state.js';
import { CLIENT, STAFF, BINDING, OPEN, reply, RESOLVE, type Step, play } from './story.fixture.js';

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
});
