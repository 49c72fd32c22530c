import { createPublicKey, verify } from 'node:crypto';
import { HOUR, type Instant } from '@daylight/domain';
import { textAt } from '../vendors/fields.js';

/** A message of SNS that has everything a signature needs. */
export interface SnsMessage {
  readonly type: 'Notification' | 'SubscriptionConfirmation' | 'UnsubscribeConfirmation';
  readonly messageId: string;
  readonly topic: string;
  readonly at: Instant;
  readonly signedText: string;
  readonly algorithm: 'RSA-SHA1' | 'RSA-SHA256';
  readonly signature: Buffer;
  readonly certificate: URL;
  readonly subscribe: URL | null;
}

export type SnsFault = {
  readonly reason: 'UNKNOWN_SHAPE' | 'BAD_SIGNATURE' | 'STALE' | 'NOT_SUBSCRIBED';
  readonly detail: string;
};

/** SNS tries for an hour; what is older was recorded by somebody. */
const OLDEST_MS = HOUR + HOUR / 4;

const SIGNED: Readonly<Record<SnsMessage['type'], readonly string[]>> = {
  Notification: ['Message', 'MessageId', 'Subject', 'Timestamp', 'TopicArn', 'Type'],
  SubscriptionConfirmation: ['Message', 'MessageId', 'SubscribeURL', 'Timestamp', 'Token', 'TopicArn', 'Type'],
  UnsubscribeConfirmation: ['Message', 'MessageId', 'SubscribeURL', 'Timestamp', 'Token', 'TopicArn', 'Type'],
};
const ALGORITHMS: Readonly<Record<string, SnsMessage['algorithm']>> = { '1': 'RSA-SHA1', '2': 'RSA-SHA256' };
const HOST = /^sns\.([a-z]{2}(?:-[a-z]+)+-\d)\.amazonaws\.com(?:\.cn)?$/;
const CERTIFICATE = /^\/SimpleNotificationService-[0-9a-f]{16,64}\.pem$/;
const TOPIC = /^arn:aws(?:-[a-z]+)*:sns:([a-z0-9-]+):\d+:[\w-]{1,256}(?:\.fifo)?$/;

function isType(text: string | null): text is SnsMessage['type'] {
  return text !== null && Object.hasOwn(SIGNED, text);
}

/** An address of SNS itself in the topic's region, by TLS on its own port; null: anything else. */
function ofSns(text: string | null, topic: string): URL | null {
  if (text === null || !URL.canParse(text)) return null;
  const url = new URL(text);
  const plain =
    url.protocol === 'https:' && url.port === '' && url.username === '' && url.password === '' && url.hash === '';
  const region = HOST.exec(url.hostname)?.[1];
  return plain && region !== undefined && region === TOPIC.exec(topic)?.[1] ? url : null;
}

/** The address that confirms a subscription, if it is SNS's own and about this very topic. */
function confirmation(body: unknown, topic: string): URL | null {
  const url = ofSns(textAt(body, 'SubscribeURL'), topic);
  if (url === null || url.pathname !== '/') return null;
  const { searchParams: asked } = url;
  return asked.get('Action') === 'ConfirmSubscription' && asked.get('TopicArn') === topic ? url : null;
}

/** Exactly the members that are signed, untouched: a text that was trimmed would be another. */
function signedText(body: object, type: SnsMessage['type']): string {
  const values: Readonly<Record<string, unknown>> = { ...body };
  return SIGNED[type].map((name) => (typeof values[name] === 'string' ? `${name}\n${values[name]}\n` : '')).join('');
}

/** Reads what the signature is about, and refuses whatever points elsewhere than to AWS before anything is fetched. */
export function readSns(body: unknown): SnsMessage | SnsFault {
  const type = textAt(body, 'Type');
  const [messageId, topic] = [textAt(body, 'MessageId'), textAt(body, 'TopicArn')];
  if (typeof body !== 'object' || body === null || !isType(type) || messageId === null || topic === null) {
    return { reason: 'UNKNOWN_SHAPE', detail: 'Type' };
  }
  const certificate = ofSns(textAt(body, 'SigningCertURL'), topic);
  if (certificate === null || !CERTIFICATE.test(certificate.pathname) || certificate.search !== '') {
    return { reason: 'BAD_SIGNATURE', detail: 'SigningCertURL' };
  }
  const algorithm = ALGORITHMS[textAt(body, 'SignatureVersion') ?? ''];
  if (algorithm === undefined) return { reason: 'BAD_SIGNATURE', detail: 'SignatureVersion' };
  const subscribe = type === 'SubscriptionConfirmation' ? confirmation(body, topic) : null;
  if (type === 'SubscriptionConfirmation' && subscribe === null)
    return { reason: 'BAD_SIGNATURE', detail: 'SubscribeURL' };
  const at = Date.parse(textAt(body, 'Timestamp') ?? '');
  if (!Number.isFinite(at)) return { reason: 'UNKNOWN_SHAPE', detail: 'Timestamp' };
  const signature = Buffer.from(textAt(body, 'Signature') ?? '', 'base64');
  return {
    type,
    messageId,
    topic,
    at,
    signedText: signedText(body, type),
    algorithm,
    signature,
    certificate,
    subscribe,
  };
}

/** Whether the certificate's key signed the message, and not too long before it was received. */
export function checkSns(message: SnsMessage, pem: string, receivedAt: Instant): SnsFault | null {
  let signed = false;
  try {
    signed = verify(message.algorithm, Buffer.from(message.signedText), createPublicKey(pem), message.signature);
  } catch {
    return { reason: 'BAD_SIGNATURE', detail: 'SigningCertURL' };
  }
  if (!signed) return { reason: 'BAD_SIGNATURE', detail: 'Signature' };
  const late = receivedAt - message.at > OLDEST_MS || message.at - receivedAt > OLDEST_MS;
  return late ? { reason: 'STALE', detail: new Date(message.at).toISOString() } : null;
}
