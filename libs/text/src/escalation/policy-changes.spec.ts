import type { EscalationPolicy } from '@daylight/domain';
import { policyChanges } from '@daylight/domain';
import { sayPolicyBeginning, sayPolicyChange, type PolicyWords } from './policy-changes.js';

const words = (language: 'ko' | 'en'): PolicyWords => ({
  language,
  contacts: new Map([['kim', '김지훈']]),
  contracts: new Map([['c1', '한빛정밀 운영 계약']]),
  schedules: [{ id: 'infra', name: { ko: '인프라', en: 'Infrastructure' } }],
  teams: [{ id: 'ops', name: { ko: '운영', en: 'Operations' } }],
});
const wall = (minutes: number) => ({ unit: 'WALL_MINUTES', minutes }) as const;
const kim = { kind: 'CONTACT', contactId: 'kim' } as const;
const gone = { kind: 'CONTACT', contactId: 'gone' } as const;

const before: EscalationPolicy = {
  ...{ id: 'p', name: { ko: '기본', en: 'Default' }, scope: { contractIds: [], priorities: ['P1'], types: [] } },
  steps: [
    { id: 's1', delay: wall(0), targets: [{ kind: 'SCHEDULE', scheduleId: 'infra' }] },
    { id: 's2', delay: wall(15), targets: [kim] },
  ],
  ...{ repeats: 0, afterLastStep: wall(10), fallback: [kim] },
};
const after: EscalationPolicy = {
  ...before,
  name: { ko: '야간', en: 'Night' },
  scope: { contractIds: ['c1'], priorities: [], types: ['INCIDENT'] },
  steps: [
    {
      id: 's2',
      delay: { unit: 'CALENDAR_MINUTES', minutes: 1, calendarId: 'c' },
      targets: [{ kind: 'TEAM', teamId: 'ops' }],
    },
    { id: 's3', delay: wall(30), targets: [{ kind: 'ROLE', side: 'PROVIDER', role: '팀장' }] },
  ],
  ...{ repeats: 1, afterLastStep: wall(5), fallback: [kim, gone] },
};
const said = (language: 'ko' | 'en') =>
  policyChanges({ policy: before, archived: false }, { policy: after, archived: true }).map((change) =>
    sayPolicyChange(change, words(language)),
  );

test('who changed what is read in Korean, in the order of the form', () => {
  expect(said('ko')).toEqual([
    '사용 중지',
    '이름: 기본 → 야간',
    '대상 계약: 전체 → 한빛정밀 운영 계약',
    '대상 우선순위: P1 → 전체',
    '대상 유형: 전체 → 장애',
    '1단계 삭제: 0분, 온콜 인프라',
    '1단계 대기: 15분 → 서비스 제공 시간 1분',
    '1단계 대상: 추가 운영 팀, 제외 김지훈',
    '2단계 추가: 30분, 팀장',
    '반복 횟수: 0 → 1',
    '마지막 단계 이후 대기: 10분 → 5분',
    '최종 연락처: 추가 gone',
  ]);
});

test('and in English', () => {
  expect(said('en')).toEqual([
    'Taken out of use',
    'Name: Default → Night',
    'Contracts: all → 한빛정밀 운영 계약',
    'Priorities: P1 → all',
    'Types: all → incidents',
    'Step 1 removed: 0 minutes, on call: Infrastructure',
    'Step 1, wait: 15 minutes → 1 service-hour minute',
    'Step 1, who is called: added team Operations, removed 김지훈',
    'Step 2 added: 30 minutes, 팀장',
    'Repeats: 0 → 1',
    'Wait after the last step: 10 minutes → 5 minutes',
    'Fallback: added gone',
  ]);
});

test('a first version is told by its steps', () => {
  expect(sayPolicyBeginning(before.steps, words('ko'))).toEqual(['1단계: 0분, 온콜 인프라', '2단계: 15분, 김지훈']);
  expect(sayPolicyBeginning(before.steps, words('en'))[1]).toBe('Step 2: 15 minutes, 김지훈');
});

test('an order that changed, and a return', () => {
  expect(sayPolicyChange({ kind: 'STEP_MOVED', from: 2, to: 1 }, words('ko'))).toBe('순서: 2단계 → 1단계');
  expect(sayPolicyChange({ kind: 'STEP_MOVED', from: 2, to: 1 }, words('en'))).toBe('Order: step 2 → step 1');
  expect(sayPolicyChange({ kind: 'RESTORED' }, words('ko'))).toBe('다시 사용');
  expect(sayPolicyChange({ kind: 'RESTORED' }, words('en'))).toBe('Brought back into use');
});
