import type { Clock, ClockExplanation, Instant, Segment } from '@daylight/domain';
import { HOUR, MINUTE, parseIso } from '@daylight/domain';
import { sayClock } from './clock.js';
import { sayDuration, sayLength } from './duration.js';
import { sayMark, saySegment } from './segment.js';

const zone = 'Asia/Seoul';
const at = (text: string): Instant => parseIso(`2026-${text.replace(' ', 'T')}:00+09:00`) ?? NaN;
const named = (ko: string, en: string) => ({ ko, en });

const clock: Clock = {
  kind: 'RESOLUTION',
  cycle: 1,
  state: 'RUNNING',
  targetId: 't',
  priority: 'P2',
  amount: { unit: 'MINUTES', minutes: 480 },
  targetMs: 8 * HOUR,
  calendarId: 'office',
  startedAt: at('08-03 10:00'),
  dueAt: at('08-03 18:00'),
  usedMs: 4 * HOUR + 12 * MINUTE,
  metAt: null,
  breachedAt: null,
  verdict: null,
  verdictAt: null,
  warnings: [],
};

const running: Segment = {
  from: at('08-03 10:00'),
  to: at('08-03 11:00'),
  cause: { kind: 'RUNNING' },
  countedMs: HOUR,
};
const waiting: Segment = {
  from: at('08-03 11:00'),
  to: at('08-04 04:00'),
  cause: {
    kind: 'WAITING',
    reason: 'CLIENT_INFO',
    name: named('고객 회신 대기', 'Waiting on client'),
    bySide: 'PROVIDER',
    byUserId: 'u',
  },
  countedMs: 0,
};
const holiday: Segment = {
  from: at('08-17 00:00'),
  to: at('08-18 00:00'),
  cause: { kind: 'HOLIDAY', date: '2026-08-17', name: named('광복절 대체공휴일', 'Liberation Day (substitute)') },
  countedMs: 0,
};
const overdue: Segment = {
  from: at('08-03 18:00'),
  to: at('08-04 11:00'),
  cause: { kind: 'OVERDUE' },
  countedMs: 2 * HOUR,
};

function account(
  change: Partial<Clock>,
  segments: readonly Segment[] = [running],
  marks: ClockExplanation['marks'] = [],
): ClockExplanation {
  return { clock: { ...clock, ...change }, asOf: at('08-04 12:00'), zone, segments, marks };
}

const moved = {
  kind: 'DATE_SET',
  at: at('08-03 11:00'),
  dueAt: at('08-07 12:00'),
  before: at('08-05 18:00'),
  cause: 'WITHOUT_CONSENT',
  bySide: 'PROVIDER',
  byUserId: 'u',
} as const;
const ifConceded = {
  state: 'BREACHED',
  dueAt: at('08-03 18:00'),
  usedMs: 9 * HOUR,
  metAt: null,
  breachedAt: at('08-03 18:00'),
  verdict: 'MISSED',
  verdictAt: at('08-03 18:00'),
} as const;

