import { createHmac } from 'node:crypto';
import type { OutboundRequest } from '../outbound/send-request.js';
import { phoneAs } from './phone.js';
import type { GatewayTemplate, TemplateFault } from './template.js';

/** What a template's places stand for. */
export interface MessageValues {
  /** As it was typed; put in as the template's `phone` says. */
  readonly to: string;
  readonly text: string;
  readonly id: string;
  readonly name: string;
  readonly number: string;
  readonly priority: string;
  readonly subject: string;
  readonly client: string;
  readonly link: string;
  readonly language: string;
  /** Where the gateway reports what became of it. */
  readonly reportUrl: string;
  /** UTC milliseconds, and the same as ISO 8601. */
  readonly timestamp: string;
  readonly date: string;
  /** Another one each time. */
  readonly salt: string;
}

export const PLACES = [
  ...(['to', 'text', 'id', 'name', 'number', 'priority', 'subject', 'client', 'link', 'language'] as const),
  ...(['reportUrl', 'timestamp', 'date', 'salt'] as const),
] as const;

const PLACE = /\{\{([^{}]*)\}\}/g;
const SECRET = /^secret\.([a-zA-Z][a-zA-Z0-9_]{0,39})$/;
/** Basic authentication out of two secrets: `{{basic:secret.user:secret.password}}`. */
const BASIC = /^basic:(secret\.\w+):(secret\.\w+)$/;
/** A value inside an XML text that itself is put into something else: `{{xml:text}}`. */
const NESTED = /^xml:([a-zA-Z.]+)$/;

type Secrets = Readonly<Record<string, string>>;
type Escape = (value: string) => string;

/** XML 1.0 has no room for most control characters, escaped or not. */
const withoutControls = (text: string): string =>
  text.replaceAll(/[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]/gu, '').toWellFormed();

const ESCAPES: Readonly<Record<'URL' | 'HEADER' | GatewayTemplate['bodyType'], Escape>> = {
  // Between the quotes of a JSON text.
  JSON: (value) => JSON.stringify(value.toWellFormed()).slice(1, -1),
  FORM: (value) => new URLSearchParams([['', value]]).toString().slice(1),
  XML: (value) =>
    withoutControls(value)
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      .replaceAll("'", '&apos;'),
  TEXT: withoutControls,
  NONE: withoutControls,
  URL: (value) => encodeURIComponent(value.toWellFormed()),
  // A header ends where its line does: neither line ends nor anything beyond ASCII gets in.
  HEADER: (value) =>
    value.replaceAll(/[^\x20-\x7e]/g, (each) =>
      /\s|\p{Cc}/u.test(each) ? '' : encodeURIComponent(each.toWellFormed()),
    ),
};

interface Filling {
  readonly values: Readonly<Record<string, string>>;
  readonly secrets: Secrets;
}

function valueOf(place: string, { values, secrets }: Filling): string {
  const secret = SECRET.exec(place)?.[1];
  if (secret !== undefined) return secrets[secret] ?? '';
  const nested = NESTED.exec(place)?.[1];
  if (nested !== undefined) return ESCAPES.XML(valueOf(nested, { values, secrets }));
  const basic = BASIC.exec(place);
  if (basic !== null) {
    const [user, password] = basic.slice(1).map((each) => valueOf(each, { values, secrets }));
    return Buffer.from(`${user ?? ''}:${password ?? ''}`).toString('base64');
  }
  return Object.hasOwn(values, place) ? (values[place] ?? '') : '';
}

const fill = (text: string, filling: Filling, escape: Escape): string =>
  text.replaceAll(PLACE, (_, place: string) => escape(valueOf(place.trim(), filling)));

const CONTENT_TYPES: Readonly<Record<GatewayTemplate['bodyType'], string | null>> = {
  ...{ JSON: 'application/json; charset=utf-8', FORM: 'application/x-www-form-urlencoded; charset=utf-8' },
  ...{ XML: 'application/xml; charset=utf-8', TEXT: 'text/plain; charset=utf-8', NONE: null },
};

