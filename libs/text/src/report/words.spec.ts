import { sayDifference, sectionTitle } from './words.js';

const named = () => 'ACME-7';

it('a ticket whose events were altered is named in both languages', () => {
  const difference = { kind: 'TICKET_LOG', ticketId: 't7' } as const;
  expect(sayDifference(difference, named, 'ko')).toBe('ACME-7: 발행 이후에 이벤트 기록이 변경되었습니다.');
  expect(sayDifference(difference, named, 'en')).toBe('ACME-7: its events were altered after publishing.');
});

it('a figure that differs is named with its clock', () => {
  const difference = { kind: 'FIGURE', key: 'SLA_ATTAINMENT', clock: 'RESTORE', before: 10_000, after: 9_000 } as const;
  expect(sayDifference(difference, named, 'en')).toBe(
    'SLA attainment · Restore: recomputed, it differs from what was published.',
  );
});

it('parts of a review have titles in both languages', () => {
  expect([sectionTitle('SUMMARY', 'ko'), sectionTitle('OUTLOOK', 'en')]).toEqual(['총평', 'Outlook']);
});
