import { createHmac } from 'node:crypto';
import { phoneAs } from './phone.js';
import { gatewayPresets } from './presets.js';
import { EXAMPLE, renderRequest, secretsIn, templateFaults } from './render.js';
import { parseTemplate, type GatewayTemplate } from './template.js';

const template = (change: Partial<GatewayTemplate> = {}): GatewayTemplate => ({
  ...{
    method: 'POST',
    url: 'https://gateway.example/send',
    headers: {},
    bodyType: 'JSON',
    body: '{"text": "{{text}}"}',
  },
  ...{ phone: 'E164', callingCode: '82', signature: null, reference: null, reports: null },
  success: { statuses: ['2xx'], pointer: null, values: [] },
  ...change,
});
const bodyOf = (change: Partial<GatewayTemplate>, text: string): string =>
  renderRequest(template(change), { ...EXAMPLE, text }, {}).body.toString('utf8');
const anywhere = () => true;

/** What somebody could write into a subject to break out of where it is put. */
const HOSTILE = [
  '", "to": "+8210',
  '\\',
  '{{secret.token}}',
  '</text><to>x</to>',
  '&To=evil',
  '#',
  '\r\nX: y',
  '\u0000',
  '\ud800',
  '한글 😀',
];

describe('what is put into a template stays a value', () => {
  it.each(HOSTILE)('of JSON: %j', (text) => {
    expect(JSON.parse(bodyOf({}, text))).toEqual({ text: text.toWellFormed() });
  });

  it.each(HOSTILE)('of a form: %j', (text) => {
    const form = new URLSearchParams(bodyOf({ bodyType: 'FORM', body: 'To=1&Text={{text}}' }, text));
    expect([...form]).toEqual([
      ['To', '1'],
      ['Text', text.toWellFormed()],
    ]);
  });

  it.each(HOSTILE)('of XML: %j', (text) => {
    const inner = bodyOf({ bodyType: 'XML', body: '<text>{{text}}</text>' }, text).slice(6, -7);
    expect(inner).not.toMatch(/[<>"']|&(?!(amp|lt|gt|quot|apos);)|\u0000|\ud800(?![\udc00-\udfff])/);
  });

  it.each(HOSTILE)('of an address: %j', (text) => {
    const { url } = renderRequest(
      template({ url: 'https://gateway.example/a/{{text}}?b={{text}}' }),
      { ...EXAMPLE, text },
      {},
    );
    const { host, pathname, searchParams } = new URL(url);
    expect([host, pathname.split('/').length, [...searchParams.keys()]]).toEqual(['gateway.example', 3, ['b']]);
    expect(searchParams.get('b')).toBe(text.toWellFormed());
  });

  it.each(HOSTILE)('of a header: %j', (text) => {
    const { headers } = renderRequest(template({ headers: { 'X-Text': '{{text}}' } }), { ...EXAMPLE, text }, {});
    expect(headers['x-text']).toMatch(/^[\x20-\x7e]*$/);
  });

  it('of XML that stands in a form: both ways around', () => {
    const body = '%3CSay%3E{{xml:text}}%3C%2FSay%3E';
    const form = new URLSearchParams(bodyOf({ bodyType: 'FORM', body: `Twiml=${body}` }, 'P1 <b> & "x"'));
    expect(form.get('Twiml')).toBe('<Say>P1 &lt;b&gt; &amp; &quot;x&quot;</Say>');
  });
});

describe('secrets', () => {
  it('stand where they are named, in basic authentication too, and nowhere else', () => {
    const headers = { Authorization: 'Basic {{basic:secret.user:secret.password}}', 'X-Key': '{{secret.key}}' };
    const secrets = { user: 'me', password: 'p:w', key: 'k' };
    const request = renderRequest(template({ headers }), EXAMPLE, secrets);
    expect(request.headers['authorization']).toBe(`Basic ${Buffer.from('me:p:w').toString('base64')}`);
    expect(request.headers['x-key']).toBe('k');
    expect(secretsIn(template({ headers })).toSorted()).toEqual(['key', 'password', 'user']);
  });

  it('sign what the vendor asks to have signed', () => {
    const signature = { secret: 'key', over: '{{timestamp}}|{{to}}', encoding: 'HEX' } as const;
    const { headers } = renderRequest(template({ signature, headers: { 'X-Sig': '{{signature}}' } }), EXAMPLE, {
      key: 'k',
    });
    const expected = createHmac('sha256', 'k').update('1790000000000|+821012345678').digest('hex');
    expect(headers['x-sig']).toBe(expected);
  });
});

it.each([
  ['+82 10 1234 5678', 'E164', '+821012345678'],
  ['010-1234-5678', 'E164', '+821012345678'],
  ['+82 (10) 1234.5678', 'E164_DIGITS', '821012345678'],
  ['+82 10 1234 5678', 'NATIONAL', '01012345678'],
  ['+46 8 555 0143', 'NATIONAL', '+4685550143'],
  ['kakao-user-7', 'E164', 'kakao-user-7'],
  [' +82 10 1234 5678 ', 'AS_IS', '+82 10 1234 5678'],
] as const)('the number %s is written as %s: %s', (address, phone, expected) => {
  expect(phoneAs(address, { phone, callingCode: '82' })).toBe(expected);
});

describe('a template as somebody writes it', () => {
  it('every preset is one, and its example can be sent', () => {
    for (const preset of gatewayPresets()) {
      expect(parseTemplate(JSON.parse(JSON.stringify(preset.template)))).toMatchObject({ kind: 'template' });
      expect([preset.name, templateFaults(preset.template, anywhere)]).toEqual([preset.name, []]);
    }
  });

  it.each([
    ['a place that stands for nothing', { body: '{"a": "{{nobody}}"}' }, 'UNKNOWN_PLACE'],
    ['a place outside of the quotes of JSON', { body: '{"a": {{text}}}' }, 'NOT_JSON'],
    ['a body for GET', { method: 'GET' }, 'BODY_UNEXPECTED'],
    ['a host that a value decides', { url: 'https://{{client}}.example/' }, 'INSECURE'],
    ['a secret in front of the path', { url: 'https://gateway.example{{secret.x}}/a' }, 'INSECURE'],
  ] as const)('%s is named', (_, change, kind) => {
    expect(templateFaults(template(change), anywhere).map((fault) => fault.kind)).toContain(kind);
  });

  it.each([[null], [{}], [[]], ['text'], [{ ...template(), method: 'TRACE' }], [{ ...template(), more: 1 }]])(
    'what is none is refused with a place: %j',
    (value) => {
      expect(parseTemplate(value)).toMatchObject({ kind: 'faults' });
    },
  );
});
