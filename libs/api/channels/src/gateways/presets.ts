import type { GatewayTemplate } from './template.js';
import { secretsIn } from './render.js';

export type GatewayChannel = 'SMS' | 'VOICE' | 'MESSENGER';

interface Preset {
  readonly preset: string;
  readonly name: string;
  readonly channel: GatewayChannel;
  readonly template: GatewayTemplate;
}

const PLAIN: GatewayTemplate = {
  ...{ method: 'POST', url: 'https://gateway.example/messages', headers: { authorization: 'Bearer {{secret.token}}' } },
  ...{ bodyType: 'JSON', body: '{"id": "{{id}}", "to": "{{to}}", "text": "{{text}}", "reportTo": "{{reportUrl}}"}' },
  ...{ phone: 'E164', callingCode: '82', signature: null, reference: '/id' },
  success: { statuses: ['2xx'], pointer: null, values: [] },
  reports: {
    ...{ list: null, reference: '/id', status: '/status', delivered: ['delivered'] },
    ...{ failed: ['failed', 'undelivered'], badAddress: ['invalid'] },
  },
};

const TWILIO: GatewayTemplate = {
  ...{ method: 'POST', url: 'https://api.twilio.com/2010-04-01/Accounts/{{secret.accountSid}}/Messages.json' },
  ...{ headers: { authorization: 'Basic {{basic:secret.accountSid:secret.authToken}}' }, bodyType: 'FORM' },
  body: 'To={{to}}&From={{secret.from}}&Body={{text}}&StatusCallback={{reportUrl}}',
  ...{ phone: 'E164', callingCode: '82', signature: null, reference: '/sid' },
  success: { statuses: ['2xx'], pointer: null, values: [] },
  reports: {
    ...{ list: null, reference: '/MessageSid', status: '/MessageStatus', delivered: ['delivered', 'read'] },
    ...{ failed: ['failed', 'undelivered', 'canceled'], badAddress: [] },
  },
};

const TWILIO_VOICE: GatewayTemplate = {
  ...TWILIO,
  url: 'https://api.twilio.com/2010-04-01/Accounts/{{secret.accountSid}}/Calls.json',
  // What is said is an XML document inside a form.
  body: 'To={{to}}&From={{secret.from}}&Twiml=%3CResponse%3E%3CSay%20language%3D%22ko-KR%22%3E{{xml:text}}%3C%2FSay%3E%3C%2FResponse%3E&StatusCallback={{reportUrl}}',
  reports: {
    ...{ list: null, reference: '/CallSid', status: '/CallStatus', delivered: ['completed'] },
    ...{ failed: ['busy', 'no-answer', 'failed', 'canceled'], badAddress: [] },
  },
};

const SOLAPI: GatewayTemplate = {
  ...{ method: 'POST', url: 'https://api.solapi.com/messages/v4/send', bodyType: 'JSON' },
  headers: {
    authorization: 'HMAC-SHA256 apiKey={{secret.apiKey}}, date={{date}}, salt={{salt}}, signature={{signature}}',
  },
  body: '{"message": {"to": "{{to}}", "from": "{{secret.from}}", "text": "{{text}}"}}',
  ...{ phone: 'NATIONAL', callingCode: '82', reference: '/messageId' },
  signature: { secret: 'apiSecret', over: '{{date}}{{salt}}', encoding: 'HEX' },
  success: { statuses: ['200'], pointer: '/statusCode', values: ['2000'] },
  reports: {
    ...{ list: '', reference: '/messageId', status: '/statusCode', delivered: ['4000'] },
    ...{ failed: ['1*', '3*'], badAddress: [] },
  },
};

const ALIMTALK: GatewayTemplate = {
  ...SOLAPI,
  body: `{"message": {"to": "{{to}}", "from": "{{secret.from}}", "kakaoOptions": {"pfId": "{{secret.pfId}}", "templateId": "{{secret.templateId}}",
  "variables": {"#{번호}": "{{number}}", "#{우선순위}": "{{priority}}", "#{제목}": "{{subject}}", "#{링크}": "{{link}}"}}}}`,
};

const SENS: GatewayTemplate = {
  ...{ method: 'POST', url: 'https://sens.apigw.ntruss.com/sms/v2/services/{{secret.serviceId}}/messages' },
  headers: {
    'x-ncp-apigw-timestamp': '{{timestamp}}',
    'x-ncp-iam-access-key': '{{secret.accessKey}}',
    'x-ncp-apigw-signature-v2': '{{signature}}',
  },
  bodyType: 'JSON',
  body: '{"type": "LMS", "contentType": "COMM", "countryCode": "82", "from": "{{secret.from}}", "content": "{{text}}", "messages": [{"to": "{{to}}"}]}',
  ...{ phone: 'NATIONAL', callingCode: '82', reference: '/requestId', reports: null },
  signature: {
    ...{ secret: 'secretKey', encoding: 'BASE64' },
    over: 'POST /sms/v2/services/{{secret.serviceId}}/messages\n{{timestamp}}\n{{secret.accessKey}}',
  },
  success: { statuses: ['202'], pointer: '/statusCode', values: ['202'] },
};

const NHN: GatewayTemplate = {
  ...{ method: 'POST', url: 'https://sms.api.nhncloudservice.com/sms/v3.0/appKeys/{{secret.appKey}}/sender/mms' },
  ...{ headers: { 'x-secret-key': '{{secret.secretKey}}' }, bodyType: 'JSON' },
  body: '{"title": "{{number}}", "body": "{{text}}", "sendNo": "{{secret.from}}", "recipientList": [{"recipientNo": "{{to}}"}]}',
  ...{ phone: 'NATIONAL', callingCode: '82', signature: null, reference: '/body/data/requestId', reports: null },
  success: { statuses: ['200'], pointer: '/header/isSuccessful', values: ['true'] },
};

const XML: GatewayTemplate = {
  ...PLAIN,
  ...{ bodyType: 'XML', reference: null, reports: null },
  body: '<message id="{{id}}"><to>{{to}}</to><text>{{text}}</text></message>',
};

const PRESETS: readonly Preset[] = [
  { preset: 'JSON', name: 'HTTP + JSON', channel: 'SMS', template: PLAIN },
  { preset: 'XML', name: 'HTTP + XML', channel: 'SMS', template: XML },
  { preset: 'TWILIO', name: 'Twilio Messaging', channel: 'SMS', template: TWILIO },
  { preset: 'SOLAPI', name: 'SOLAPI (문자)', channel: 'SMS', template: SOLAPI },
  { preset: 'SENS', name: 'NAVER Cloud SENS', channel: 'SMS', template: SENS },
  { preset: 'NHN', name: 'NHN Cloud SMS', channel: 'SMS', template: NHN },
  { preset: 'JSON', name: 'HTTP + JSON', channel: 'VOICE', template: PLAIN },
  { preset: 'TWILIO', name: 'Twilio Voice', channel: 'VOICE', template: TWILIO_VOICE },
  { preset: 'JSON', name: 'HTTP + JSON', channel: 'MESSENGER', template: PLAIN },
  { preset: 'SOLAPI', name: 'SOLAPI (카카오 알림톡)', channel: 'MESSENGER', template: ALIMTALK },
];

/** Templates to begin with, each with the secrets that it asks for. Vendors change: the console says to compare. */
export const gatewayPresets = () => PRESETS.map((each) => ({ ...each, secretNames: secretsIn(each.template) }));
