import { DAY, HOUR } from '../time/instant.js';
import type { CommandOf, TicketCommand } from './commands.js';
import type { DateCause, TicketEvent } from './events.js';
import type { TicketProblem } from './problems.js';
import {
  ASKED,
  BINDING,
  CLIENT,
  OPEN,
  SOLVED,
  STAFF,
  SYSTEM,
  play,
  reply,
  supplier,
  type Step,
} from './story.fixture.js';

const REQUEST: TicketCommand = { ...OPEN, type: 'SERVICE_REQUEST' };
const propose = (dueAt: number, proposalId = 'p1'): TicketCommand => ({
  ...{ kind: 'PROPOSE', proposalId, offer: { kind: 'DATE', dueAt }, reasonTextId: null },
});
const answer = (agree: boolean, proposalId = 'p1'): TicketCommand => ({ kind: 'ANSWER_PROPOSAL', proposalId, agree });
const move = (dueAt: number, consentRecorded: boolean, reasonTextId: string | null = 'why'): TicketCommand => ({
  ...{ kind: 'MOVE_DATE', dueAt, consentRecorded, reasonTextId },
});
const contest = (waitingSeq: number, reasonTextId: string | null = 'why'): TicketCommand => ({
  ...{ kind: 'CONTEST_WAITING', waitingSeq, reasonTextId },
});
const settle = (waitingSeq: number): TicketCommand => ({ kind: 'SETTLE_CONTEST', waitingSeq });
const thanked = (messageId: string): TicketCommand => ({ kind: 'MARK_NO_ACTION', messageId });

const opened: readonly Step[] = [[0, CLIENT, REQUEST]];
const dated: readonly Step[] = [...opened, [1, CLIENT, propose(5 * DAY)]];
const told = ({ events }: { readonly events: readonly TicketEvent[] }) => events.map(({ kind }) => kind);

describe('an agreed date (D-SLA-12)', () => {
  const dates: readonly (readonly [string, readonly Step[], number | null, DateCause | null])[] = [
    ['is the client’s first wish', dated, 5 * DAY, 'REQUESTED'],
    ['is later when the client gives more time', [...dated, [2, CLIENT, propose(6 * DAY)]], 6 * DAY, 'GIVEN_BY_CLIENT'],
    ['stays when the client wants it earlier', [...dated, [2, CLIENT, propose(4 * DAY)]], 5 * DAY, 'REQUESTED'],
    [
      'is earlier once the provider agrees',
      [...dated, [2, CLIENT, propose(4 * DAY)], [3, STAFF, answer(true)]],
      4 * DAY,
      'AGREED',
    ],
    ['is none by the provider’s wish alone', [...opened, [1, STAFF, propose(5 * DAY)]], null, null],
    [
      'is the provider’s proposal once the client agrees',
      [...dated, [2, STAFF, propose(9 * DAY)], [3, CLIENT, answer(true)]],
      9 * DAY,
      'AGREED',
    ],
    [
      'stays when a proposal is declined',
      [...dated, [2, STAFF, propose(9 * DAY)], [3, CLIENT, answer(false)]],
      5 * DAY,
      'REQUESTED',
    ],
    ['is moved with consent on record', [...dated, [2, STAFF, move(8 * DAY, true)]], 8 * DAY, 'CONSENT_RECORDED'],
    [
      'may begin with consent on record',
      [...opened, [2, STAFF, move(8 * DAY, true, null)]],
      8 * DAY,
      'CONSENT_RECORDED',
    ],
    ['is moved without consent, and says so', [...dated, [2, STAFF, move(8 * DAY, false)]], 8 * DAY, 'WITHOUT_CONSENT'],
  ];

  test.each(dates)('%s', (_name, steps, dueAt, cause) => {
    const { state, problem } = play(...steps);
    expect(problem).toBeNull();
    expect(state?.agreedDate ?? null).toEqual(dueAt === null ? null : { dueAt, cause });
  });

  test('a change is dated as a request is', () => {
    expect(play([0, CLIENT, { ...OPEN, type: 'CHANGE' }], [1, CLIENT, propose(DAY)]).state?.agreedDate?.dueAt).toBe(
      DAY,
    );
  });
});

