import { termsWith } from '../sla/contract.fixture.js';
import { waitingName } from './waiting-name.js';

test.each([
  ['in the words of the terms', 'CLIENT_INFO', termsWith(), '고객 회신 대기'],
  ['out of contract in those of the default rules', 'CLIENT_APPROVAL', null, '고객 승인 대기'],
  ['a reason that nobody named by its key', 'CLIENT_APPROVAL', termsWith(), 'CLIENT_APPROVAL'],
  [
    'what the client is accountable for alike everywhere',
    'CLIENT_ACCOUNTABLE',
    termsWith(),
    '고객사 책임 업무 진행 중',
  ],
] as const)('waiting is called %s', (_name, reason, terms, ko) => {
  expect(waitingName(reason, terms).ko).toBe(ko);
});
