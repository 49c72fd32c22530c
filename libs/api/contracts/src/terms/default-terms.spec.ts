import { parseTerms, PRIORITIES } from '@daylight/domain';
import { defaultTerms } from './default-terms.js';

const SERVICE = {
  id: 's1',
  code: 'S1',
  category: 'INFRASTRUCTURE',
  name: { ko: '서버 운영', en: 'Servers' },
  archived: false,
  version: 1,
};

it.each([
  ['MANAGED', 'Asia/Seoul', true],
  ['MANAGED', 'Asia/Seoul', false],
  ['PILOT', 'America/New_York', true],
  ['MANAGED', 'Asia/Kathmandu', true],
] as const)('what a new %s contract in %s starts from is what contracts accept', (kind, zone, hasTermEnd) => {
  const terms = defaultTerms({ kind, zone, hasTermEnd, services: [SERVICE], calendars: [] });
  expect(parseTerms(terms)).toEqual({ kind: 'valid', terms });
});

it('every priority has a first response and a resolution', () => {
  const terms = defaultTerms({
    kind: 'MANAGED',
    zone: 'Asia/Seoul',
    hasTermEnd: true,
    services: [SERVICE],
    calendars: [],
  });
  const targets = terms.policies.flatMap((policy) => policy.targets);
  for (const clock of ['FIRST_RESPONSE', 'RESOLUTION']) {
    expect(targets.filter((target) => target.clock === clock).map((target) => target.priority)).toEqual(PRIORITIES);
  }
});

it('Korean contracts follow Korea’s holidays and count in won', () => {
  const terms = defaultTerms({
    kind: 'MANAGED',
    zone: 'Asia/Seoul',
    hasTermEnd: true,
    services: [SERVICE],
    calendars: [],
  });
  expect(terms.currency).toBe('KRW');
  expect(terms.calendars.map((calendar) => calendar.holidayRegion)).toEqual([null, 'KR']);
});
