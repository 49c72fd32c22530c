import { takeEarlyAnswers, type EarlyAnswer } from './early.js';
import { createFetch } from './transport.js';

const url = '/portal/graphql';
const ask = (body: string) => ({ url, body, tenant: 't1', language: 'ko' });
const early = (body: string, answer: Promise<Response>): EarlyAnswer => ({ ...ask(body), answer });

const answered = (text: string): Response => new Response(text, { headers: { 'content-type': 'application/json' } });

function setUp(answers: readonly EarlyAnswer[]) {
  globalThis.__daylightEarly = answers;
  const sent: string[] = [];
  const send = createFetch({
    tenantId: () => 't1',
    language: () => 'ko',
    documentText: () => null,
    early: takeEarlyAnswers(),
    wait: () => Promise.resolve(),
    fetch: (_input, init) => {
      sent.push(String(init?.body));
      return Promise.resolve(answered('late'));
    },
  });
  return { send: async (body: string) => (await send(url, { method: 'POST', body })).text(), sent };
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

describe('answers asked for by the page itself', () => {
  it('are used once: the second time the question means to read again', async () => {
    const { send, sent } = setUp([early('{"a":1}', Promise.resolve(answered('early')))]);
    expect([await send('{"a":1}'), await send('{"a":1}'), sent.length]).toEqual(['early', 'late', 1]);
  });

  it('are not used for another company, another language or another question', () => {
    globalThis.__daylightEarly = [early('{"a":1}', Promise.resolve(answered('early')))];
    const take = takeEarlyAnswers();
    expect([
      take({ ...ask('{"a":1}'), tenant: 't2' }),
      take({ ...ask('{"a":1}'), language: 'en' }),
      take(ask('{"a":2}')),
    ]).toEqual([null, null, null]);
  });

  it('are found however the question is written', async () => {
    const { send } = setUp([early('{"operationName":"Q","variables":{}}', Promise.resolve(answered('early')))]);
    expect(await send('{"operationName":"Q"}')).toBe('early');
  });

  it('that failed are asked again', async () => {
    const { send } = setUp([
      early('{"a":1}', Promise.reject(new TypeError('network'))),
      early('{"b":1}', Promise.resolve(new Response('', { status: 503 }))),
    ]);
    expect([await send('{"a":1}'), await send('{"b":1}')]).toEqual(['late', 'late']);
  });

  it('belong to the first client only: after signing in nothing of before is used', () => {
    globalThis.__daylightEarly = [early('{"a":1}', Promise.resolve(answered('early')))];
    takeEarlyAnswers();
    expect(takeEarlyAnswers()(ask('{"a":1}'))).toBeNull();
  });
});
