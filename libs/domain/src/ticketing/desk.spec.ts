import type { CommandOf, TicketCommand } from './commands.js';
import { BINDING, CLIENT, OPEN, play, STAFF, SYSTEM, type Step } from './story.fixture.js';

const assign = (assigneeId: string | null, teamId: string | null): TicketCommand => ({
  ...{ kind: 'ASSIGN', assigneeId, teamId },
});
const service = (changes: Partial<typeof BINDING>): TicketCommand => ({
  ...{ kind: 'CHANGE_SERVICE', binding: { ...BINDING, ...changes } },
});
const watch = (kind: 'ADD_WATCHER' | 'REMOVE_WATCHER', userId: string): TicketCommand => ({ kind, userId });
const confidential = (value: boolean): TicketCommand => ({ kind: 'SET_CONFIDENTIAL', confidential: value });
const ACCEPT: CommandOf<'ACCEPT'> = { kind: 'ACCEPT' };

const opened: Step = [0, CLIENT, OPEN];
const told = (...steps: readonly Step[]) => {
  const { events, problem } = play(opened, ...steps);
  return problem ?? events.at(-1);
};

describe('work at the desk', () => {
  const stories: readonly (readonly [sentence: string, steps: readonly Step[], told: object])[] = [
    [
      'a person and a team are assigned',
      [[1, STAFF, assign('s1', 'one')]],
      { kind: 'ASSIGNED', assigneeId: 's1', teamId: 'one' },
    ],
    [
      'another team of the same person',
      [
        [1, STAFF, assign('s1', 'one')],
        [2, STAFF, assign('s1', 'two')],
      ],
      { kind: 'ASSIGNED', teamId: 'two' },
    ],
    [
      'another person of the same team',
      [
        [1, STAFF, assign('s1', 'one')],
        [2, STAFF, assign('s2', 'one')],
      ],
      { kind: 'ASSIGNED', assigneeId: 's2' },
    ],
    [
      'assigned as it is, nothing changes',
      [
        [1, STAFF, assign('s1', 'one')],
        [2, STAFF, assign('s1', 'one')],
      ],
      { kind: 'NOTHING_CHANGES', command: 'ASSIGN' },
    ],
    [
      'an owner is somebody',
      [[1, { side: 'PROVIDER', userId: null }, ACCEPT]],
      { kind: 'OWNER_UNNAMED', field: 'actor' },
    ],
    [
      'another service needs nobody’s consent',
      [[1, STAFF, service({ serviceItemId: 'network' })]],
      { kind: 'SERVICE_CHANGED' },
    ],
    [
      'the same service under other terms does',
      [[1, STAFF, service({ termsDigest: 'd2' })]],
      { kind: 'REBINDING_NEEDS_BOTH', field: 'binding' },
    ],
    [
      'under another policy too',
      [[1, STAFF, service({ policyId: 'silver' })]],
      { kind: 'REBINDING_NEEDS_BOTH', field: 'binding' },
    ],
    [
      'the same service under the same terms changes nothing',
      [[1, STAFF, service({})]],
      { kind: 'NOTHING_CHANGES', command: 'CHANGE_SERVICE' },
    ],
    [
      'what is open becomes confidential',
      [[1, STAFF, confidential(true)]],
      { kind: 'CONFIDENTIAL_SET', confidential: true },
    ],
    [
      'what is open stays open',
      [[1, CLIENT, confidential(false)]],
      { kind: 'NOTHING_CHANGES', command: 'SET_CONFIDENTIAL' },
    ],
    ['somebody watches', [[1, CLIENT, watch('ADD_WATCHER', 'c2')]], { kind: 'WATCHER_ADDED', userId: 'c2' }],
    [
      'and watches no more',
      [
        [1, CLIENT, watch('ADD_WATCHER', 'c2')],
        [2, STAFF, watch('REMOVE_WATCHER', 'c2')],
      ],
      { kind: 'WATCHER_REMOVED', userId: 'c2' },
    ],
  ];
  test.each(stories)('%s', (_sentence, steps, expected) => {
    expect(told(...steps)).toMatchObject(expected);
  });

  test('accepting assigns the ticket to whoever accepts, once', () => {
    const kinds = (...steps: readonly Step[]) =>
      play(opened, ...steps)
        .events.slice(1)
        .map(({ kind }) => kind);
    const first = kinds([1, STAFF, ACCEPT]);
    expect(first).toContain('RESPONSE_LOGGED');
    expect(first).toContain('ASSIGNED');
    expect(play(opened, [1, STAFF, ACCEPT]).state).toMatchObject({
      status: 'OPEN',
      assigneeId: 'staff-1',
      acknowledgedAt: 1,
    });
    expect(
      kinds([1, SYSTEM, assign('staff-1', null)], [2, STAFF, ACCEPT]).filter((kind) => kind === 'ASSIGNED'),
    ).toHaveLength(1);
    expect(play(opened, [1, STAFF, ACCEPT]).events.find(({ kind }) => kind === 'RESPONSE_LOGGED')).toMatchObject({
      ...{ act: 'OWNER_ACCEPTANCE', personId: 'staff-1' },
    });
  });

  test('whoever watches is listed once, and only whoever leaves is taken off', () => {
    const { state } = play(
      opened,
      [1, CLIENT, watch('ADD_WATCHER', 'c2')],
      [2, CLIENT, watch('ADD_WATCHER', 'c3')],
      [3, CLIENT, watch('REMOVE_WATCHER', 'c2')],
    );
    expect(state?.watchers).toEqual(['c3']);
  });

  test('the first acknowledgement stays, whatever follows', () => {
    const call: TicketCommand = { kind: 'LOG_RESPONSE', act: 'LOGGED_CALL', personId: 'staff-1' };
    expect(play(opened, [3, STAFF, call], [5, STAFF, call]).state?.acknowledgedAt).toBe(3);
  });
});