describe('a proposal', () => {
  test('waits for the other side, who made it and when', () => {
    const { state } = play(...dated, [7, STAFF, propose(9 * DAY)]);
    expect(state?.proposals).toEqual([
      {
        proposalId: 'p1',
        offer: { kind: 'DATE', dueAt: 9 * DAY },
        side: 'PROVIDER',
        userId: 'staff-1',
        at: 7,
        reasonTextId: null,
      },
    ]);
  });

  test('is gone with its answer, which names it', () => {
    const declined = play(...dated, [2, STAFF, propose(9 * DAY)], [3, CLIENT, answer(false)]);
    expect(declined.state?.proposals).toEqual([]);
    expect(declined.events.at(-1)).toMatchObject({
      kind: 'PROPOSAL_ANSWERED',
      proposalId: 'p1',
      offer: 'DATE',
      answer: 'DECLINED',
    });
    const withdrawn = play(...dated, [2, STAFF, propose(9 * DAY)], [3, STAFF, answer(false)]);
    expect(withdrawn.events.at(-1)).toMatchObject({ answer: 'WITHDRAWN' });
    const agreed = play(...dated, [2, STAFF, propose(9 * DAY)], [3, CLIENT, answer(true)]);
    expect(told(agreed).slice(-2)).toEqual(['PROPOSAL_ANSWERED', 'DATE_SET']);
    expect(agreed.events.at(-2)).toMatchObject({ answer: 'AGREED' });
  });

  const binding = { ...BINDING, contractVersionId: 'v2', termsDigest: 'd2' };
  const rebind: TicketCommand = {
    kind: 'PROPOSE',
    proposalId: 'r1',
    offer: { kind: 'REBINDING', binding },
    reasonTextId: 'why',
  };

  test('to judge by another version binds when the other side agrees (D-CON-1)', () => {
    expect(play(...opened, [1, STAFF, rebind]).state?.binding).toEqual(BINDING);
    const agreed = play(...opened, [1, STAFF, rebind], [2, CLIENT, answer(true, 'r1')]);
    expect(agreed.state?.binding).toEqual(binding);
    expect(told(agreed).slice(-2)).toEqual(['PROPOSAL_ANSWERED', 'REBOUND']);
    expect(agreed.events.at(-1)).toMatchObject({ binding, proposalId: 'r1', proposedBy: STAFF, actor: CLIENT });
    expect(play(...opened, [1, CLIENT, rebind], [2, STAFF, answer(true, 'r1')]).state?.binding).toEqual(binding);
  });

  test('to judge by another version keeps what was shown to be changed by it', () => {
    const shown = { kind: 'ANSWER_PROPOSAL', proposalId: 'r1', agree: true, changesDigest: 'f00d' } as const;
    const agreed = play(...opened, [1, STAFF, rebind], [2, CLIENT, shown]);
    expect(agreed.events.at(-1)).toMatchObject({ kind: 'REBOUND', changesDigest: 'f00d' });
  });

  const refusedRebindings: readonly (readonly [string, readonly Step[], object])[] = [
    [
      'silence never rebinds',
      [
        [1, STAFF, rebind],
        [2, SYSTEM, answer(true, 'r1')],
      ],
      { kind: 'NOT_ALLOWED_FOR_SIDE', side: 'SYSTEM' },
    ],
    [
      'the side that proposed it can’t agree for the other',
      [
        [1, CLIENT, rebind],
        [2, CLIENT, answer(true, 'r1')],
      ],
      { kind: 'PROPOSAL_OF_OWN_SIDE' },
    ],
    [
      'another service is no other version',
      [[1, STAFF, { ...rebind, offer: { kind: 'REBINDING', binding: { ...binding, serviceItemId: 'network' } } }]],
      { kind: 'REBINDING_OTHER_SERVICE' },
    ],
    [
      'the version that binds already changes nothing',
      [[1, STAFF, { ...rebind, offer: { kind: 'REBINDING', binding: BINDING } }]],
      { kind: 'NOTHING_CHANGES' },
    ],
    [
      'nobody agrees to what a change of service has overtaken',
      [
        [1, STAFF, rebind],
        [2, STAFF, { kind: 'CHANGE_SERVICE', binding: { ...BINDING, serviceItemId: 'network' } }],
        [3, CLIENT, answer(true, 'r1')],
      ],
      { kind: 'REBINDING_OTHER_SERVICE' },
    ],
  ];

  test.each(refusedRebindings)('%s', (_sentence, steps, problem) => {
    expect(play(...opened, ...steps).problem).toMatchObject(problem);
  });

  test('a ticket that is done can be judged by another version, and nothing else be agreed of it', () => {
    const done: readonly Step[] = [
      [1, STAFF, { kind: 'RESOLVE', code: 'FIXED' }],
      [2, STAFF, { kind: 'CLOSE' }],
    ];
    const agreed = play(...opened, ...done, [3, STAFF, rebind], [4, CLIENT, answer(true, 'r1')]);
    expect(agreed.state).toMatchObject({ status: 'CLOSED', binding });
    expect(play(...dated, ...done, [3, STAFF, propose(9 * DAY)]).problem).toMatchObject({
      ...{ kind: 'NOT_ALLOWED_IN_STATUS', command: 'PROPOSE' },
    });
  });

  const activity = { ko: '방화벽 개방', en: 'Open the firewall' };
  const yours: CommandOf<'PROPOSE'> = {
    kind: 'PROPOSE',
    proposalId: 'a1',
    offer: { kind: 'CLIENT_ACCOUNTABLE', activity },
    reasonTextId: null,
  };

  test('that the client is accountable lets the ticket wait once the client agrees (D-SLA-8)', () => {
    expect(play(...opened, [1, STAFF, yours]).state?.status).toBe('NEW');
    const agreed = play(...opened, [1, STAFF, yours], [2, CLIENT, answer(true, 'a1')]);
    expect(agreed.state).toMatchObject({
      status: 'WAITING_ON_CLIENT',
      waiting: { reason: 'CLIENT_ACCOUNTABLE', since: 2, clientConsent: true, questionMessageId: null, until: null },
    });
    expect(told(agreed).slice(-2)).toEqual(['PROPOSAL_ANSWERED', 'WAITING_STARTED']);
  });

  test('that the client is accountable ends other waiting when it is agreed', () => {
    const agreed = play(
      ...opened,
      [1, STAFF, supplier('CLIENT_SUPPLIER', 'C-1')],
      [2, STAFF, yours],
      [3, CLIENT, answer(true, 'a1')],
    );
    expect(told(agreed).slice(-3)).toEqual(['PROPOSAL_ANSWERED', 'RESUMED', 'WAITING_STARTED']);
    expect(agreed.state?.waits.map(({ from, to }) => [from, to])).toEqual([
      [1, 3],
      [3, null],
    ]);
  });

  test('silence is consent where the system may say so, and it is told apart', () => {
    const deemed = play(...opened, [1, STAFF, yours], [2, SYSTEM, answer(true, 'a1')]);
    expect(deemed.events.find(({ kind }) => kind === 'PROPOSAL_ANSWERED')).toMatchObject({ answer: 'DEEMED' });
    expect(deemed.state?.status).toBe('WAITING_ON_CLIENT');
  });
});

