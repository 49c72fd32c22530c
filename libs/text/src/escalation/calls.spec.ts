import type { EscalationContact, EscalationDirectory, SkipReason } from '@daylight/domain';
import { CHANNEL_KINDS, parseIso, simulate, whoToCall } from '@daylight/domain';
import { sayCall, sayGap, saySimulation, saySkipped } from './calls.js';
import { bearerName, channelName, loadFlagName, recipientName, targetName } from './names.js';
import { saySkipReason } from './reasons.js';

const zone = 'Asia/Seoul';
const named = (ko: string, en: string) => ({ ko, en });
const seoul = (text: string) => parseIso(`2026-${text.replace(' ', 'T')}:00+09:00`) ?? NaN;
const sundayNight = seoul('11-22 03:00');

const contact = (id: string, name: string, change: Partial<EscalationContact> = {}): EscalationContact => ({
  id,
  tenantId: null,
  personId: id,
  name,
  side: 'PROVIDER',
  order: 1,
  role: '인프라 팀장',
  channels: [
    { id: 'a', kind: 'SMS', address: '+82 10 1234 5678', bouncedAt: null },
    { id: 'b', kind: 'VOICE', address: '+82 10 1234 5678', bouncedAt: null },
  ],
  languages: ['ko'],
  zone,
  hoursCalendarId: null,
  validFrom: 0,
  validTo: null,
  lastVerifiedAt: null,
  ...change,
});

const wall = (minutes: number) => ({ unit: 'WALL_MINUTES', minutes }) as const;

const directory: EscalationDirectory = {
  contacts: [
    contact('kim', '김지훈'),
    contact('lee', '이서연', { role: '팀장', validFrom: seoul('12-01 09:00') }),
    contact('park', '박민준', { role: '본부장' }),
  ],
  schedules: [
    {
      id: 'infra',
      name: named('인프라', 'Infrastructure'),
      zone,
      layers: [
        {
          id: 'l',
          name: named('기본', 'Primary'),
          rotation: { kind: 'DAILY', handOver: '09:00' },
          participants: ['kim'],
          startDate: '2026-01-01',
          endDate: null,
          hours: null,
        },
      ],
      swaps: [],
      overrides: [],
    },
  ],
  teams: [{ id: 't', name: named('운영', 'Operations'), memberIds: [] }],
  policies: [
    {
      id: 'p',
      name: named('기본', 'Default'),
      scope: { contractIds: [], priorities: [], types: [] },
      steps: [
        { id: 's1', delay: wall(0), targets: [{ kind: 'SCHEDULE', scheduleId: 'infra' }] },
        {
          id: 's2',
          delay: wall(15),
          targets: [
            { kind: 'ROLE', side: 'PROVIDER', role: '팀장' },
            { kind: 'TEAM', teamId: 't' },
          ],
        },
      ],
      repeats: 0,
      afterLastStep: wall(10),
      fallback: [{ kind: 'CONTACT', contactId: 'park' }],
    },
  ],
  calendarOf: () => null,
};
const incident = { tenantId: 'hanbit', contractId: null, priority: 'P1', type: 'INCIDENT' } as const;
const said = (house: EscalationDirectory, language: 'ko' | 'en') => {
  const simulation = simulate(house, incident, sundayNight);
  return simulation === null ? [] : saySimulation(simulation, { directory: house, zone, language });
};

test('P1 at 03:00 on Sunday is told step by step in Korean', () => {
  expect(said(directory, 'ko')).toEqual([
    '2026년 11월 22일(일) 03:00(Asia/Seoul)에 발생하면 다음과 같이 연락합니다.',
    '2026년 11월 22일(일) 03:00, 1회차 1단계: 김지훈(온콜 인프라), 문자·전화',
    '2026년 11월 22일(일) 03:15, 1회차 2단계: 연락 가능한 사람 없음 (제외: 이서연: 2026년 12월 1일(화) 09:00부터 유효한 연락처; 운영 팀: 팀원 없음)',
    '2026년 11월 22일(일) 03:25까지 확인 응답이 없으면: 최종 연락처 박민준, 문자·전화, 관리자에게 경보 발송',
  ]);
});

