import fc from 'fast-check';
import type { Signal } from '@daylight/domain';
import { isVendor, readBody, VENDORS, type Vendor } from './read-body.js';
import type { BodyRead } from './signal-of.js';

const bytes = (value: unknown) => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value));
const read = (vendor: Vendor, value: unknown): BodyRead => readBody(vendor, bytes(value), null);
const only = (vendor: Vendor, value: unknown): Signal => {
  const found = read(vendor, value);
  if (found.kind !== 'signals' || found.signals[0] === undefined) throw new Error(JSON.stringify(found));
  return found.signals[0];
};
const brief = ({ state, severity, title, fingerprint }: Signal) => [state, severity, title, fingerprint];

const prometheus = (status: string, more = {}) => ({
  version: '4',
  status,
  alerts: [
    {
      ...{ status, labels: { alertname: 'DiskFull', instance: 'db-1', severity: 'critical' }, annotations: {} },
      ...{ startsAt: '2026-11-23T00:00:00Z', endsAt: '0001-01-01T00:00:00Z', fingerprint: 'f1' },
      ...more,
    },
  ],
});
const sns = (state: string) => ({
  ...{ Type: 'Notification', MessageId: 'm1', TopicArn: 'arn:aws:sns:eu-west-1:1:t' },
  Message: JSON.stringify({ AlarmName: 'CPU', NewStateValue: state, AlarmArn: 'arn:cpu', NewStateReason: 'too much' }),
});
const azure = (monitorCondition: string, severity = 'Sev1') => ({
  schemaId: 'azureMonitorCommonAlertSchema',
  data: {
    essentials: { alertId: '/alerts/1', alertRule: 'CPU', severity, monitorCondition, configurationItems: ['vm-1'] },
  },
});
const google = (state: string) => ({
  incident: {
    incident_id: 'i1',
    state,
    policy_name: 'Web',
    condition_name: 'CPU',
    summary: 'CPU is high',
    severity: 'Error',
  },
});
const zabbix = (status: string) => ({
  event_id: '9',
  trigger_id: '7',
  status,
  name: 'Swap',
  severity: 'Disaster',
  host: 'h',
});
const datadog = (transition: string) => ({
  alert_id: '5',
  scope: 'host:a',
  transition,
  title: '[Triggered] CPU',
  priority: 'P1',
});
const kuma = (status: number) => ({
  heartbeat: { monitorID: 3, status, msg: 'timeout' },
  monitor: { id: 3, name: 'Shop', url: 'https://shop.example' },
  msg: 'x',
});
const pager = (event_action: string) => ({
  ...{ routing_key: 'k', event_action, dedup_key: 'd1' },
  payload: { summary: 'Queue is long', source: 'mq-1', severity: 'error' },
});

