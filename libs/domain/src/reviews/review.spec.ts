import { DAY } from '../time/instant.js';
import { isInEdition, KPI_EDITION } from '../kpi/definitions.js';
import { met, missed, TICKET } from '../kpi/sample-facts.fixture.js';
import { decideReview, NEW_REVIEW, type ReviewCommand, type ReviewContext, type ReviewState } from './review.js';
import { asPublished, snapshotDigest, snapshotOf, verifySnapshot, type PublishedFigures } from './snapshot.js';

const at = (now: number, party: 'PROVIDER' | 'CLIENT', userId = `${party}-1`): ReviewContext => ({
  now,
  party,
  userId,
  periodEnd: 100,
});
const PUBLISH: ReviewCommand = { kind: 'PUBLISH', digest: 'd1' };
const SIGN: ReviewCommand = { kind: 'SIGN', digest: 'd1', authorised: true };

type Step = readonly [ReviewContext, ReviewCommand];

function play(...steps: readonly Step[]) {
  let state: ReviewState = NEW_REVIEW;
  for (const [context, command] of steps) {
    const decision = decideReview(state, command, context);
    if (decision.kind === 'rejected') return { state, problem: decision.problem };
    state = decision.state;
  }
  return { state, problem: null };
}

const PUBLISHED: readonly Step[] = [[at(100, 'PROVIDER'), PUBLISH]];
const SIGNED: readonly Step[] = [...PUBLISHED, [at(110, 'PROVIDER'), SIGN], [at(120, 'CLIENT'), SIGN]];

describe('a review', () => {
  const endings: readonly (readonly [sentence: string, steps: readonly Step[], status: string])[] = [
    [
      'is a draft until it is published',
      [
        [at(1, 'PROVIDER'), { kind: 'EDIT' }],
        [at(2, 'CLIENT'), { kind: 'COMMENT' }],
      ],
      'DRAFT',
    ],
    ['is published by the provider', PUBLISHED, 'PUBLISHED'],
    ['is not signed by one party alone', [...PUBLISHED, [at(110, 'CLIENT'), SIGN]], 'PUBLISHED'],
    ['is signed once both have', SIGNED, 'SIGNED'],
    [
      'takes corrections as addenda, also when signed',
      [...SIGNED, [at(130, 'PROVIDER'), { kind: 'ADD_ADDENDUM', addendumId: 'a1' }]],
      'SIGNED',
    ],
  ];

  test.each(endings)('%s', (_sentence, steps, status) => {
    const { state, problem } = play(...steps);
    expect([problem, state.status]).toEqual([null, status]);
  });

  test('keeps who signed what and when, and every correction in its order', () => {
    const corrected = play(
      ...SIGNED,
      [at(130, 'PROVIDER'), { kind: 'ADD_ADDENDUM', addendumId: 'a1' }],
      [at(140, 'PROVIDER'), { kind: 'ADD_ADDENDUM', addendumId: 'a2' }],
    );
    expect(corrected.state).toEqual({
      status: 'SIGNED',
      publishedAt: 100,
      digest: 'd1',
      signatures: [
        { party: 'PROVIDER', userId: 'PROVIDER-1', at: 110, digest: 'd1' },
        { party: 'CLIENT', userId: 'CLIENT-1', at: 120, digest: 'd1' },
      ],
      addenda: ['a1', 'a2'],
    });
  });

  test('stays as it is when it is commented, by either party and at any time', () => {
    for (const { state } of [play(), play(...PUBLISHED), play(...SIGNED)])
      for (const party of ['PROVIDER', 'CLIENT'] as const)
        expect(decideReview(state, { kind: 'COMMENT' }, at(105, party))).toEqual({ kind: 'accepted', state });
  });

  test('is corrected by the provider before it is signed, too', () => {
    const { state } = play(...PUBLISHED, [at(105, 'PROVIDER'), { kind: 'ADD_ADDENDUM', addendumId: 'a1' }]);
    expect(state).toMatchObject({ status: 'PUBLISHED', addenda: ['a1'] });
  });

  test('says accepted for each thing that was allowed', () => {
    const { state } = play(...PUBLISHED);
    const kinds = [
      decideReview(NEW_REVIEW, PUBLISH, at(100, 'PROVIDER')),
      decideReview(state, SIGN, at(110, 'CLIENT')),
      decideReview(state, { kind: 'ADD_ADDENDUM', addendumId: 'a1' }, at(110, 'PROVIDER')),
    ].map(({ kind }) => kind);
    expect(kinds).toEqual(['accepted', 'accepted', 'accepted']);
  });

  const refusals: readonly (readonly [sentence: string, steps: readonly Step[], problem: object])[] = [
    ['is not published before its period is over', [[at(99, 'PROVIDER'), PUBLISH]], { kind: 'PERIOD_NOT_OVER' }],
    ['is not published by the client', [[at(100, 'CLIENT'), PUBLISH]], { kind: 'NOT_ALLOWED_FOR_PARTY' }],
    [
      'is not edited once published',
      [...PUBLISHED, [at(101, 'PROVIDER'), { kind: 'EDIT' }]],
      { kind: 'NOT_ALLOWED_IN_STATUS', status: 'PUBLISHED' },
    ],
    ['is not published twice', [...PUBLISHED, [at(101, 'PROVIDER'), PUBLISH]], { kind: 'NOT_ALLOWED_IN_STATUS' }],
    ['is not signed as a draft', [[at(101, 'CLIENT'), SIGN]], { kind: 'NOT_ALLOWED_IN_STATUS' }],
    [
      'is not signed by somebody without authority',
      [...PUBLISHED, [at(110, 'CLIENT'), { ...SIGN, authorised: false }]],
      { kind: 'NOT_AUTHORISED' },
    ],
    [
      'is not signed over other bytes than those published',
      [...PUBLISHED, [at(110, 'CLIENT'), { ...SIGN, digest: 'd0' }]],
      { kind: 'OTHER_DIGEST' },
    ],
    [
      'is signed once per party',
      [...PUBLISHED, [at(110, 'CLIENT'), SIGN], [at(111, 'CLIENT', 'CLIENT-2'), SIGN]],
      { kind: 'ALREADY_SIGNED', at: 110 },
    ],
  ];

  test.each(refusals)('%s', (_sentence, steps, problem) => {
    expect(play(...steps).problem).toMatchObject(problem);
  });
});