test('and in English', () => {
  expect(said(directory, 'en')).toEqual([
    'If it happens on Sun 22 Nov 2026, 03:00 (Asia/Seoul):',
    'Sun 22 Nov 2026, 03:00, round 1, step 1: 김지훈 (on call: Infrastructure), text message, phone',
    'Sun 22 Nov 2026, 03:15, round 1, step 2: nobody can be reached (not called: 이서연: valid only from Tue 1 Dec 2026, 09:00; team Operations: the team has no members)',
    'Without an acknowledgement by Sun 22 Nov 2026, 03:25: fallback 박민준, text message, phone, and the administrators are alarmed',
  ]);
});

test('a fallback that cannot be reached is told, and rounds are numbered', () => {
  const policies = directory.policies.map((policy) => ({ ...policy, repeats: 1 }));
  const house = { ...directory, policies, contacts: directory.contacts.filter(({ id }) => id !== 'park') };
  expect(said(house, 'ko').map((line) => line.split(', ')[1]?.slice(0, 7))).toEqual([
    undefined,
    ...['1회차 1단계', '1회차 2단계', '2회차 1단계', '2회차 2단계'],
    '관리자에게 경',
  ]);
  expect(said(house, 'ko').at(-1)).toBe(
    '2026년 11월 22일(일) 03:50까지 확인 응답이 없으면: 연락 가능한 최종 연락처 없음 (제외: park: 연락처를 찾을 수 없음), 관리자에게 경보 발송',
  );
  expect(said(house, 'en').at(-1)).toBe(
    'Without an acknowledgement by Sun 22 Nov 2026, 03:50: no fallback can be reached (not called: park: contact not found), and the administrators are alarmed',
  );
});

test('a list of whom to call is told entry by entry', () => {
  const list = whoToCall(directory, incident, sundayNight);
  const words = { directory, zone, language: 'ko' } as const;
  expect(list.callable.map((entry) => sayCall(entry, words))).toEqual(['김지훈(온콜 인프라), 문자·전화']);
  expect(list.skipped.map((entry) => saySkipped(entry, words))).toEqual([
    '이서연: 2026년 12월 1일(화) 09:00부터 유효한 연락처',
    '운영 팀: 팀원 없음',
  ]);
});

test('an unknown person on shift is named by id', () => {
  const target = { kind: 'CONTACT', contactId: 'c9' } as const;
  const nobody = { target, contactId: null, personId: null, name: null, reason: { kind: 'UNKNOWN_CONTACT' } } as const;
  const words = { directory, zone, language: 'en' } as const;
  expect(saySkipped(nobody, words)).toBe('c9: contact not found');
  expect(saySkipped({ ...nobody, contactId: 'c8' }, words)).toBe('c8: contact not found');
  expect(saySkipped({ ...nobody, personId: 'ghost' }, words)).toBe('ghost: contact not found');
});

