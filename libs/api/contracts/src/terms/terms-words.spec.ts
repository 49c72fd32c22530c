import { diffTerms, type Terms } from '@daylight/domain';
import { defaultTerms } from './default-terms.js';
import { sayChange } from './terms-words.js';

const SERVICE = {
  id: 's1',
  code: 'S1',
  category: 'INFRASTRUCTURE',
  name: { ko: '서버 운영', en: 'Servers' },
  archived: false,
  version: 1,
};
const BEFORE = defaultTerms({
  kind: 'MANAGED',
  zone: 'Asia/Seoul',
  hasTermEnd: true,
  services: [SERVICE],
  calendars: [],
});

function words(after: Terms): readonly (readonly [string, string])[] {
  return diffTerms(BEFORE, after).map((change) => {
    const { text } = sayChange(change, BEFORE, after);
    return [text.ko, text.en] as const;
  });
}

function withTarget(change: Partial<Terms['policies'][number]['targets'][number]>): Terms {
  const policies = BEFORE.policies.map((policy) => ({
    ...policy,
    targets: policy.targets.map((target) => (target.id === 'p1-first-response' ? { ...target, ...change } : target)),
  }));
  return { ...BEFORE, policies };
}

it.each([
  [
    'a longer target',
    withTarget({ amount: { unit: 'MINUTES', minutes: 90 } }),
    '표준 SLA / P1 최초 응답 – 목표 시간 변경: 15분 → 1시간 30분',
    'Standard SLA / P1 first response – target time changed: 15 min → 1 h 30 min',
  ],
  [
    'a target in business days',
    withTarget({ amount: { unit: 'BUSINESS_DAYS', days: 1 } }),
    '표준 SLA / P1 최초 응답 – 목표 시간 변경: 15분 → 1영업일',
    'Standard SLA / P1 first response – target time changed: 15 min → 1 business day',
  ],
  [
    'fewer ticket types',
    withTarget({ types: ['INCIDENT'] }),
    '표준 SLA / P1 최초 응답 – 대상 티켓 유형 변경: 전체 → 장애',
    'Standard SLA / P1 first response – ticket types changed: all → incident',
  ],
  [
    'a fee',
    { ...BEFORE, monthlyFeeMinor: 5_000_000 },
    '월 요금 변경: 없음 → 5,000,000원',
    'monthly fee changed: none → KRW 5,000,000',
  ],
  [
    'another renewal',
    { ...BEFORE, renewal: { atEnd: 'HOLDOVER', renewMonths: 0, noticeDays: 60 } } as const,
    '갱신 조건 변경: 자동 갱신 12개월, 통보 30일 전 → 종료 통보 시까지 계속, 통보 60일 전',
    'renewal changed: renews for 12 months, 30 days’ notice → goes on until ended, 60 days’ notice',
  ],
  [
    'one more service',
    {
      ...BEFORE,
      services: [
        ...BEFORE.services,
        { ...BEFORE.services[0], serviceItemId: 's2', name: { ko: '백업', en: 'Backup' } } as Terms['services'][number],
      ],
    },
    '서비스 추가: 백업',
    'service added: Backup',
  ],
])('%s is said as people say it', (_, after, ko, en) => {
  expect(words(after)).toEqual([[ko, en]]);
});

it('a very long text is cut in the sentence, not in the terms', () => {
  const services = BEFORE.services.map((service) => ({ ...service, inScope: { ko: '가'.repeat(5000), en: 'x' } }));
  const [said] = words({ ...BEFORE, services });
  expect(said?.[0].length).toBeLessThan(500);
});
