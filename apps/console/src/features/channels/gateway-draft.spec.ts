import { draftFrom, inputOf, secretsIn } from './gateway-draft.js';

const preset = { channel: 'SMS', preset: 'JSON', name: 'HTTP', template: { url: 'https://x/{{secret.sid}}' } } as const;

it('the secrets that a template asks for are the fields of its form, the one that signs too', () => {
  const typed = '{"url": "{{secret.sid}}/{{basic:secret.sid:secret.token}}", "signature": {"secret": "key"}}';
  expect(secretsIn(typed)).toEqual(['sid', 'token', 'key']);
});

it('secrets that were left empty are not sent, so that they stay as they were', () => {
  const draft = { ...draftFrom(preset), secrets: { sid: 'x', token: '' } };
  expect(inputOf(draft)?.secrets).toEqual([{ name: 'sid', value: 'x' }]);
});

it('nothing is sent while the template is no JSON', () => {
  expect(inputOf({ ...draftFrom(preset), templateText: '{' })).toBeNull();
});
