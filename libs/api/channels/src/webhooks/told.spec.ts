import { createHmac } from 'node:crypto';
import { addressHint, isSendable } from '../outbound/address-text.js';
import { chatBody, chatKindOf, type ChatCard } from './chat-card.js';
import { cardOf, composeBody, type ToldEvent } from './compose-body.js';
import { signatureHeader } from './sign.js';

const card: ChatCard = {
  ...{ title: 'ACME-1 <!channel>', text: '[here](https://evil.example) <https://evil.example|x>' },
  ...{ facts: [['Client', '*ACME*']], link: { label: 'Open', url: 'https://daylight.example/x' } },
};
const facts = { tenant_name: 'ACME', number: 'ACME-1', subject: 'Disk full', confidential: false };
const more = { type: 'INCIDENT', priority: 'P1', status: 'OPEN' };
const event: ToldEvent = {
  ...{ id: 'e1', topic: 'ticket.opened', tenantId: 't1', ids: { ticketId: 'k1', seq: '1' } },
  facts: { ...facts, ...more },
};
const at = Date.UTC(2026, 10, 23, 3);

it('Slack is told by text and blocks, and nothing in a subject calls a channel', () => {
  const body = JSON.parse(chatBody('SLACK', card)) as {
    text: string;
    blocks: { type: string; text?: { type: string } }[];
  };
  expect(body.text).not.toMatch(/[<>]/);
  expect(body.blocks.map(({ type }) => type)).toEqual(['header', 'section', 'section', 'actions']);
  expect(body.blocks.flatMap(({ text }) => (text === undefined ? [] : [text.type]))).toEqual([
    'plain_text',
    'plain_text',
  ]);
});

it('Teams is told by an adaptive card whose texts are never read as markdown', () => {
  const body = JSON.parse(chatBody('TEAMS', card)) as {
    attachments: {
      contentType: string;
      content: { type: string; body: { type: string }[]; actions: { url: string }[] };
    }[];
  };
  const [attachment] = body.attachments;
  expect(attachment?.contentType).toBe('application/vnd.microsoft.card.adaptive');
  expect(new Set(attachment?.content.body.map(({ type }) => type))).toEqual(new Set(['RichTextBlock']));
  expect(attachment?.content.actions).toMatchObject([{ url: 'https://daylight.example/x' }]);
});

it.each([
  ['https://acme.webhook.office.com/webhookb2/x', 'TEAMS'],
  ['https://prod-1.westeurope.logic.azure.com/workflows/x', 'TEAMS'],
  ['https://hooks.slack.com/services/x', 'SLACK'],
  ['https://mattermost.acme.example/hooks/x', 'SLACK'],
  ['https://webhook.office.com.evil.example/x', 'SLACK'],
])('a contact’s room at %s is told as %s', (address, kind) => {
  expect(chatKindOf(address)).toBe(kind);
});

it('a signature is an HMAC of the instant and the exact bytes; a former secret signs beside the new one', () => {
  const body = Buffer.from('{"a": "한글"}');
  const seconds = String(at / 1_000);
  const by = (secret: string) => createHmac('sha256', secret).update(`${seconds}.`).update(body).digest('hex');
  expect(signatureHeader(['new', 'old'], body, at)).toBe(`t=${seconds},v1=${by('new')},v1=${by('old')}`);
});

it('our own body says what happened, to which ticket of whom, and when it was written', () => {
  const form = { format: 'DAYLIGHT', language: 'en', origin: 'https://daylight.example' } as const;
  expect(JSON.parse(composeBody({ now: at }, event, form))).toEqual({
    ...{ id: 'e1', topic: 'ticket.opened', createdAt: '2026-11-23T03:00:00.000Z', tenant: { id: 't1', name: 'ACME' } },
    ticket: {
      ...{ id: 'k1', number: 'ACME-1', subject: 'Disk full', type: 'INCIDENT', priority: 'P1', status: 'OPEN' },
      url: 'https://daylight.example/console/tickets/k1',
    },
    data: { seq: '1' },
  });
});

it('a chat room reads the heading in its language and no subject of a confidential ticket', () => {
  const hidden = { ...event, facts: { ...facts, ...more, subject: null, confidential: true } };
  expect(cardOf(hidden, 'ko', 'https://daylight.example')).toMatchObject({
    ...{ title: 'ACME-1 문의 등록', text: '비공개 문의' },
  });
});

describe('an address that somebody types in', () => {
  it.each([
    ['https://hooks.example.com/a?b=c', [], true],
    ['http://hooks.example.com/', [], false],
    ['ftp://hooks.example.com/', [], false],
    ['https://user:pass@hooks.example.com/', [], false],
    ['https://127.0.0.1/', [], false],
    ['https://2130706433/', [], false],
    ['https://0x7f.1/', [], false],
    ['https://[::ffff:127.0.0.1]/', [], false],
    ['https://[::1]/', [], false],
    ['https://10.0.0.8/', [], false],
    ['https://100.64.0.1/', [], false],
    ['https://169.254.169.254/latest/meta-data', [], false],
    ['https://[fd00:ec2::254]/', [], false],
    ['http://127.0.0.1:9/', ['loopback'], true],
    ['no address', [], false],
  ] as const)('%s with %j: %s', (text, networks, expected) => {
    expect(isSendable(text, networks)).toBe(expected);
  });

  it('is shown by its host and its last characters only', () => {
    expect(addressHint('https://hooks.slack.com/services/T0/B0/secretsecret1234')).toBe(
      'https://hooks.slack.com/…1234',
    );
    expect(addressHint('https://hooks.example.com/abc')).toBe('https://hooks.example.com/…');
  });
});