describe('published figures (D-KPI-3)', () => {
  const period = { key: '2026-Q1', zone: 'Asia/Seoul', from: 0, to: 90 * DAY };
  const facts = {
    tickets: [{ ...TICKET, ticketId: 't2', lastSeq: 7 }, TICKET],
    clocks: [met(5), missed(6, { ticketId: 't2' })],
  };
  const published = snapshotOf(facts, period, '2026a');
  const stored: PublishedFigures = JSON.parse(JSON.stringify(published));

  test('recomputed from the same facts they are the same bits', () => {
    const again = snapshotOf(
      { tickets: [...facts.tickets].reverse(), clocks: [...facts.clocks].reverse() },
      period,
      '2026a',
    );
    expect(verifySnapshot(stored, again)).toEqual({ kind: 'same' });
    const asText = (text: string) => text;
    expect(snapshotDigest(again, asText)).toBe(snapshotDigest(stored, asText));
  });

  test('what is frozen names its period, each ticket with its last event, terms and calendars once', () => {
    const bound = [
      { ...TICKET, ticketId: 't3', lastSeq: 4, termsDigest: 'd2' },
      { ...TICKET, ticketId: 't1', lastSeq: 9, termsDigest: null },
      { ...TICKET, ticketId: 't2', lastSeq: 1, termsDigest: 'd1', calendarRevision: 'r3' },
      { ...TICKET, ticketId: 't4', lastSeq: 2, termsDigest: 'd1' },
    ];
    const clocks = [met(5, { ticketId: 't3', calendarRevision: 'r2' })];
    const frozen = snapshotOf({ tickets: bound, clocks }, period, '2026a');
    const { report, ...inputs } = frozen;
    expect(inputs).toEqual({
      schema: 1,
      edition: KPI_EDITION,
      period,
      tickets: [
        { ticketId: 't1', lastSeq: 9 },
        { ticketId: 't2', lastSeq: 1 },
        { ticketId: 't3', lastSeq: 4 },
        { ticketId: 't4', lastSeq: 2 },
      ],
      termsDigests: ['d1', 'd2'],
      calendarRevisions: ['r1', 'r2', 'r3'],
      tzDataVersion: '2026a',
    });
    expect(report.period).toEqual(period);
  });

  test('figures that a later edition added are no difference to what an earlier one published', () => {
    const { edition: _edition, report, ...inputs } = stored;
    const figures = report.figures.filter(({ key }) => isInEdition(key, null));
    expect(report.figures.length - figures.length).toBe(9);
    const earlier: PublishedFigures = { ...inputs, report: { ...report, figures } };
    const again = snapshotOf(facts, period, '2026a');
    expect(verifySnapshot(earlier, again)).toEqual({ kind: 'same' });
    const asText = (text: string) => text;
    expect(snapshotDigest(asPublished(earlier, again), asText)).toBe(snapshotDigest(earlier, asText));
  });

  test('a figure of its own edition that was taken out is a difference', () => {
    const figures = stored.report.figures.filter(({ key }) => key !== 'CHANGE_SUCCESS');
    const altered = { ...stored, report: { ...stored.report, figures } };
    expect(verifySnapshot(altered, snapshotOf(facts, period, '2026a')).kind).toBe('differs');
  });

  test('the digest is taken over their one form', () => {
    expect(snapshotDigest(published, (text) => text.slice(0, 24))).toBe('{"calendarRevisions":["r');
  });

  const [newer, older] = facts.tickets;
  const changes: readonly (readonly [sentence: string, recomputed: PublishedFigures, input: object])[] = [
    [
      'an event that came later is named with its ticket',
      snapshotOf({ ...facts, tickets: [{ ...TICKET, ticketId: 't2', lastSeq: 8 }, TICKET] }, period, '2026a'),
      { kind: 'TICKET', ticketId: 't2', before: 7, after: 8 },
    ],
    [
      'a ticket that vanished is named',
      snapshotOf({ ...facts, tickets: newer ? [newer] : [] }, period, '2026a'),
      { kind: 'TICKET', ticketId: 't1', before: 1, after: null },
    ],
    [
      'other terms are named',
      snapshotOf(
        { ...facts, tickets: older && newer ? [newer, { ...older, termsDigest: 'd2' }] : [] },
        period,
        '2026a',
      ),
      { kind: 'TERMS', added: ['d2'], removed: [] },
    ],
    [
      'terms that judge no ticket any more are named, beside those that took their place',
      snapshotOf({ ...facts, tickets: facts.tickets.map((each) => ({ ...each, termsDigest: 'd2' })) }, period, '2026a'),
      { kind: 'TERMS', added: ['d2'], removed: ['d1'] },
    ],
    [
      'a holiday declared since is named',
      snapshotOf(
        { ...facts, clocks: [met(5, { calendarRevision: 'r2' }), missed(6, { ticketId: 't2' })] },
        period,
        '2026a',
      ),
      { kind: 'CALENDAR', added: ['r2'], removed: [] },
    ],
    [
      'other time-zone rules are named',
      snapshotOf(facts, period, '2026b'),
      { kind: 'TIME_ZONE_DATA', before: '2026a', after: '2026b' },
    ],
    ['a period cut elsewhere is named', snapshotOf(facts, { ...period, to: 91 * DAY }, '2026a'), { kind: 'PERIOD' }],
  ];

  test.each(changes)('%s', (_sentence, recomputed, input) => {
    const verification = verifySnapshot(stored, recomputed);
    expect(verification.kind === 'differs' && verification.inputs[0]).toMatchObject(input);
  });

  test('terms that judge no ticket any more are named alone', () => {
    const judged = snapshotOf(
      { ...facts, tickets: older && newer ? [newer, { ...older, termsDigest: 'd2' }] : [] },
      period,
      '2026a',
    );
    expect(verifySnapshot(judged, snapshotOf(facts, period, '2026a'))).toEqual({
      kind: 'differs',
      inputs: [{ kind: 'TERMS', added: [], removed: ['d2'] }],
    });
  });

  test('a published figure that nobody computes any more is named with what it said', () => {
    const [first, ...rest] = published.report.figures;
    const recomputed = { ...published, report: { ...published.report, figures: rest } };
    expect(verifySnapshot(published, recomputed)).toEqual({
      kind: 'differs',
      inputs: [{ kind: 'FIGURE', key: first?.key, clock: first?.clock, before: first?.value, after: null }],
    });
  });

  test('counts that differ while every figure stands are named by their part', () => {
    const { report } = published;
    const recomputed = {
      ...published,
      report: { ...report, flow: { ...report.flow, opened: report.flow.opened + 1 } },
    };
    expect(verifySnapshot(published, recomputed)).toEqual({
      kind: 'differs',
      inputs: [{ kind: 'REPORT', part: 'flow' }],
    });
  });

  test('a figure that was never published differs too', () => {
    const [, ...rest] = published.report.figures;
    const earlier = { ...published, report: { ...published.report, figures: rest } };
    expect(verifySnapshot(earlier, published)).toEqual({
      kind: 'differs',
      inputs: [{ kind: 'REPORT', part: 'figures' }],
    });
  });

  test('a figure that differs although every input is the same is named', () => {
    const verification = verifySnapshot(
      stored,
      snapshotOf({ ...facts, clocks: [met(5), met(6, { ticketId: 't2' })] }, period, '2026a'),
    );
    expect(verification).toMatchObject({
      kind: 'differs',
      inputs: [
        { kind: 'FIGURE', key: 'SLA_ATTAINMENT', clock: 'RESOLUTION', before: 5_000, after: 10_000 },
        {},
        {},
        {},
      ],
    });
  });
});
