import { queueName } from '@daylight/api-mail';
import { parseConfig } from '@daylight/api-platform';
import { handlersOf, slicesOf } from './slices.js';

const config = parseConfig({ DAYLIGHT_SECRET: 'x'.repeat(32) });

test('every queue that features put jobs into has a handler', () => {
  expect([...handlersOf(slicesOf(config)).keys()].sort()).toEqual([
    'alert-settle',
    'alert-silence',
    'availability-keep',
    'contract-timer',
    'escalation-channel',
    'escalation-coverage',
    'escalation-start',
    'escalation-step',
    'gateway-report',
    'gateway-test',
    'import',
    'intake',
    'intake-sns',
    'kpi-check',
    'kpi-keep',
    'mail',
    'mail-in',
    'mail-release',
    'mail-send',
    'mailbox-test',
    'maintenance-end',
    'outage-settle',
    'outbox',
    'review-pdf',
    'subscriber',
    'ticket-timer',
    'webhook',
  ]);
});

test('two features that claim one queue stop the start', () => {
  const twin = { queue: 'mail', handle: () => Promise.resolve() };
  expect(() => handlersOf([...slicesOf(config), { handlers: [twin] }])).toThrow('two handlers claim one queue');
});

test('what a queue gave up is listed under words of either language, never under the queue’s own name', () => {
  const queues = [...handlersOf(slicesOf(config)).keys()];
  const unnamed = (['ko', 'en'] as const).map((language) =>
    queues.filter((each) => queueName(each, language) === each),
  );
  expect(unnamed).toEqual([[], []]);
  expect(queueName('intake', 'ko')).toBe('알림 수신 처리');
});