const reasons: readonly (readonly [SkipReason, string, string])[] = [
  [
    { kind: 'NOT_YET_VALID', from: sundayNight },
    '2026년 11월 22일(일) 03:00부터 유효한 연락처',
    'valid only from Sun 22 Nov 2026, 03:00',
  ],
  [
    { kind: 'NO_LONGER_VALID', since: sundayNight },
    '2026년 11월 22일(일) 03:00에 유효 기간 종료',
    'no longer valid since Sun 22 Nov 2026, 03:00',
  ],
  [{ kind: 'NO_CHANNEL' }, '등록된 연락 수단 없음', 'no channel on record'],
  [
    { kind: 'ALL_CHANNELS_BOUNCED', since: sundayNight },
    '2026년 11월 22일(일) 03:00부터 모든 연락 수단 전달 실패',
    'every channel failing since Sun 22 Nov 2026, 03:00',
  ],
  [{ kind: 'UNKNOWN_CALENDAR', calendarId: 'x' }, '연락 가능 시간표를 찾을 수 없음', 'contact hours not found'],
  [
    { kind: 'OUTSIDE_OWN_HOURS', nextOpen: sundayNight },
    '연락 가능 시간 외, 다음 가능 시각 2026년 11월 22일(일) 03:00',
    'outside contact hours until Sun 22 Nov 2026, 03:00',
  ],
  [{ kind: 'OUTSIDE_OWN_HOURS', nextOpen: null }, '연락 가능 시간 없음', 'no contact hours'],
  [{ kind: 'UNKNOWN_CONTACT' }, '연락처를 찾을 수 없음', 'contact not found'],
  [{ kind: 'UNKNOWN_PERSON' }, '비상연락망에 등록되지 않은 사람', 'not on the list of contacts'],
  [{ kind: 'UNKNOWN_SCHEDULE' }, '온콜 일정을 찾을 수 없음', 'on-call schedule not found'],
  [{ kind: 'UNKNOWN_TEAM' }, '팀을 찾을 수 없음', 'team not found'],
  [
    { kind: 'NOBODY_ON_SHIFT', nextFrom: sundayNight },
    '당직자 없음, 다음 당직 시작 2026년 11월 22일(일) 03:00',
    'nobody on call until Sun 22 Nov 2026, 03:00',
  ],
  [{ kind: 'NOBODY_ON_SHIFT', nextFrom: null }, '당직자 없음', 'nobody on call'],
  [{ kind: 'NOBODY_IN_ROLE' }, '해당 역할의 담당자 없음', 'nobody has this role'],
  [{ kind: 'EMPTY_TEAM' }, '팀원 없음', 'the team has no members'],
  [{ kind: 'ALREADY_LISTED' }, '이미 호출 대상에 포함됨', 'already being called'],
];
test.each(reasons)('%j is told in both languages', (reason, ko, en) => {
  expect([saySkipReason(reason, zone, 'ko'), saySkipReason(reason, zone, 'en')]).toEqual([ko, en]);
});

test('a gap is told with its priority and its ends', () => {
  const gap = {
    tenantId: 't',
    priority: 'P1',
    policyId: null,
    types: [],
    from: sundayNight,
    to: seoul('11-23 09:00'),
  } as const;
  expect(sayGap(gap, zone, 'ko')).toBe(
    'P1: 2026년 11월 22일(일) 03:00 ~ 2026년 11월 23일(월) 09:00(Asia/Seoul) 사이에 연락 가능한 사람이 없습니다.',
  );
  expect(sayGap(gap, zone, 'en')).toBe(
    'P1: nobody can be reached from Sun 22 Nov 2026, 03:00 to Mon 23 Nov 2026, 09:00 (Asia/Seoul).',
  );
});

test('targets, channels, flags and parties have names', () => {
  const target = (language: 'ko' | 'en') =>
    (
      [
        { kind: 'CONTACT', contactId: 'kim' },
        { kind: 'ROLE', side: 'CLIENT', role: '담당자' },
        { kind: 'SCHEDULE', scheduleId: 'gone' },
        { kind: 'TEAM', teamId: 't' },
      ] as const
    ).map((one) => targetName(one, directory, language));
  expect(target('ko')).toEqual([null, '담당자', '온콜 gone', '운영 팀']);
  expect(target('en')).toEqual([null, '담당자', 'on call: gone', 'team Operations']);
  expect(CHANNEL_KINDS.map((kind) => channelName(kind, 'ko'))).toEqual([
    '이메일',
    '문자',
    '전화',
    '메신저',
    '채팅 채널',
  ]);
  expect(CHANNEL_KINDS.map((kind) => channelName(kind, 'en'))).toEqual([
    'e-mail',
    'text message',
    'phone',
    'messenger',
    'chat channel',
  ]);
  expect([loadFlagName('ON_HOLIDAY', 'ko'), loadFlagName('NIGHTS_OVER_LIMIT', 'en')]).toEqual([
    '공휴일 당직',
    'Too many nights on call this week',
  ]);
  expect([bearerName('PROCESSOR', 'ko'), recipientName('USERS', 'en')]).toEqual(['수탁자(서비스 제공사)', 'Users']);
});
