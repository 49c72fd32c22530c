import type { Callable } from '@daylight/domain';
import { sayCallToClient } from './client-calls.js';

const contact: Callable['contact'] = {
  ...{ id: 'c', tenantId: null, personId: 'kim', side: 'PROVIDER', order: 1, role: '인프라 2팀', languages: ['ko'] },
  ...{
    name: '',
    channels: [],
    zone: 'Asia/Seoul',
    hoursCalendarId: null,
    validFrom: 0,
    validTo: null,
    lastVerifiedAt: null,
  },
};
const channel = (kind: 'SMS' | 'VOICE') => ({ id: kind, kind, address: '', bouncedAt: null });
const channels = [channel('SMS'), channel('VOICE'), channel('SMS')];

test('a person whom the provider shows is named, with the ways to reach them', () => {
  const call: Callable = {
    target: { kind: 'CONTACT', contactId: 'c' },
    contact: { ...contact, name: '정하린' },
    channels,
  };
  expect(sayCallToClient(call, 'ko')).toBe('정하린, 문자·전화');
  expect(sayCallToClient(call, 'en')).toBe('정하린, text message, phone');
});

test.each([
  [{ kind: 'SCHEDULE', scheduleId: 's' }, '당직 엔지니어, 문자·전화', 'engineer on call, text message, phone'],
  [{ kind: 'TEAM', teamId: 't' }, '담당 팀 엔지니어, 문자·전화', 'engineer of the team in charge, text message, phone'],
  [
    { kind: 'ROLE', side: 'PROVIDER', role: '인프라 2팀' },
    '서비스 제공사 담당자, 문자·전화',
    'person in charge at the provider, text message, phone',
  ],
] as const)('somebody it does not show is told by what they are there for: %j', (target, ko, en) => {
  const call: Callable = { target, contact, channels };
  expect([sayCallToClient(call, 'ko'), sayCallToClient(call, 'en')]).toEqual([ko, en]);
});
