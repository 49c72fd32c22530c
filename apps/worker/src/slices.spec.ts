import { parseConfig } from '@daylight/api-platform';
import { handlersOf, slicesOf } from './slices.js';

const config = parseConfig({ DAYLIGHT_SECRET: 'x'.repeat(32) });

test('every queue that features put jobs into has a handler', () => {
  expect([...handlersOf(slicesOf(config)).keys()].sort()).toEqual([
    'alert-settle',
    'alert-silence',
    'contract-timer',
    'escalation-channel',
    'escalation-coverage',
    'escalation-start',
    'escalation-step',
    'import',
    'intake',
    'intake-sns',
    'kpi-check',
    'kpi-keep',
    'mail',
    'mail-in',
    'mail-send',
    'outbox',
    'review-pdf',
    'subscriber',
    'ticket-timer',
  ]);
});

test('two features that claim one queue stop the start', () => {
  const twin = { queue: 'mail', handle: () => Promise.resolve() };
  expect(() => handlersOf([...slicesOf(config), { handlers: [twin] }])).toThrow('two handlers claim one queue');
});
