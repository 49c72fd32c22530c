import type { Clock } from '../sla/clock.js';
import type { TicketEvent, TicketEventBody } from '../ticketing/events.js';
import { factsOf, type FactSource } from './facts-of.js';

type Row = readonly [at: number, side: 'CLIENT' | 'PROVIDER', body: TicketEventBody];

const OPENED: Extract<TicketEventBody, { kind: 'OPENED' }> = {
  ...{
    kind: 'OPENED',
    v: 1,
    type: 'INCIDENT',
    priority: 'P2',
    impact: 2,
    urgency: 2,
    channel: 'PORTAL',
    confidential: true,
  },
  ...{
    requesterId: 'c1',
    binding: { contractVersionId: 'v1', termsDigest: 'd1', serviceItemId: 'servers', policyId: 'p1' },
  },
};
const message = (messageId: string, automatic = false): TicketEventBody => ({
  ...{ kind: 'MESSAGE_ADDED', v: 1, messageId, visibility: 'PUBLIC', automatic, question: false },
});
const assigned = (assigneeId: string | null, teamId: string | null = null): TicketEventBody => ({
  kind: 'ASSIGNED',
  v: 1,
  assigneeId,
  teamId,
});
const RESOLVED: TicketEventBody = { kind: 'RESOLVED', v: 1, code: 'FIXED' };
const REOPENED: TicketEventBody = { kind: 'REOPENED', v: 1, cause: 'CLIENT' };
const CLOSED: TicketEventBody = { kind: 'CLOSED', v: 1, cause: 'STAFF' };
const RESTORED: TicketEventBody = { kind: 'SERVICE_RESTORED', v: 1 };

function log(...rows: readonly Row[]): readonly TicketEvent[] {
  return rows.map(([at, side, body], index) => ({ ...body, seq: index + 1, at, actor: { side, userId: `${side}-1` } }));
}

function facts(events: readonly TicketEvent[], more: Partial<FactSource> = {}) {
  const source = {
    ticketId: 't1',
    ticketNumber: 'ACME-1',
    pilot: false,
    contested: [],
    clocks: [],
    calendarRevision: 'r1',
  };
  const derived = factsOf({ ...source, events, ...more });
  if (derived === null) throw new Error('no facts');
  return derived;
}

