import { generateKeyPairSync, sign } from 'node:crypto';
import { HOUR, MINUTE } from '@daylight/domain';
import { checkSns, readSns, type SnsMessage } from './verify.js';

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const PEM = String(publicKey.export({ type: 'spki', format: 'pem' }));
const AT = Date.parse('2026-11-23T00:00:00.000Z');
const TOPIC = 'arn:aws:sns:eu-west-1:123456789012:alarms';
const CERTIFICATE =
  'https://sns.eu-west-1.amazonaws.com/SimpleNotificationService-0123456789abcdef0123456789abcdef.pem';

const NOTIFICATION = {
  ...{ Type: 'Notification', MessageId: 'm-1', TopicArn: TOPIC, Subject: 'ALARM', Message: ' {"AlarmName":"CPU"}\n' },
  ...{ Timestamp: new Date(AT).toISOString(), SignatureVersion: '2', SigningCertURL: CERTIFICATE },
};
const CONFIRMATION = {
  ...{ Type: 'SubscriptionConfirmation', MessageId: 'm-2', TopicArn: TOPIC, Message: 'Subscribe?', Token: 't' },
  SubscribeURL: `https://sns.eu-west-1.amazonaws.com/?Action=ConfirmSubscription&TopicArn=${TOPIC}&Token=t`,
  ...{ Timestamp: new Date(AT).toISOString(), SignatureVersion: '1', SigningCertURL: CERTIFICATE },
};

/** Signed as SNS documents it. */
function signed(message: Readonly<Record<string, string>>) {
  const names = ['Message', 'MessageId', 'Subject', 'SubscribeURL', 'Timestamp', 'Token', 'TopicArn', 'Type'];
  const text = names.flatMap((name) => (message[name] === undefined ? [] : [`${name}\n${message[name]}\n`])).join('');
  const algorithm = message['SignatureVersion'] === '2' ? 'RSA-SHA256' : 'RSA-SHA1';
  return { ...message, Signature: sign(algorithm, Buffer.from(text), privateKey).toString('base64') };
}
function read(message: Readonly<Record<string, string>>): SnsMessage {
  const found = readSns(message);
  if ('reason' in found) throw new Error(JSON.stringify(found));
  return found;
}

describe('a message of SNS', () => {
  test.each([
    ['a notification, version 2', NOTIFICATION],
    ['a question, version 1', CONFIRMATION],
  ])('%s is believed with its signature', (_name, message) => {
    expect(checkSns(read(signed(message)), PEM, AT + MINUTE)).toBeNull();
  });

  test.each([
    ['its words', { Message: '{"AlarmName":"Other"}' }],
    ['its topic', { TopicArn: `${TOPIC}2` }],
    ['its instant', { Timestamp: new Date(AT + 1).toISOString() }],
    ['its subject', { Subject: '' }],
  ])('is refused once %s changed', (_name, change) => {
    expect(checkSns(read({ ...signed(NOTIFICATION), ...change }), PEM, AT)).toMatchObject({ reason: 'BAD_SIGNATURE' });
  });

  test('is refused without a signature, and with a certificate that is none', () => {
    expect(checkSns(read(NOTIFICATION), PEM, AT)).toMatchObject({ reason: 'BAD_SIGNATURE' });
    expect(checkSns(read(signed(NOTIFICATION)), 'nothing', AT)).toMatchObject({ detail: 'SigningCertURL' });
  });

  test('is refused when somebody kept it', () => {
    expect(checkSns(read(signed(NOTIFICATION)), PEM, AT + 2 * HOUR)).toMatchObject({ reason: 'STALE' });
  });

  test.each([
    ['http://sns.eu-west-1.amazonaws.com/SimpleNotificationService-0123456789abcdef.pem'],
    ['https://sns.eu-west-1.amazonaws.com.evil.example/SimpleNotificationService-0123456789abcdef.pem'],
    ['https://sns.us-east-1.amazonaws.com/SimpleNotificationService-0123456789abcdef.pem'],
    ['https://bucket.s3.amazonaws.com/SimpleNotificationService-0123456789abcdef.pem'],
    ['https://sns.eu-west-1.amazonaws.com:8443/SimpleNotificationService-0123456789abcdef.pem'],
    ['https://user@sns.eu-west-1.amazonaws.com/SimpleNotificationService-0123456789abcdef.pem'],
    ['https://sns.eu-west-1.amazonaws.com/?Action=Publish&x=/SimpleNotificationService-0123456789abcdef.pem'],
    ['https://169.254.169.254/SimpleNotificationService-0123456789abcdef.pem'],
    ['file:///SimpleNotificationService-0123456789abcdef.pem'],
  ])('is refused with a certificate from %s', (SigningCertURL) => {
    expect(readSns(signed({ ...NOTIFICATION, SigningCertURL }))).toMatchObject({ detail: 'SigningCertURL' });
  });

  test.each([
    ['https://evil.example/?Action=ConfirmSubscription'],
    [`https://sns.eu-west-1.amazonaws.com/?Action=Publish&TopicArn=${TOPIC}`],
    ['https://sns.eu-west-1.amazonaws.com/?Action=ConfirmSubscription&TopicArn=arn:aws:sns:eu-west-1:1:other'],
    [`https://sns.us-east-1.amazonaws.com/?Action=ConfirmSubscription&TopicArn=${TOPIC}`],
  ])('is not confirmed at %s, signed or not', (SubscribeURL) => {
    expect(readSns(signed({ ...CONFIRMATION, SubscribeURL }))).toMatchObject({ detail: 'SubscribeURL' });
  });

  test('of a region in China is one too', () => {
    const topic = 'arn:aws-cn:sns:cn-north-1:1:alarms';
    const SigningCertURL = 'https://sns.cn-north-1.amazonaws.com.cn/SimpleNotificationService-0123456789abcdef.pem';
    expect(readSns({ ...NOTIFICATION, TopicArn: topic, SigningCertURL })).toMatchObject({ topic });
  });

  test('has a type, an id, a topic, an instant and a version of its signature', () => {
    expect(readSns(null)).toMatchObject({ reason: 'UNKNOWN_SHAPE' });
    expect(readSns({ ...NOTIFICATION, Type: 'toString' })).toMatchObject({ reason: 'UNKNOWN_SHAPE' });
    expect(readSns({ ...NOTIFICATION, Timestamp: 'yesterday' })).toMatchObject({ detail: 'Timestamp' });
    expect(readSns({ ...NOTIFICATION, SignatureVersion: '3' })).toMatchObject({ detail: 'SignatureVersion' });
  });
});