const rows: readonly (readonly [string, ClockExplanation, string, string])[] = [
  [
    'a running clock tells used time, target and due instant',
    account({}),
    '해결: 목표 8시간 중 4시간 12분이 경과했으며 처리 기한은 2026년 8월 3일(월) 18:00(Asia/Seoul)입니다.',
    'Resolution: 4 h 12 min of 8 h used, due Mon 3 Aug 2026, 18:00 (Asia/Seoul).',
  ],
  [
    'what was not counted is named once',
    account({}, [running, waiting, holiday, waiting, running]),
    '해결: 목표 8시간 중 4시간 12분이 경과했으며 처리 기한은 2026년 8월 3일(월) 18:00(Asia/Seoul)입니다(제외: 고객 회신 대기, 광복절 대체공휴일).',
    'Resolution: 4 h 12 min of 8 h used, due Mon 3 Aug 2026, 18:00 (Asia/Seoul) (not counted: Waiting on client, Liberation Day (substitute)).',
  ],
  [
    'a paused clock tells why and since when',
    account({ state: 'PAUSED', dueAt: null, usedMs: HOUR }, [running, waiting]),
    '해결: ‘고객 회신 대기’ 사유로 2026년 8월 3일(월) 11:00(Asia/Seoul)부터 시간 계산이 멈춰 있으며 목표 8시간 중 1시간이 경과했습니다.',
    'Resolution: paused since Mon 3 Aug 2026, 11:00 (Asia/Seoul) for “Waiting on client”, 1 h of 8 h used.',
  ],
  [
    'a clock whose waiting is contested tells both figures',
    account({ ifConceded }, [running, waiting]),
    '해결: 목표 8시간 중 4시간 12분이 경과했으며 처리 기한은 2026년 8월 3일(월) 18:00(Asia/Seoul)입니다(제외: 고객 회신 대기; 고객사 이의 제기 중, 대기 시간 산입 시 9시간 경과, 기한 초과, 처리 기한 2026년 8월 3일(월) 18:00(Asia/Seoul)).',
    'Resolution: 4 h 12 min of 8 h used, due Mon 3 Aug 2026, 18:00 (Asia/Seoul) (not counted: Waiting on client; contested: counting the waiting, 9 h used, overdue, due Mon 3 Aug 2026, 18:00 (Asia/Seoul)).',
  ],
  [
    'a clock that stands still but for contested waiting tells no due instant',
    account({ ifConceded: { ...ifConceded, state: 'PAUSED', dueAt: null } }),
    '해결: 목표 8시간 중 4시간 12분이 경과했으며 처리 기한은 2026년 8월 3일(월) 18:00(Asia/Seoul)입니다(고객사 이의 제기 중, 대기 시간 산입 시 9시간 경과, 일시 정지).',
    'Resolution: 4 h 12 min of 8 h used, due Mon 3 Aug 2026, 18:00 (Asia/Seoul) (contested: counting the waiting, 9 h used, paused).',
  ],
  [
    'an agreed date that was moved tells from where, by whom and how',
    account({ kind: 'AGREED_DATE' }, [running], [moved, { kind: 'WAITING_CONCEDED', at: at('08-03 12:00') }]),
    '합의 기한: 목표 8시간 중 4시간 12분이 경과했으며 처리 기한은 2026년 8월 3일(월) 18:00(Asia/Seoul)입니다(합의 기한 2026년 8월 5일(수) 18:00 → 2026년 8월 7일(금) 12:00(고객사 동의 없이 변경, 서비스 제공사); 이의 인정으로 대기 시간 산입).',
    'Agreed date: 4 h 12 min of 8 h used, due Mon 3 Aug 2026, 18:00 (Asia/Seoul) (agreed date Wed 5 Aug 2026, 18:00 → Fri 7 Aug 2026, 12:00 (moved without the client’s consent, by the provider); contested waiting was conceded).',
  ],
  [
    'the first date needs no remark',
    account({ kind: 'AGREED_DATE' }, [running], [{ ...moved, before: null }]),
    '합의 기한: 목표 8시간 중 4시간 12분이 경과했으며 처리 기한은 2026년 8월 3일(월) 18:00(Asia/Seoul)입니다.',
    'Agreed date: 4 h 12 min of 8 h used, due Mon 3 Aug 2026, 18:00 (Asia/Seoul).',
  ],
  [
    'a met clock tells when',
    account({
      kind: 'FIRST_RESPONSE',
      state: 'MET',
      metAt: at('08-03 10:20'),
      targetMs: 30 * MINUTE,
      usedMs: 20 * MINUTE,
    }),
    '최초 응답: 2026년 8월 3일(월) 10:20(Asia/Seoul)에 완료하여 기한을 준수했으며 목표 30분 중 20분이 걸렸습니다.',
    'First response: met in time on Mon 3 Aug 2026, 10:20 (Asia/Seoul), 20 min of 30 min used.',
  ],
  [
    'a missed clock says by how much',
    account({ state: 'BREACHED', breachedAt: at('08-03 18:00') }, [running, overdue]),
    '해결: 목표 8시간을 지키지 못했으며 처리 기한은 2026년 8월 3일(월) 18:00(Asia/Seoul), 현재 2시간 초과입니다.',
    'Resolution: target of 8 h missed, due Mon 3 Aug 2026, 18:00 (Asia/Seoul), now 2 h over.',
  ],
  [
    'a clock met late says so',
    account(
      { kind: 'NEXT_RESPONSE', cycle: 2, state: 'BREACHED', breachedAt: at('08-03 18:00'), metAt: at('08-04 11:00') },
      [running, overdue],
    ),
    '후속 응답 2회차: 목표 8시간을 지키지 못했고 처리 기한은 2026년 8월 3일(월) 18:00(Asia/Seoul), 완료는 2026년 8월 4일(화) 11:00(Asia/Seoul)로 2시간 초과입니다.',
    'Next response 2: target of 8 h missed, due Mon 3 Aug 2026, 18:00 (Asia/Seoul), done 2 h late on Tue 4 Aug 2026, 11:00 (Asia/Seoul).',
  ],
  [
    'changes of priority and reopenings are told',
    account(
      {},
      [running],
      [
        { kind: 'TARGET_CHANGED', at: at('08-03 10:30'), from: 'P3', to: 'P1' },
        { kind: 'REOPENED', at: at('08-03 12:00') },
      ],
    ),
    '해결: 목표 8시간 중 4시간 12분이 경과했으며 처리 기한은 2026년 8월 3일(월) 18:00(Asia/Seoul)입니다(우선순위 변경 P3→P1; 재접수).',
    'Resolution: 4 h 12 min of 8 h used, due Mon 3 Aug 2026, 18:00 (Asia/Seoul) (priority changed P3 to P1; reopened).',
  ],
  [
    'a cancelled clock has no verdict',
    account({ state: 'CANCELLED', dueAt: null, usedMs: 0 }),
    '해결: 판정 전에 취소되었으며 목표 8시간 중 0분이 경과한 상태였습니다.',
    'Resolution: cancelled before a verdict, 0 min of 8 h used.',
  ],
];