describe('facts of a ticket', () => {
  const stories: readonly (readonly [sentence: string, rows: readonly Row[], fact: object])[] = [
    [
      'closing what is resolved moves the backlog once',
      [
        [0, 'CLIENT', OPENED],
        [5, 'PROVIDER', RESOLVED],
        [6, 'CLIENT', CLOSED],
      ],
      {
        moves: [
          { at: 0, kind: 'OPENED', delta: 1 },
          { at: 5, kind: 'RESOLVED', delta: -1 },
        ],
        resolvedAt: 5,
        closedAt: 6,
      },
    ],
    [
      'closing what was never resolved resolves it',
      [
        [0, 'CLIENT', OPENED],
        [6, 'PROVIDER', CLOSED],
      ],
      { moves: [{ at: 0 }, { at: 6, kind: 'RESOLVED' }], resolvedAt: 6 },
    ],
    [
      'cancelling leaves the backlog as cancelled',
      [
        [0, 'CLIENT', OPENED],
        [9, 'CLIENT', { kind: 'CANCELLED', v: 1, cause: 'CLIENT' }],
      ],
      { moves: [{ at: 0 }, { at: 9, kind: 'CANCELLED', delta: -1 }], cancelledAt: 9, mergedAt: null },
    ],
    [
      'merging leaves it as merged',
      [
        [0, 'CLIENT', OPENED],
        [9, 'PROVIDER', { kind: 'MERGED', v: 1, intoTicketId: 't2' }],
        [12, 'CLIENT', message('late')],
      ],
      { moves: [{ at: 0 }, { at: 9, kind: 'MERGED', delta: -1 }], cancelledAt: null, mergedAt: 9 },
    ],
    [
      'a reopening moves it back',
      [
        [0, 'CLIENT', OPENED],
        [5, 'PROVIDER', RESOLVED],
        [7, 'CLIENT', REOPENED],
      ],
      { moves: [{}, {}, { at: 7, kind: 'REOPENED', delta: 1 }], resolvedAt: null },
    ],
    [
      'an incident is restored when the service is said to be',
      [
        [0, 'CLIENT', OPENED],
        [3, 'PROVIDER', RESTORED],
        [5, 'PROVIDER', RESOLVED],
      ],
      { restoredAt: 3 },
    ],
    [
      'or else when it is resolved',
      [
        [0, 'CLIENT', OPENED],
        [5, 'PROVIDER', RESOLVED],
      ],
      { restoredAt: 5 },
    ],
    [
      'and the last time it was, if it failed again',
      [
        [0, 'CLIENT', OPENED],
        [3, 'PROVIDER', RESTORED],
        [5, 'PROVIDER', RESOLVED],
        [7, 'CLIENT', REOPENED],
        [9, 'PROVIDER', RESTORED],
      ],
      { restoredAt: 9 },
    ],
    [
      'a security incident is restored as an incident is',
      [
        [0, 'CLIENT', { ...OPENED, type: 'SECURITY_INCIDENT' }],
        [3, 'PROVIDER', RESTORED],
      ],
      { restoredAt: 3 },
    ],
    [
      'a request restores nothing',
      [
        [0, 'CLIENT', { ...OPENED, type: 'SERVICE_REQUEST' }],
        [5, 'PROVIDER', RESOLVED],
      ],
      { restoredAt: null },
    ],
    [
      'the client’s first reply is its second word',
      [
        [0, 'CLIENT', OPENED],
        [2, 'CLIENT', message('a', true)],
        [3, 'CLIENT', message('b')],
      ],
      { secondInboundAt: 3 },
    ],
    [
      'a word of the provider is none of the client’s',
      [
        [0, 'CLIENT', OPENED],
        [2, 'PROVIDER', message('a')],
        [3, 'CLIENT', message('b')],
      ],
      { secondInboundAt: 3 },
    ],
    ...(['EMAIL', 'PHONE', 'API', 'IMPORT'] as const).map(
      (channel) =>
        [
          `what came by ${channel} was the client’s first word already`,
          [
            [0, 'CLIENT', { ...OPENED, channel }],
            [3, 'CLIENT', message('b')],
          ],
          { secondInboundAt: 3 },
        ] as const,
    ),
    [
      'of an alarm it is the first',
      [
        [0, 'PROVIDER', { ...OPENED, channel: 'MONITORING' }],
        [3, 'CLIENT', message('b')],
        [4, 'CLIENT', message('c')],
      ],
      { secondInboundAt: 4 },
    ],
    [
      'a first assignment is no hand-over',
      [
        [0, 'CLIENT', OPENED],
        [1, 'PROVIDER', assigned('s1', 'team')],
        [2, 'PROVIDER', assigned(null, 'team')],
        [3, 'PROVIDER', assigned('s2', 'team')],
      ],
      { reassignedAt: null },
    ],
    [
      'another person is',
      [
        [0, 'CLIENT', OPENED],
        [1, 'PROVIDER', assigned('s1')],
        [2, 'PROVIDER', assigned('s2')],
        [3, 'PROVIDER', assigned('s3')],
      ],
      { reassignedAt: 2 },
    ],
    [
      'another team is',
      [
        [0, 'CLIENT', OPENED],
        [1, 'PROVIDER', assigned(null, 'one')],
        [2, 'PROVIDER', assigned(null, 'two')],
      ],
      { reassignedAt: 2 },
    ],
    [
      'a person who hands over to nobody, or the same team again, is none',
      [
        [0, 'CLIENT', OPENED],
        [1, 'PROVIDER', assigned('s1', 'one')],
        [2, 'PROVIDER', assigned('s1', 'one')],
        [3, 'PROVIDER', assigned('s1')],
      ],
      { reassignedAt: null },
    ],
    ['under a contract version it is not out of contract', [[0, 'CLIENT', OPENED]], { outOfContract: false }],
    [
      'without a contract version it is out of contract',
      [
        [
          0,
          'CLIENT',
          { ...OPENED, binding: { ...OPENED.binding, contractVersionId: null, termsDigest: null, policyId: null } },
        ],
      ],
      { outOfContract: true, termsDigest: null },
    ],
  ];

  test.each(stories)('%s', (_sentence, rows, fact) => {
    expect(facts(log(...rows)).ticket).toMatchObject(fact);
  });

  test('an answer of the client counts from the moment the ticket began to wait for it', () => {
    const asked: TicketEventBody = {
      ...{
        kind: 'WAITING_STARTED',
        v: 1,
        status: 'WAITING_ON_CLIENT',
        reason: 'CLIENT_ANSWER',
        questionMessageId: 'q',
      },
      ...{ caseNumber: null, until: null, clientConsent: false },
    };
    const answered: TicketEventBody = { kind: 'RESUMED', v: 1, cause: 'CLIENT_REPLY' };
    const withdrawn: TicketEventBody = { kind: 'RESUMED', v: 1, cause: 'STAFF' };
    const rows: readonly Row[] = [
      ...([
        [0, 'CLIENT', OPENED],
        [2, 'PROVIDER', asked],
        [3, 'PROVIDER', withdrawn],
      ] as const),
      ...([
        [4, 'PROVIDER', asked],
        [9, 'CLIENT', answered],
      ] as const),
    ];
    expect(facts(log(...rows)).ticket.clientReplies).toEqual([{ askedAt: 4, answeredAt: 9 }]);
    expect(facts(log(...rows)).ticket.waits).toEqual([
      { from: 2, to: 3 },
      { from: 4, to: 9 },
    ]);
  });

  test('what waits still has no end, unless it is scheduled: then it ends when it was to end', () => {
    const scheduled = (until: number | null): TicketEventBody => ({
      ...{ kind: 'WAITING_STARTED', v: 1, status: 'SCHEDULED', reason: 'CLIENT_DATE', questionMessageId: null },
      ...{ caseNumber: null, until, clientConsent: true },
    });
    const waits = (until: number | null) =>
      facts(log([0, 'CLIENT', OPENED], [2, 'PROVIDER', scheduled(until)])).ticket.waits;
    expect([waits(null), waits(8), waits(1)]).toEqual([
      [{ from: 2, to: null }],
      [{ from: 2, to: 8 }],
      [{ from: 2, to: 2 }],
    ]);
  });

  test('the row says up to which event it holds', () => {
    expect(facts(log([0, 'CLIENT', OPENED], [5, 'PROVIDER', RESOLVED])).ticket).toMatchObject({
      lastSeq: 2,
      calendarRevision: 'r1',
      confidential: true,
    });
  });

  test('a log without events has no facts', () => {
    expect(
      factsOf({
        ticketId: 't',
        ticketNumber: 'n',
        pilot: false,
        contested: [],
        clocks: [],
        calendarRevision: 'r',
        events: [],
      }),
    ).toBeNull();
  });
});

