import type { TicketEvent, TicketEventBody } from '../ticketing/events.js';
import { DAY, HOUR } from '../time/instant.js';
import { factsOf } from './facts-of.js';
import type { Approval, TicketFact } from './facts.js';
import type { KpiKey } from './definitions.js';
import type { KpiPeriod } from './figure.js';
import { computeKpis, figureOf } from './report.js';
import { TICKET } from './sample-facts.fixture.js';

const PERIOD: KpiPeriod = { key: '2026-Q1', zone: 'Asia/Seoul', from: 100 * DAY, to: 190 * DAY };
const IN = 150 * DAY;
const BINDING = { contractVersionId: 'v1', termsDigest: 'd1', serviceItemId: 'servers', policyId: 'p1' };

type Said = readonly [at: number, side: TicketEvent['actor']['side'], body: TicketEventBody];

const opened = (type: 'CHANGE' | 'SERVICE_REQUEST', requesterId: string | null = 'c1'): TicketEventBody => ({
  ...{ kind: 'OPENED', v: 1, type, priority: 'P3', impact: 2, urgency: 2, channel: 'PORTAL', confidential: false },
  ...{ requesterId, binding: BINDING },
});
const proposed = (proposalId: string, dueAt = 500 * DAY): TicketEventBody => ({
  ...{ kind: 'PROPOSED', v: 1, proposalId, offer: { kind: 'DATE', dueAt }, reasonTextId: null },
});
const rebinding = (proposalId: string): TicketEventBody => ({
  ...{ kind: 'PROPOSED', v: 1, proposalId, offer: { kind: 'REBINDING', binding: BINDING }, reasonTextId: null },
});
const answered = (proposalId: string, answer: 'AGREED' | 'DECLINED' | 'WITHDRAWN' | 'DEEMED'): TicketEventBody => ({
  ...{ kind: 'PROPOSAL_ANSWERED', v: 1, proposalId, offer: 'DATE', answer },
});
const RESOLVED: TicketEventBody = { kind: 'RESOLVED', v: 1, code: 'FIXED' };
const REOPENED: TicketEventBody = { kind: 'REOPENED', v: 1, cause: 'CLIENT' };
const went = (outcome: 'AS_PLANNED' | 'WITH_ISSUES' | 'ROLLED_BACK' | 'FAILED'): TicketEventBody => ({
  ...{ kind: 'CHANGE_OUTCOME_SET', v: 1, outcome },
});
const rated = (score: 1 | 2 | 3 | 4 | 5): TicketEventBody => ({ kind: 'RATED', v: 1, score, reasonTextId: null });

function factOf(rows: readonly Said[], ticketId = 't1'): TicketFact {
  const events = rows.map(([at, side, body], index): TicketEvent => ({
    ...body,
    ...{ seq: index + 1, at, actor: { side, userId: null } },
  }));
  const source = { ticketId, ticketNumber: 'ACME-1', pilot: false, contested: [], clocks: [], calendarRevision: 'r1' };
  const facts = factsOf({ ...source, events });
  if (facts === null) throw new Error('no facts');
  return facts.ticket;
}

function figure(key: KpiKey, tickets: readonly TicketFact[], approvals: readonly Approval[] = []) {
  const found = figureOf(computeKpis({ tickets, clocks: [], approvals }, PERIOD), key);
  if (found === null) throw new Error(`no figure ${key}`);
  return found;
}