describe('waiting that is contested (D-SLA-4)', () => {
  const contested: readonly Step[] = [...ASKED, [9, CLIENT, contest(4)]];
  const standing = (...steps: readonly Step[]) =>
    play(...steps).state?.waits.map(({ seq, from, to, contest: is }) => [seq, from, to, is]);

  test('is on record with its beginning and end', () => {
    expect(play(...ASKED).state?.waits).toEqual([
      { seq: 4, status: 'WAITING_ON_CLIENT', reason: 'CLIENT_ANSWER', from: 2, to: null, contest: 'NONE' },
    ]);
    expect(standing(...ASKED, [8, CLIENT, reply('a')])).toEqual([[4, 2, 8, 'NONE']]);
  });

  test('a schedule ends when it was to end', () => {
    const until = 3 * HOUR;
    const scheduled: Step = [1, STAFF, { kind: 'SCHEDULE', reason: 'CLIENT_SCHEDULE', until, clientConsent: true }];
    expect(play(...opened, scheduled, [DAY, STAFF, { kind: 'RESUME' }]).state?.waits[0]?.to).toBe(until);
    expect(play(...opened, scheduled, [HOUR, STAFF, { kind: 'RESUME' }]).state?.waits[0]?.to).toBe(HOUR);
  });

  test('is open until the provider concedes or the client lets it stand', () => {
    expect(standing(...contested)).toEqual([[4, 2, null, 'OPEN']]);
    expect(standing(...contested, [10, STAFF, settle(4)])).toEqual([[4, 2, null, 'CONCEDED']]);
    expect(standing(...contested, [10, CLIENT, settle(4)])).toEqual([[4, 2, null, 'WITHDRAWN']]);
  });

  test('may be contested after the ticket is closed', () => {
    const closed: readonly Step[] = [
      ...ASKED,
      [3, STAFF, { kind: 'RESOLVE', code: 'FIXED' }],
      [4, CLIENT, { kind: 'CLOSE' }],
    ];
    expect(standing(...closed, [5, CLIENT, contest(4)])).toEqual([[4, 2, 3, 'OPEN']]);
  });
});