test.each(rows)('%s', (_, explanation, ko, en) => {
  expect([sayClock(explanation, 'ko'), sayClock(explanation, 'en')]).toEqual([ko, en]);
});

test('stretches are told with their length on the wall', () => {
  expect(saySegment(waiting, 'ko')).toBe('고객 회신 대기(서비스 제공사 설정), 17시간');
  expect(saySegment(waiting, 'en')).toBe('Waiting on client (set by the provider), 17 h');
  expect(saySegment(holiday, 'ko')).toBe('광복절 대체공휴일(2026-08-17), 24시간');
  expect(saySegment(holiday, 'en')).toBe('Liberation Day (substitute) (2026-08-17), 24 h');
});

test('points on the timeline are told in order of reading', () => {
  expect(sayMark({ kind: 'BREACHED', at: at('08-03 18:00') }, zone, 'ko')).toBe('2026년 8월 3일(월) 18:00 기한 초과');
  expect(sayMark({ kind: 'STARTED', at: at('08-03 10:00') }, zone, 'en')).toBe('Mon 3 Aug 2026, 10:00: started');
  expect(sayMark({ ...moved, before: null, cause: 'REQUESTED', bySide: 'CLIENT' }, zone, 'ko')).toBe(
    '2026년 8월 3일(월) 11:00 합의 기한 2026년 8월 7일(금) 12:00(고객사 요청, 고객사)',
  );
  expect(sayMark({ ...moved, before: null, cause: 'AGREED', bySide: 'CLIENT' }, zone, 'en')).toBe(
    'Mon 3 Aug 2026, 11:00: agreed date Fri 7 Aug 2026, 12:00 (agreed by both, by the client)',
  );
  const conceded = { kind: 'WAITING_CONCEDED', at: at('08-03 12:00') } as const;
  expect([sayMark(conceded, zone, 'ko'), sayMark(conceded, zone, 'en')]).toEqual([
    '2026년 8월 3일(월) 12:00 이의 인정, 대기 시간 산입',
    'Mon 3 Aug 2026, 12:00: contest conceded, the waiting counts',
  ]);
});

test('lengths are rounded down and never say nothing', () => {
  expect([0, 1, 59_999, MINUTE, 75 * MINUTE, 2 * HOUR].map((ms) => sayDuration(ms, 'ko'))).toEqual([
    '0분',
    '1분 미만',
    '1분 미만',
    '1분',
    '1시간 15분',
    '2시간',
  ]);
  expect([75 * MINUTE, 63 * HOUR].map((ms) => sayDuration(ms, 'en'))).toEqual(['1 h 15 min', '63 h']);
  expect([63 * HOUR, 48 * HOUR].map((ms) => sayLength(ms, 'en'))).toEqual(['2 d 15 h', '2 d']);
});