describe('what vendors say', () => {
  const said: readonly (readonly [string, Vendor, unknown, readonly string[]])[] = [
    ['Alertmanager firing', 'alertmanager', prometheus('firing'), ['FIRING', 'CRITICAL', 'DiskFull: db-1', 'f1']],
    [
      'Alertmanager resolved',
      'alertmanager',
      prometheus('resolved'),
      ['RECOVERED', 'CRITICAL', 'DiskFull: db-1', 'f1'],
    ],
    [
      'Grafana',
      'grafana',
      prometheus('firing', { annotations: { summary: 'Full' } }),
      ['FIRING', 'CRITICAL', 'Full', 'f1'],
    ],
    [
      ...(['the old Grafana webhook', 'grafana'] as const),
      { ruleId: 4, state: 'ok', title: '[OK] Load' },
      ['RECOVERED', 'WARNING', 'Load', 'rule:1:4'],
    ],
    ['CloudWatch in alarm', 'cloudwatch', sns('ALARM'), ['FIRING', 'HIGH', 'CPU', 'arn:cpu']],
    ['CloudWatch well again', 'cloudwatch', sns('OK'), ['RECOVERED', 'HIGH', 'CPU', 'arn:cpu']],
    ['Azure fired', 'azure', azure('Fired'), ['FIRING', 'HIGH', 'CPU: vm-1', '/alerts/1']],
    ['Azure resolved', 'azure', azure('Resolved', 'Sev4'), ['RECOVERED', 'INFO', 'CPU: vm-1', '/alerts/1']],
    ['Google Cloud open', 'google-cloud', google('open'), ['FIRING', 'HIGH', 'CPU is high', 'i1']],
    ['Google Cloud closed', 'google-cloud', google('closed'), ['RECOVERED', 'HIGH', 'CPU is high', 'i1']],
    ['Zabbix problem', 'zabbix', zabbix('PROBLEM'), ['FIRING', 'CRITICAL', 'Swap', 'trigger:7']],
    ['Zabbix resolved', 'zabbix', zabbix('RESOLVED'), ['RECOVERED', 'CRITICAL', 'Swap', 'trigger:7']],
    [
      ...(['Icinga service', 'icinga2'] as const),
      { host: { name: 'h' }, service: { name: 'ping' }, state: 'CRITICAL', state_type: 'HARD', output: 'lost' },
      ['FIRING', 'CRITICAL', 'h: ping', 'h!ping'],
    ],
    ['Icinga host up', 'icinga2', { host: 'h', state: 'UP' }, ['RECOVERED', 'WARNING', 'h', 'h']],
    ['Icinga unknown is a fault', 'icinga2', { host: 'h', service: 's', state: 3 }, ['FIRING', 'HIGH', 'h: s', 'h!s']],
    ['Datadog triggered', 'datadog', datadog('Triggered'), ['FIRING', 'CRITICAL', 'CPU', 'alert:5:host:a']],
    ['Datadog recovered', 'datadog', datadog('Recovered'), ['RECOVERED', 'CRITICAL', 'CPU', 'alert:5:host:a']],
    ['Uptime Kuma down', 'uptime-kuma', kuma(0), ['FIRING', 'CRITICAL', 'Shop', 'monitor:3']],
    ['Uptime Kuma up', 'uptime-kuma', kuma(1), ['RECOVERED', 'CRITICAL', 'Shop', 'monitor:3']],
    ['PagerDuty trigger', 'pagerduty', pager('trigger'), ['FIRING', 'HIGH', 'Queue is long', 'd1']],
    ['PagerDuty resolve', 'pagerduty', pager('resolve'), ['RECOVERED', 'HIGH', 'Queue is long', 'd1']],
    [
      ...(['plain JSON', 'generic'] as const),
      { title: 'Backup failed', state: 'alerting', severity: 'P2', fingerprint: 'b' },
      ['FIRING', 'HIGH', 'Backup failed', 'b'],
    ],
    [
      'plain JSON that is over',
      'generic',
      { title: 'Backup', status: 'OK', fingerprint: 'b' },
      ['RECOVERED', 'WARNING', 'Backup', 'b'],
    ],
  ];

  test.each(said)('%s', (_name, vendor, body, expected) => {
    expect(brief(only(vendor, body))).toEqual(expected);
  });

  const quiet: readonly (readonly [string, Vendor, unknown, string])[] = [
    ['CloudWatch without data', 'cloudwatch', sns('INSUFFICIENT_DATA'), 'INSUFFICIENT_DATA'],
    ['a request to subscribe', 'cloudwatch', { Type: 'SubscriptionConfirmation' }, 'SubscriptionConfirmation'],
    ['an acknowledgement', 'pagerduty', pager('acknowledge'), 'ACKNOWLEDGE'],
    ['a state that is still tried', 'icinga2', { host: 'h', state: 'DOWN', state_type: 'SOFT' }, 'SOFT'],
    ['a test of Uptime Kuma', 'uptime-kuma', { heartbeat: null, monitor: null, msg: 'Testing' }, 'TEST'],
    ['a sign of life', 'heartbeat', '', 'BEAT'],
  ];

  test.each(quiet)('%s names no alert, and is none the worse for it', (_name, vendor, body, note) => {
    expect(read(vendor, body)).toEqual({ kind: 'signals', signals: [], note });
  });

  const faulty: readonly (readonly [string, Vendor, unknown, string])[] = [
    ['no alerts', 'alertmanager', { version: '4' }, 'UNKNOWN_SHAPE'],
    ['an empty list', 'alertmanager', { alerts: [] }, 'EMPTY'],
    ['an alert without a state', 'alertmanager', prometheus('maybe'), 'NO_STATE'],
    ['an alert without any name', 'alertmanager', prometheus('firing', { labels: {} }), 'NO_TITLE'],
    ['a condition that Azure does not have', 'azure', azure('Maybe'), 'NO_STATE'],
    ['the end of an event that is not named', 'pagerduty', { event_action: 'resolve' }, 'UNKNOWN_SHAPE'],
    ['a check result without a result', 'icinga2', { type: 'CheckResult', host: 'h', check_result: {} }, 'NO_STATE'],
    ['a list', 'generic', [], 'NO_TITLE'],
    ['half a document', 'generic', '{"title":', 'NOT_JSON'],
    ['nothing', 'generic', '  ', 'EMPTY'],
    ['one key twice', 'generic', '{"title":"a","titl\\u0065":"b"}', 'DUPLICATE_KEY'],
    ['NUL', 'generic', '{"title":"a\\u0000b"}', 'BAD_CHARACTER'],
    ['half a character', 'generic', '{"title":"\\ud800"}', 'BAD_CHARACTER'],
    ['a deep pit', 'generic', '['.repeat(200_000), 'TOO_DEEP'],
  ];

  test.each(faulty)('%s is refused with its reason', (_name, vendor, body, reason) => {
    expect(read(vendor, body)).toMatchObject({ kind: 'unreadable', reason });
  });

  test('bytes that are no UTF-8 are refused', () => {
    expect(readBody('generic', Buffer.from([0x7b, 0xff, 0x7d]), null)).toMatchObject({ reason: 'NOT_UTF8' });
  });

  test('a key is known as the same however it stands beside others', () => {
    expect(only('generic', '{"a":{"x":1},"b":{"x":2},"title":"t: \\"{x","description":"x"}').title).toBe('t: "{x');
  });

  test('labels are the identity where Alertmanager sends no fingerprint, in whatever order', () => {
    const one = only(
      'alertmanager',
      prometheus('firing', { fingerprint: undefined, labels: { alertname: 'A', b: '1' } }),
    );
    const two = only(
      'alertmanager',
      prometheus('firing', { fingerprint: undefined, labels: { b: '1', alertname: 'A' } }),
    );
    expect(one.fingerprint).toBe(two.fingerprint);
  });

  test('what is too long is cut, what cannot be shown is left out, and a link that is none is dropped', () => {
    const signal = only('generic', {
      ...{ title: `a\u0007${'가'.repeat(400)}`, url: 'javascript:alert(1)', fingerprint: 'x'.repeat(900) },
    });
    expect(signal.title).toHaveLength(250);
    expect(signal.title.startsWith('a가')).toBe(true);
    expect(signal.link).toBeNull();
    expect(signal.fingerprint).toHaveLength(32);
  });

  test('the vendor is named in the address as it is listed', () => {
    expect(VENDORS.every(isVendor)).toBe(true);
    expect(isVendor('constructor')).toBe(false);
  });

  test('no JSON whatsoever makes a reader fail', () => {
    const vendors = fc.constantFrom(...VENDORS);
    fc.assert(
      fc.property(vendors, fc.json(), (vendor, json) => {
        expect(['signals', 'unreadable']).toContain(readBody(vendor, Buffer.from(json), null).kind);
      }),
      { numRuns: 500 },
    );
  });

  test('nor does a known message with any of its members replaced', () => {
    const bodies = [
      prometheus('firing'),
      sns('ALARM'),
      azure('Fired'),
      google('open'),
      zabbix('PROBLEM'),
      datadog('Warn'),
      kuma(0),
      pager('trigger'),
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...bodies),
        fc.jsonValue(),
        fc.nat(),
        fc.constantFrom(...VENDORS),
        (body, value, at, vendor) => {
          const text = JSON.stringify(body);
          const places = [...text.matchAll(/:("[^"]*"|\d+|\{\})/g)];
          const place = places[at % places.length];
          if (place === undefined) return;
          const changed = `${text.slice(0, place.index + 1)}${JSON.stringify(value)}${text.slice(place.index + place[0].length)}`;
          expect(['signals', 'unreadable']).toContain(readBody(vendor, Buffer.from(changed), null).kind);
        },
      ),
      { numRuns: 500 },
    );
  });
});