describe('a mere thank-you', () => {
  const grateful: readonly Step[] = [...SOLVED, [2 * HOUR, CLIENT, reply('ty')]];

  test('reopens, and put right is resolved as it was, counted as reopened all the same', () => {
    expect(play(...grateful).state).toMatchObject({
      status: 'OPEN',
      reopening: { messageId: 'ty', resolvedAt: HOUR, resolutionCode: 'FIXED' },
    });
    const { state } = play(...grateful, [3 * HOUR, STAFF, thanked('ty')]);
    expect(state).toMatchObject({
      status: 'RESOLVED',
      resolvedAt: HOUR,
      resolutionCode: 'FIXED',
      reopenCount: 1,
      reopening: null,
    });
  });

  test('a reopening asked for in so many words is none', () => {
    expect(play(...SOLVED, [2 * HOUR, CLIENT, { kind: 'REOPEN' }]).state?.reopening).toBeNull();
  });
});

const refusals: readonly (readonly [string, readonly Step[], TicketProblem])[] = [
  [
    'an incident has no agreed date',
    [
      [0, CLIENT, OPEN],
      [1, CLIENT, propose(DAY)],
    ],
    { kind: 'NO_DATE_FOR_TYPE', type: 'INCIDENT' },
  ],
  [
    'a date lies ahead',
    [...opened, [DAY, CLIENT, propose(DAY)]],
    { kind: 'NOT_IN_FUTURE', field: 'dueAt', until: DAY, now: DAY },
  ],
  [
    'a date that is agreed is not proposed again',
    [...dated, [2, STAFF, propose(5 * DAY)]],
    { kind: 'NOTHING_CHANGES', command: 'PROPOSE' },
  ],
  [
    'one proposal of a kind is answered before the next',
    [...dated, [2, STAFF, propose(9 * DAY)], [3, CLIENT, propose(8 * DAY, 'p2')]],
    { kind: 'PROPOSAL_OPEN', offer: 'DATE', proposalId: 'p1' },
  ],
  [
    'a date is not moved past an open proposal',
    [...dated, [2, STAFF, propose(9 * DAY)], [3, STAFF, move(8 * DAY, true)]],
    { kind: 'PROPOSAL_OPEN', offer: 'DATE', proposalId: 'p1' },
  ],
  [
    'what nobody proposed is not answered',
    [...dated, [2, CLIENT, answer(true)]],
    { kind: 'PROPOSAL_UNKNOWN', field: 'proposalId', proposalId: 'p1' },
  ],
  [
    'nobody agrees to one’s own side’s proposal',
    [...dated, [2, STAFF, propose(9 * DAY)], [3, STAFF, answer(true)]],
    { kind: 'PROPOSAL_OF_OWN_SIDE', field: 'proposalId', proposalId: 'p1' },
  ],
  [
    'a date that has passed meanwhile is not agreed to',
    [...dated, [2, STAFF, propose(DAY)], [2 * DAY, CLIENT, answer(true)]],
    { kind: 'NOT_IN_FUTURE', field: 'dueAt', until: DAY, now: 2 * DAY },
  ],
  ['a first date needs the client', [...opened, [2, STAFF, move(DAY, false)]], { kind: 'NO_DATE_YET', field: 'dueAt' }],
  [
    'a move needs a reason, with consent too',
    [...dated, [2, STAFF, move(DAY, true, null)]],
    { kind: 'MOVE_NEEDS_REASON', field: 'reasonTextId' },
  ],
  [
    'a move lies ahead',
    [...dated, [2, STAFF, move(1, true)]],
    { kind: 'NOT_IN_FUTURE', field: 'dueAt', until: 1, now: 2 },
  ],
  [
    'the version that binds is not proposed',
    [
      ...opened,
      [
        1,
        STAFF,
        { kind: 'PROPOSE', proposalId: 'r', offer: { kind: 'REBINDING', binding: BINDING }, reasonTextId: null },
      ],
    ],
    { kind: 'NOTHING_CHANGES', command: 'PROPOSE' },
  ],
  [
    'that it is accountable is not the client’s to propose',
    [
      ...opened,
      [
        1,
        CLIENT,
        {
          kind: 'PROPOSE',
          proposalId: 'a',
          offer: { kind: 'CLIENT_ACCOUNTABLE', activity: { ko: 'ㄱ', en: 'a' } },
          reasonTextId: null,
        },
      ],
    ],
    { kind: 'NOT_ALLOWED_FOR_SIDE', command: 'PROPOSE', side: 'CLIENT', field: 'offer' },
  ],
  [
    'only waiting is contested',
    [...ASKED, [9, CLIENT, contest(3)]],
    { kind: 'WAIT_UNKNOWN', field: 'waitingSeq', waitingSeq: 3 },
  ],
  [
    'contesting needs a reason',
    [...ASKED, [9, CLIENT, contest(4, null)]],
    { kind: 'CONTEST_NEEDS_REASON', field: 'reasonTextId' },
  ],
  [
    'waiting is contested once',
    [...ASKED, [9, CLIENT, contest(4)], [10, CLIENT, settle(4)], [11, CLIENT, contest(4)]],
    { kind: 'WAIT_CONTESTED', field: 'waitingSeq', waitingSeq: 4 },
  ],
  [
    'the provider contests nothing',
    [...ASKED, [9, STAFF, contest(4)]],
    { kind: 'NOT_ALLOWED_FOR_SIDE', command: 'CONTEST_WAITING', side: 'PROVIDER', field: null },
  ],
  [
    'what is not contested is not settled',
    [...ASKED, [9, STAFF, settle(4)]],
    { kind: 'WAIT_NOT_CONTESTED', field: 'waitingSeq', waitingSeq: 4 },
  ],
  [
    'waiting that never was is not settled',
    [...ASKED, [9, STAFF, settle(7)]],
    { kind: 'WAIT_UNKNOWN', field: 'waitingSeq', waitingSeq: 7 },
  ],
  [
    'a question is no thank-you once it was answered',
    [...SOLVED, [2 * HOUR, CLIENT, reply('ty')], [3 * HOUR, STAFF, reply('m2')], [4 * HOUR, STAFF, thanked('ty')]],
    { kind: 'NOT_A_THANK_YOU', field: 'messageId', messageId: 'ty' },
  ],
  [
    'nor when the client said more',
    [...SOLVED, [2 * HOUR, CLIENT, reply('ty')], [3 * HOUR, CLIENT, reply('ps')], [4 * HOUR, STAFF, thanked('ty')]],
    { kind: 'NOT_A_THANK_YOU', field: 'messageId', messageId: 'ty' },
  ],
  [
    'another message is no thank-you',
    [...SOLVED, [2 * HOUR, CLIENT, reply('ty')], [3 * HOUR, STAFF, thanked('m1')]],
    { kind: 'NOT_A_THANK_YOU', field: 'messageId', messageId: 'm1' },
  ],
];