/** The request of one message. Values are escaped for where they stand: nothing in them is ever read as structure. */
export function renderRequest(template: GatewayTemplate, message: MessageValues, secrets: Secrets): OutboundRequest {
  const { signature, bodyType } = template;
  const values: Record<string, string> = { ...message, to: phoneAs(message.to, template) };
  if (signature !== null) {
    const signed = fill(signature.over, { values, secrets }, (value) => value);
    const hmac = createHmac('sha256', secrets[signature.secret] ?? '').update(signed);
    values['signature'] = hmac.digest(signature.encoding === 'HEX' ? 'hex' : 'base64');
  }
  const filling = { values, secrets };
  const type = CONTENT_TYPES[bodyType];
  const headers = Object.entries(template.headers).map(
    ([name, value]) => [name.toLowerCase(), fill(value, filling, ESCAPES.HEADER)] as const,
  );
  return {
    method: template.method,
    url: fill(template.url, filling, ESCAPES.URL),
    headers: { ...(type === null ? {} : { 'content-type': type }), ...Object.fromEntries(headers) },
    body: Buffer.from(bodyType === 'NONE' ? '' : fill(template.body, filling, ESCAPES[bodyType]), 'utf8'),
  };
}

/** Values that try every escaping, for previews and for looking at a template before it is kept. */
export const EXAMPLE: MessageValues = {
  ...{ to: '+82 10 1234 5678', text: '[비상 호출 P1] ACME-42 "DB" 응답 없음 <1> & 2\nhttps://daylight.example/e/x' },
  ...{ id: '01900000-0000-7000-8000-000000000000', name: '김지훈', number: 'ACME-42', priority: 'P1' },
  ...{ subject: '"DB" 응답 없음', client: 'ACME', link: 'https://daylight.example/e/x', language: 'ko' },
  ...{ reportUrl: 'https://daylight.example/reports/x', timestamp: '1790000000000', date: '2026-09-21T14:13:20.000Z' },
  salt: 'c2FsdA',
};

function unknownPlaces(path: string, text: string, signed: boolean): readonly TemplateFault[] {
  return [...text.matchAll(PLACE)].flatMap(([whole, inner = '']): readonly TemplateFault[] => {
    const place = inner.trim();
    const plain = NESTED.exec(place)?.[1] ?? place;
    const isValue = PLACES.some((each) => each === plain) || (signed && plain === 'signature');
    return isValue || SECRET.test(plain) || BASIC.test(place)
      ? []
      : [{ path, kind: 'UNKNOWN_PLACE', detail: whole.slice(0, 60) }];
  });
}

/** Where a place isn't a value: in front of the host it would decide where the secrets go. */
function urlFaults(template: GatewayTemplate, isSendable: (url: string) => boolean): readonly TemplateFault[] {
  const fixed = /^https?:\/\/[^/{}?#]+(\/|\?|$)/i.test(template.url);
  const sample = fill(template.url, { values: { ...EXAMPLE }, secrets: {} }, ESCAPES.URL);
  return fixed && isSendable(sample) ? [] : [{ path: 'url', kind: 'INSECURE', detail: '' }];
}

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

/** Faults of a template that has the right shape: places that stand for nothing, a body that would not be JSON. */
export function templateFaults(
  template: GatewayTemplate,
  isSendable: (url: string) => boolean,
): readonly TemplateFault[] {
  const { headers, signature, bodyType, body } = template;
  const signed = signature !== null;
  const places = [
    ...unknownPlaces('url', template.url, signed),
    ...unknownPlaces('body', body, signed),
    ...Object.entries(headers).flatMap(([name, value]) => unknownPlaces(`headers.${name}`, value, signed)),
    ...(signature === null ? [] : unknownPlaces('signature.over', signature.over, false)),
  ];
  const rendered = renderRequest(template, EXAMPLE, {}).body.toString('utf8');
  const notJson: readonly TemplateFault[] =
    bodyType === 'JSON' && !isJson(rendered) ? [{ path: 'body', kind: 'NOT_JSON', detail: '' }] : [];
  const unexpected: readonly TemplateFault[] =
    bodyType !== 'NONE' && template.method === 'GET' ? [{ path: 'bodyType', kind: 'BODY_UNEXPECTED', detail: '' }] : [];
  return [...places, ...urlFaults(template, isSendable), ...notJson, ...unexpected];
}

/** Names of the secrets that a template asks for. */
export function secretsIn(template: GatewayTemplate): readonly string[] {
  const texts = [template.url, template.body, ...Object.values(template.headers), template.signature?.over ?? ''];
  const named = texts.flatMap((each) =>
    [...each.matchAll(/secret\.([a-zA-Z][a-zA-Z0-9_]{0,39})/g)].flatMap(([, name]) =>
      name === undefined ? [] : [name],
    ),
  );
  return [...new Set([...named, ...(template.signature === null ? [] : [template.signature.secret])])];
}
