import { callTitle, shortCall, spokenCall } from './short-call.js';

const call = { number: 'ACME-42', subject: 'Database down', tenantName: 'ACME', priority: 'P1' };
const url = 'https://daylight.example/e/x';

it.each([
  ['ko', '[비상 호출 P1] ACME-42 Database down\n고객사: ACME\n응답: https://daylight.example/e/x'],
  ['en', '[Call P1] ACME-42 Database down\nClient: ACME\nAnswer: https://daylight.example/e/x'],
] as const)('a text message in %s says what, whose and where to answer', (language, expected) => {
  expect(shortCall({ call, url, late: false }, language)).toBe(expected);
});

it('a late call says so', () => {
  expect(shortCall({ call, url, late: true }, 'ko')).toContain('[비상 호출 P1 지연]');
  expect(callTitle({ call, late: true }, 'en')).toBe('Call P1 (late): ACME-42');
});

it('a confidential ticket is named by its number, also when it is spoken of', () => {
  const hidden = { ...call, subject: null };
  expect(shortCall({ call: hidden, url, late: false }, 'ko')).toContain('ACME-42 비공개 문의');
  expect(spokenCall({ call: hidden }, 'en')).toContain('Confidential ticket');
});

it('a long subject doesn’t make a message that no gateway takes', () => {
  const long = { ...call, subject: 'x'.repeat(2_000) };
  expect(shortCall({ call: long, url, late: false }, 'en').length).toBeLessThan(250);
});
