import { deliveryReport, type ReportPart } from './delivery-report.js';

const part = (mediaType: string, ...lines: readonly string[]): ReportPart => ({
  mediaType,
  bytes: Buffer.from(lines.join('\r\n')),
});
const status = (...fields: readonly string[]): ReportPart =>
  part('message/delivery-status', 'Reporting-MTA: dns; mx.example', '', ...fields, '');
const failed = (parts: readonly ReportPart[]) => deliveryReport(parts)?.failed;

it('a mail without a status part reports nothing', () => {
  expect(deliveryReport([part('message/rfc822', 'Message-ID: <a@b>', '')])).toBeNull();
});

it.each<readonly [what: string, fields: readonly string[], kind: string | undefined, status: string | null]>([
  ['an unknown user', ['Final-Recipient: rfc822;kim@acme.example', 'Action: failed', 'Status: 5.1.1'], 'HARD', '5.1.1'],
  [
    'a mail given up after days',
    ['Final-Recipient: rfc822; kim@acme.example', 'Action: failed', 'Status: 4.4.7'],
    'SOFT',
    '4.4.7',
  ],
  ['a delay', ['Final-Recipient: rfc822; kim@acme.example', 'Action: delayed', 'Status: 4.4.1'], 'SOFT', '4.4.1'],
  ['no status at all', ['Final-Recipient: rfc822; kim@acme.example', 'Action: FAILED'], 'HARD', null],
  [
    'a comment behind the status',
    ['Final-Recipient: rfc822; kim@acme.example', 'Action: failed', 'Status: 5.2.2 (mailbox full)'],
    'HARD',
    '5.2.2',
  ],
  ['a delivery', ['Final-Recipient: rfc822; kim@acme.example', 'Action: delivered', 'Status: 2.0.0'], undefined, null],
  ['no address', ['Action: failed', 'Status: 5.1.1'], undefined, null],
])('%s is told apart', (_what, fields, kind, code) => {
  const [one] = failed([status(...fields)]) ?? [];
  expect(one?.kind).toBe(kind);
  if (one !== undefined) expect([one.address, one.status]).toEqual(['kim@acme.example', code]);
});

it('the address that was written to counts, not the one where the mail ended', () => {
  const fields = [
    'Original-Recipient: rfc822;Kim@ACME.example',
    'Final-Recipient: rfc822;k@inner.example',
    'Action: failed',
  ];
  expect(failed([status(...fields)])).toMatchObject([{ address: 'kim@acme.example' }]);
});

it('each recipient of a report is told, and what its server said on several lines is one sentence', () => {
  const report = status(
    ...['Final-Recipient: rfc822; a@x.example', 'Action: failed', 'Status: 5.1.1'],
    ...['Diagnostic-Code: smtp; 550 5.1.1', '  no such', '\tuser\u0007', ''],
    ...['Final-Recipient: rfc822; b@x.example', 'Action: delayed', 'Status: 4.2.0'],
  );
  expect(failed([report])).toEqual([
    { address: 'a@x.example', kind: 'HARD', status: '5.1.1', said: '550 5.1.1 no such user' },
    { address: 'b@x.example', kind: 'SOFT', status: '4.2.0', said: '4.2.0' },
  ]);
});

it('the returned mail is known by its message id, whole or by its header alone', () => {
  const about = status('Final-Recipient: rfc822; a@x.example', 'Action: failed');
  const header = ['Subject: x', 'Message-ID:', ' <one@daylight.example>', '', 'Message-ID: <body@x>'];
  for (const type of ['message/rfc822', 'text/rfc822-headers', 'message/global']) {
    expect(deliveryReport([about, part(type, ...header)])?.messageId).toBe('<one@daylight.example>');
  }
});

it('a report of a thousand recipients or of rubbish costs and says little', () => {
  const many = Array.from(
    { length: 1_000 },
    (_, at) => `Final-Recipient: rfc822; a${at}@x.example\r\nAction: failed\r\n`,
  );
  expect(failed([status(...many)])?.length).toBeLessThanOrEqual(100);
  expect(failed([part('message/delivery-status', '\u0000\u0001', ':::', '', '')])).toEqual([]);
});
