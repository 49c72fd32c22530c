import { DAY } from '../time/instant.js';
import { met, missed, TICKET } from '../kpi/sample-facts.fixture.js';
import { decideReview, NEW_REVIEW, type ReviewCommand, type ReviewContext, type ReviewState } from './review.js';
import { snapshotDigest, snapshotOf, verifySnapshot, type PublishedFigures } from './snapshot.js';

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
