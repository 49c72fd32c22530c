import { sayAddendum } from './addendum.js';
import { sayToldOfTerm, type ToldOfTerm } from './of-term.js';
import { sayToldOfTicket, TOLD_OF_TICKET } from './of-ticket.js';

const TERM: ToldOfTerm = {
  ...{ mark: 'NOTICE_AHEAD', atEnd: 'RENEW', days: '30', termEnd: '2026-12-31', noticeBy: '2026-12-01' },
  ...{ until: null, late: false },
};
const ended = (more: Partial<ToldOfTerm>): ToldOfTerm => ({ ...TERM, days: null, ...more });

test.each([
  [
    TERM,
    '계약 해지 통보 기한(2026-12-01)까지 30일 남았습니다. 통보가 없으면 자동 갱신됩니다.',
    '30 days left to give notice (last day 2026-12-01); without notice it renews.',
  ],
  [
    { ...TERM, mark: 'END_AHEAD', days: '1', late: true },
    '계약 기간이 2026-12-31에 끝납니다(1일 남음). 자동 갱신될 예정입니다. (지연 안내)',
    'The term of the contract ends in 1 day, with 2026-12-31; it is going to renew. (told late)',
  ],
  [
    { ...TERM, mark: 'END_AHEAD', atEnd: 'END', days: '7', noticeBy: null },
    '계약 만료일(2026-12-31)까지 7일 남았습니다. 이후 계약이 종료됩니다.',
    'The contract ends in 7 days, with 2026-12-31.',
  ],
  [
    ended({ mark: 'RENEWED', until: '2027-12-31' }),
    '계약이 2027-12-31까지 자동 갱신되었습니다.',
    'The contract has renewed until 2027-12-31.',
  ],
  [
    ended({ mark: 'HELD_OVER', atEnd: 'HOLDOVER' }),
    '계약 기간이 2026-12-31에 끝났으며, 종료 통보 시까지 같은 조건으로 계속됩니다.',
    'The term of the contract ended with 2026-12-31; it goes on as agreed until somebody ends it.',
  ],
  [
    ended({ mark: 'ENDED', atEnd: 'END' }),
    '계약이 2026-12-31에 종료되었습니다. 이후 접수되는 문의는 계약 범위 외로 처리됩니다.',
    'The contract ended with 2026-12-31. Tickets opened since are out of contract.',
  ],
  [
    ended({ mark: 'NOTICE_BY_CLIENT' }),
    '고객사가 계약 해지를 통보했습니다. 계약은 2026-12-31에 종료됩니다.',
    'The client has given notice: the contract ends with 2026-12-31.',
  ],
  [
    ended({ mark: 'NOTICE_BY_PROVIDER' }),
    '서비스 제공사가 계약 해지를 통보했습니다. 계약은 2026-12-31에 종료됩니다.',
    'The provider has given notice: the contract ends with 2026-12-31.',
  ],
])('what is told of a term', (told, ko, en) => {
  expect([sayToldOfTerm(told, 'ko'), sayToldOfTerm(told, 'en')]).toEqual([ko, en]);
});

test.each([
  [
    'TICKET_PROPOSED',
    { offer: 'CLIENT_ACCOUNTABLE' },
    'You are asked to confirm that this is the client’s own responsibility.',
  ],
  [
    'TICKET_ANSWERED',
    { answer: 'DEEMED' },
    'Nobody objected in the time that the contract allows, so the proposal counts as agreed.',
  ],
  [
    'TICKET_DATE_SET',
    { cause: 'WITHOUT_CONSENT' },
    'The agreed date was moved without the client’s consent, which counts as missed.',
  ],
  ['TICKET_CONTEST_SETTLED', { outcome: 'CONCEDED' }, 'The objection was conceded: the waiting counts.'],
  ['TICKET_NOTICE_BREACHED', { kind: 'STATUTORY/gone/GONE' }, 'A notice asked for by law: overdue by law.'],
  ['CLOCK_DUE_MOVED', { kind: 'RESOLUTION' }, 'Resolution: the due time moved because a public holiday changed.'],
] as const)('%s of %j says what happened', (kind, data, sentence) => {
  expect(sayToldOfTicket(kind, data, 'en')).toBe(sentence);
});

test.each(TOLD_OF_TICKET)('%s has a sentence of its own in both languages, whatever the event said', (kind) => {
  const [ko, en] = [sayToldOfTicket(kind, {}, 'ko'), sayToldOfTicket(kind, {}, 'en')];
  expect(ko).toMatch(/[가-힣].*\.$/);
  expect(en).toMatch(/^[^가-힣]+\.$/);
});

const changed = { ticket: 'ACME-7', clock: 'NEXT_RESPONSE', cycle: 2, before: 'MET', after: 'MISSED' } as const;
test.each([
  [
    { ...changed, cause: 'CONTEST_SETTLED' },
    'ACME-7 후속 응답 2회차: 대기 시간에 대한 이의가 처리되어 판정이 ‘준수’에서 ‘미준수’(으)로 변경되었습니다. 발행된 수치는 그대로 유지됩니다.',
    'ACME-7, Next response 2: met before, missed now. The objection to waiting that stopped the clock was settled. The published figures stand.',
  ],
  [
    { ...changed, ticket: null, before: 'MISSED', after: 'NONE', cause: 'REBOUND' },
    '비공개 문의 후속 응답 2회차: 양측이 다른 계약 개정본을 적용하기로 합의하여 판정이 ‘미준수’에서 ‘목표 없음’(으)로 변경되었습니다. 발행된 수치는 그대로 유지됩니다.',
    'Confidential ticket, Next response 2: missed before, without a target now. Both parties agreed to judge it by another version of the contract. The published figures stand.',
  ],
] as const)('what an addendum says of a verdict that changed', (told, ko, en) => {
  expect([sayAddendum(told, 'ko'), sayAddendum(told, 'en')]).toEqual([ko, en]);
});