test.each(refusals)('%s', (_name, steps, problem) => {
  expect(play(...steps).problem).toEqual(problem);
});

describe('what law asks for after a security incident', () => {
  const incident: readonly Step[] = [[5, CLIENT, { ...OPEN, type: 'SECURITY_INCIDENT' }]];
  const leak = (affected: boolean, awareAt: number): TicketCommand => ({
    kind: 'SET_PERSONAL_DATA',
    affected,
    awareAt,
  });
  const notice = (dutyId: string, givenAt: number, templateId = 'KR_INTRUSION'): TicketCommand => ({
    kind: 'GIVE_NOTICE',
    templateId,
    dutyId,
    givenAt,
  });

  test('counts from the opening, or from when the ticket became one', () => {
    expect(play(...incident).state?.security).toEqual({ awareAt: 5, leakAwareAt: null, notices: [] });
    const classify: TicketCommand = {
      kind: 'CLASSIFY',
      type: 'SECURITY_INCIDENT',
      impact: 2,
      urgency: 2,
      priority: 'KEEP',
      cause: 'CIRCUMSTANCES',
      reasonTextId: null,
    };
    expect(play([0, CLIENT, OPEN], [9, STAFF, classify]).state?.security.awareAt).toBe(9);
    expect(play([0, CLIENT, OPEN]).state?.security.awareAt).toBeNull();
    const back: TicketCommand = { ...classify, type: 'INCIDENT' };
    expect(play([0, CLIENT, OPEN], [9, STAFF, classify], [10, STAFF, back]).state?.security.awareAt).toBeNull();
  });

  test('a leak counts from when somebody knew, and can be taken back', () => {
    expect(play(...incident, [9, STAFF, leak(true, 3)]).state?.security.leakAwareAt).toBe(3);
    expect(
      play(...incident, [9, STAFF, leak(true, 3)], [10, STAFF, leak(false, 10)]).state?.security.leakAwareAt,
    ).toBeNull();
  });

  test('a notice is given once, when it was given', () => {
    expect(play(...incident, [9, STAFF, notice('REPORT_INTRUSION', 8)]).state?.security.notices).toEqual([
      { templateId: 'KR_INTRUSION', dutyId: 'REPORT_INTRUSION', at: 8 },
    ]);
  });

  const refused: readonly (readonly [string, readonly Step[], TicketProblem])[] = [
    [
      'other tickets owe no such notice',
      [
        [0, CLIENT, OPEN],
        [1, STAFF, leak(true, 1)],
      ],
      { kind: 'NOT_A_SECURITY_INCIDENT' },
    ],
    [
      'nor is one recorded for them',
      [
        [0, CLIENT, OPEN],
        [1, STAFF, notice('REPORT_INTRUSION', 1)],
      ],
      { kind: 'NOT_A_SECURITY_INCIDENT' },
    ],
    [
      'nobody knows ahead',
      [...incident, [9, STAFF, leak(true, 10)]],
      { kind: 'STILL_AHEAD', field: 'awareAt', at: 10, now: 9 },
    ],
    [
      'nothing is given ahead',
      [...incident, [9, STAFF, notice('REPORT_INTRUSION', 10)]],
      { kind: 'STILL_AHEAD', field: 'givenAt', at: 10, now: 9 },
    ],
    [
      'what no law asks for is unknown',
      [...incident, [9, STAFF, notice('TELL_THE_PRESS', 9)]],
      { kind: 'NOTICE_UNKNOWN', field: 'dutyId', dutyId: 'TELL_THE_PRESS' },
    ],
    [
      'a duty of another law is unknown',
      [...incident, [9, STAFF, notice('REPORT_INTRUSION', 9, 'EU_GDPR')]],
      { kind: 'NOTICE_UNKNOWN', field: 'dutyId', dutyId: 'REPORT_INTRUSION' },
    ],
    [
      'no leak is no news',
      [...incident, [9, STAFF, leak(false, 9)]],
      { kind: 'NOTHING_CHANGES', command: 'SET_PERSONAL_DATA' },
    ],
    [
      'the same leak is no news',
      [...incident, [9, STAFF, leak(true, 8)], [10, STAFF, leak(true, 8)]],
      { kind: 'NOTHING_CHANGES', command: 'SET_PERSONAL_DATA' },
    ],
    [
      'a notice is not given twice',
      [...incident, [9, STAFF, notice('REPORT_INTRUSION', 8)], [10, CLIENT, notice('REPORT_INTRUSION', 9)]],
      { kind: 'NOTICE_ALREADY_GIVEN', field: 'dutyId', at: 8 },
    ],
  ];

  test.each(refused)('%s', (_name, steps, problem) => {
    expect(play(...steps).problem).toEqual(problem);
  });
});