describe('what the parties were asked to agree to', () => {
  const OPEN: Said = [0, 'CLIENT', opened('CHANGE')];
  const rules: readonly (readonly [sentence: string, rows: readonly Said[], told: object])[] = [
    [
      'a proposal of the provider asks the client',
      [OPEN, [5, 'PROVIDER', proposed('a')]],
      { party: 'CLIENT', subject: 'DATE', askedAt: 5, decidedAt: null, lapsedAt: null },
    ],
    ['a proposal of the client asks the provider', [OPEN, [5, 'CLIENT', proposed('a')]], { party: 'PROVIDER' }],
    [
      'a yes decides',
      [OPEN, [5, 'PROVIDER', proposed('a')], [9, 'CLIENT', answered('a', 'AGREED')]],
      { decidedAt: 9, lapsedAt: null },
    ],
    [
      'a no decides as well',
      [OPEN, [5, 'PROVIDER', proposed('a')], [9, 'CLIENT', answered('a', 'DECLINED')]],
      { decidedAt: 9 },
    ],
    [
      'taking it back decides nothing',
      [OPEN, [5, 'PROVIDER', proposed('a')], [9, 'PROVIDER', answered('a', 'WITHDRAWN')]],
      { decidedAt: null, lapsedAt: 9 },
    ],
    [
      'silence that is deemed consent is nobody’s answer',
      [OPEN, [5, 'PROVIDER', proposed('a')], [9, 'SYSTEM', answered('a', 'DEEMED')]],
      { decidedAt: null, lapsedAt: 9 },
    ],
    [
      'the end of the ticket ends it',
      [OPEN, [5, 'PROVIDER', proposed('a')], [9, 'PROVIDER', RESOLVED]],
      { decidedAt: null, lapsedAt: 9 },
    ],
    [
      'a rebinding outlives the ticket’s end',
      [OPEN, [5, 'PROVIDER', rebinding('a')], [9, 'PROVIDER', RESOLVED]],
      { subject: 'REBINDING', lapsedAt: null },
    ],
    [
      'an answer after a reopening is an answer',
      [
        OPEN,
        [5, 'PROVIDER', proposed('a')],
        [9, 'PROVIDER', RESOLVED],
        [11, 'CLIENT', REOPENED],
        [12, 'CLIENT', answered('a', 'AGREED')],
      ],
      { decidedAt: 12, lapsedAt: 9 },
    ],
    [
      'the first answer is the answer',
      [
        OPEN,
        [5, 'PROVIDER', proposed('a')],
        [9, 'CLIENT', answered('a', 'AGREED')],
        [10, 'CLIENT', answered('a', 'DECLINED')],
      ],
      { decidedAt: 9 },
    ],
  ];
  test.each(rules)('%s', (_sentence, rows, told) => {
    expect(factOf(rows).approvals).toEqual([expect.objectContaining(told)]);
  });

  test('a second offer of a kind overtakes the first, one of another kind does not', () => {
    const { approvals } = factOf([
      OPEN,
      [5, 'PROVIDER', proposed('a')],
      [6, 'PROVIDER', rebinding('b')],
      [7, 'PROVIDER', proposed('c')],
    ]);
    expect(approvals.map(({ approvalId, lapsedAt }) => [approvalId, lapsedAt])).toEqual([
      ['a', 7],
      ['b', null],
      ['c', null],
    ]);
  });

  const approval = (approvalId: string, more: Partial<Approval>): Approval => ({
    ...{ approvalId, subject: 'REVIEW', party: 'CLIENT', askedAt: IN, decidedAt: null, lapsedAt: null },
    ...more,
  });

  test('each party’s time runs by the wall clock, over what it decided in the period', () => {
    const ticket = factOf([
      [0, 'CLIENT', opened('CHANGE')],
      [IN, 'PROVIDER', proposed('a')],
      [IN + HOUR, 'CLIENT', answered('a', 'AGREED')],
      [IN + HOUR, 'CLIENT', proposed('b')],
      [IN + 5 * HOUR, 'PROVIDER', answered('b', 'DECLINED')],
    ]);
    const apart = [
      approval('signed', { decidedAt: IN + 3 * HOUR }),
      approval('before', { askedAt: 90 * DAY, decidedAt: PERIOD.from - 1 }),
      approval('after', { decidedAt: PERIOD.to }),
    ];
    expect(figure('CLIENT_APPROVAL_TIME_P50', [ticket], apart)).toMatchObject({
      value: 3_600,
      n: 2,
      itemIds: ['a', 'signed'],
    });
    expect(figure('CLIENT_APPROVAL_TIME_P90', [ticket], apart).value).toBe(3 * 3_600);
    expect(figure('PROVIDER_APPROVAL_TIME_P50', [ticket], apart)).toMatchObject({
      value: 4 * 3_600,
      n: 1,
      itemIds: ['b'],
    });
  });

  test.each([
    ['unanswered at the end', {}, 1],
    ['answered at its last instant', { decidedAt: PERIOD.to - 1 }, 0],
    ['answered right after it', { decidedAt: PERIOD.to }, 1],
    ['taken back before', { lapsedAt: PERIOD.to - 1 }, 0],
    ['taken back afterwards', { lapsedAt: PERIOD.to }, 1],
    ['asked only afterwards', { askedAt: PERIOD.to }, 0],
    ['asked long before', { askedAt: 1 }, 1],
  ])('open: %s', (_sentence, more, n) => {
    expect(figure('CLIENT_APPROVALS_OPEN', [], [approval('x', more)])).toMatchObject({ value: n, n });
  });

  test('without a decision there is no time, and an item of a confidential ticket is counted as one', () => {
    expect(figure('CLIENT_APPROVAL_TIME_P50', [], [approval('x', {})]).value).toBeNull();
    const ticket = {
      ...factOf([OPEN, [IN, 'PROVIDER', proposed('a')], [IN + 1, 'CLIENT', answered('a', 'AGREED')]]),
      confidential: true,
    };
    expect(figure('CLIENT_APPROVAL_TIME_P50', [ticket], [approval('y', { decidedAt: IN + 1 })])).toMatchObject({
      n: 2,
      confidential: 1,
    });
  });
});