describe('facts of clocks', () => {
  const clock: Clock = {
    ...{
      kind: 'RESOLUTION',
      cycle: 1,
      state: 'RUNNING',
      targetId: 'p2',
      priority: 'P2',
      amount: { unit: 'MINUTES', minutes: 1 },
    },
    ...{
      targetMs: 60_000,
      calendarId: 'office',
      startedAt: 0,
      dueAt: 60_000,
      usedMs: 5,
      metAt: null,
      breachedAt: null,
    },
    ...{ verdict: null, verdictAt: null, warnings: [] },
  };
  const cancelled = log([0, 'CLIENT', OPENED], [9, 'CLIENT', { kind: 'CANCELLED', v: 1, cause: 'CLIENT' }]);
  const merged = log([0, 'CLIENT', OPENED], [9, 'PROVIDER', { kind: 'MERGED', v: 1, intoTicketId: 't2' }]);

  test('what a cancelled ticket stops is counted as cancelled', () => {
    const { clocks } = facts(cancelled, { clocks: [{ ...clock, state: 'CANCELLED' }] });
    expect(clocks).toMatchObject([{ cancelledAt: 9, cancelCause: 'CANCELLED', verdict: null }]);
  });

  test('what a merge stops is counted as merged', () => {
    expect(facts(merged, { clocks: [{ ...clock, state: 'CANCELLED' }] }).clocks).toMatchObject([
      { cancelledAt: 9, cancelCause: 'MERGED' },
    ]);
  });

  test('a clock that another service or a new classification replaced is superseded then', () => {
    const moved: TicketEventBody = { kind: 'SERVICE_CHANGED', v: 1, binding: OPENED.binding };
    const rows: readonly Row[] = [
      [0, 'CLIENT', OPENED],
      [4, 'PROVIDER', moved],
      [8, 'PROVIDER', message('m')],
    ];
    expect(facts(log(...rows), { clocks: [{ ...clock, state: 'CANCELLED' }] }).clocks).toMatchObject([
      { cancelledAt: 4, cancelCause: 'SUPERSEDED' },
    ]);
  });

  test('a running clock of a cancelled ticket’s log is not called cancelled', () => {
    expect(facts(cancelled, { clocks: [clock] }).clocks).toMatchObject([{ cancelledAt: null, cancelCause: null }]);
  });

  test('a verdict that was reached before a merge stays counted as what it was', () => {
    const judged = { ...clock, state: 'CANCELLED', verdict: 'MISSED', verdictAt: 7, breachedAt: 7 } as const;
    expect(facts(merged, { clocks: [judged] }).clocks).toMatchObject([
      { cancelledAt: null, cancelCause: null, verdict: 'MISSED' },
    ]);
  });

  test('a contested kind is marked, others are not, and no clock is no row', () => {
    const { clocks } = facts(log([0, 'CLIENT', OPENED]), {
      contested: ['RESTORE'],
      clocks: [clock, { ...clock, kind: 'RESTORE' }, { ...clock, state: 'NONE' }],
    });
    expect(clocks.map((fact) => [fact.clock, fact.contested])).toEqual([
      ['RESOLUTION', false],
      ['RESTORE', true],
    ]);
  });
});