describe('change success', () => {
  const change = (id: string, ...rows: readonly Said[]) =>
    factOf([[IN - DAY, 'CLIENT', opened('CHANGE')], ...rows], id);
  const said = (id: string, outcome: Parameters<typeof went>[0], at = IN) =>
    change(id, [at, 'PROVIDER', RESOLVED], [at, 'PROVIDER', went(outcome)]);

  test('is the share as planned among those of which it is known; unknown ones are counted apart', () => {
    const all = [
      said('a', 'AS_PLANNED'),
      said('b', 'WITH_ISSUES'),
      said('c', 'ROLLED_BACK'),
      change('d', [IN, 'PROVIDER', RESOLVED]),
      said('e', 'FAILED', PERIOD.to),
    ];
    expect(figure('CHANGE_SUCCESS', all)).toMatchObject({
      ...{ value: 3_333, n: 3, itemIds: ['a', 'b', 'c'] },
      exclusions: [{ reason: 'OUTCOME_UNKNOWN', count: 1 }],
    });
  });

  const rules: readonly (readonly [sentence: string, tickets: readonly TicketFact[], value: number | null])[] = [
    ['no change, no data', [], null],
    ['only unknown outcomes are no data either', [change('a', [IN, 'PROVIDER', RESOLVED])], null],
    ['an incident is no change', [{ ...said('a', 'AS_PLANNED'), type: 'INCIDENT' }], null],
    [
      'one that was reopened has not ended',
      [change('a', [IN, 'PROVIDER', RESOLVED], [IN, 'PROVIDER', went('AS_PLANNED')], [IN + 1, 'CLIENT', REOPENED])],
      null,
    ],
    [
      'what it came to after the reopening counts',
      [
        change(
          'a',
          ...([
            [IN, 'PROVIDER', RESOLVED],
            [IN, 'PROVIDER', went('AS_PLANNED')],
            [IN + 1, 'CLIENT', REOPENED],
            [IN + 2, 'PROVIDER', RESOLVED],
            [IN + 2, 'PROVIDER', went('FAILED')],
          ] satisfies readonly Said[]),
        ),
      ],
      0,
    ],
    [
      'a reopening after the period doesn’t move it',
      [change('a', [IN, 'PROVIDER', RESOLVED], [IN, 'PROVIDER', went('AS_PLANNED')], [PERIOD.to, 'CLIENT', REOPENED])],
      10_000,
    ],
    [
      'nor does a correction after it',
      [
        change(
          'a',
          [IN, 'PROVIDER', RESOLVED],
          [IN, 'PROVIDER', went('AS_PLANNED')],
          [PERIOD.to, 'PROVIDER', went('FAILED')],
        ),
      ],
      10_000,
    ],
  ];
  test.each(rules)('%s', (_sentence, tickets, value) => {
    expect(figure('CHANGE_SUCCESS', tickets).value).toBe(value);
  });
});

describe('satisfaction', () => {
  const ticket = (id: string, resolvedAt: number, ...rows: readonly Said[]) =>
    factOf([[0, 'CLIENT', opened('SERVICE_REQUEST')], [resolvedAt, 'PROVIDER', RESOLVED], ...rows], id);

  test('counts ratings of the period, and stands beside the share that answered', () => {
    const all = [
      ticket('a', IN, [IN + 1, 'CLIENT', rated(5)]),
      ticket('b', IN, [IN + 1, 'CLIENT', rated(3)]),
      ticket('c', IN),
      // Resolved before the period, rated in it: an answer that came after a month's end isn't lost.
      ticket('d', 90 * DAY, [IN, 'CLIENT', rated(4)]),
      ticket('e', IN, [PERIOD.to, 'CLIENT', rated(1)]),
    ];
    expect(figure('SATISFACTION', all)).toMatchObject({ value: 6_666, n: 3, itemIds: ['a', 'b', 'd'] });
    expect(figure('SURVEY_RESPONSE', all)).toMatchObject({
      numerator: 2,
      denominator: 4,
      itemIds: ['a', 'b', 'c', 'e'],
    });
  });

  test('of several ratings the last one before the end counts', () => {
    const all = [
      ticket('a', IN, [IN + 1, 'CLIENT', rated(5)], [IN + 2, 'CLIENT', rated(1)], [PERIOD.to, 'CLIENT', rated(5)]),
    ];
    expect(figure('SATISFACTION', all).value).toBe(0);
  });

  test('without a rating there is no data, with nobody asked no response rate', () => {
    expect([figure('SATISFACTION', []).value, figure('SURVEY_RESPONSE', []).value]).toEqual([null, null]);
    expect(figure('SURVEY_RESPONSE', [{ ...TICKET, surveyedAt: null, resolvedAt: IN }]).value).toBeNull();
  });

  test('what no person of the client asked for is nobody’s to rate', () => {
    const alarm = factOf([
      [0, 'PROVIDER', opened('SERVICE_REQUEST', null)],
      [IN, 'PROVIDER', RESOLVED],
    ]);
    expect(alarm.surveyedAt).toBeNull();
  });

  test('a second resolution asks nobody again', () => {
    const again = ticket('a', IN, [IN + 1, 'CLIENT', REOPENED], [IN + DAY, 'PROVIDER', RESOLVED]);
    expect(again.surveyedAt).toBe(IN);
  });
});
