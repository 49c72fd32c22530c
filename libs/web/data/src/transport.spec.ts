import { createFetch } from './transport.js';

const HASH = 'a'.repeat(64);
const body = JSON.stringify({
  variables: { id: '1' },
  extensions: { persistedQuery: { version: 1, sha256Hash: HASH } },
});
const json = (value: unknown, status = 200): Response =>
  new Response(JSON.stringify(value), { status, headers: { 'content-type': 'application/json' } });

function setUp(answers: readonly (Response | Error)[]) {
  const sent: RequestInit[] = [];
  const queue = [...answers];
  const fetchLike = createFetch({
    tenantId: () => 'tenant-1',
    language: () => 'ko',
    documentText: (hash) => (hash === HASH ? 'query Q { id }' : null),
    wait: () => Promise.resolve(),
    fetch: (_url, init) => {
      sent.push(init ?? {});
      const answer = queue.shift() ?? json({});
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
    },
  });
  return { fetchLike, sent };
}

const headersOf = (init: RequestInit | undefined): Headers => new Headers(init?.headers);

describe('requests to the API', () => {
  it('name the tenant, the language and that they come from our own page', async () => {
    const { fetchLike, sent } = setUp([json({ data: {} })]);
    await fetchLike('/portal/graphql', { method: 'POST', body });
    const headers = headersOf(sent[0]);
    expect([headers.get('x-daylight-tenant'), headers.get('accept-language'), headers.get('x-daylight-csrf')]).toEqual([
      'tenant-1',
      'ko',
      '1',
    ]);
  });

  it('repeat a request that got lost, under the same idempotency key', async () => {
    const { fetchLike, sent } = setUp([new TypeError('network'), json({}, 503), json({ data: {} })]);
    await fetchLike('/portal/graphql', { method: 'POST', body, headers: { 'Idempotency-Key': 'k-1' } });
    expect(sent.map((init) => headersOf(init).get('idempotency-key'))).toEqual(['k-1', 'k-1', 'k-1']);
  });

  it('give up after three tries and say so', async () => {
    const { fetchLike, sent } = setUp([new TypeError('a'), new TypeError('b'), new TypeError('c')]);
    await expect(fetchLike('/portal/graphql', { method: 'POST', body })).rejects.toThrow('c');
    expect(sent).toHaveLength(3);
  });

  it('send the text of a document once when the server does not know its hash', async () => {
    const { fetchLike, sent } = setUp([
      json({ errors: [{ extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }] }, 400),
      json({ data: { id: '1' } }),
    ]);
    const response = await fetchLike('/portal/graphql', { method: 'POST', body });
    expect(await response.json()).toEqual({ data: { id: '1' } });
    expect(JSON.parse(String(sent[1]?.body))).toEqual({ variables: { id: '1' }, query: 'query Q { id }' });
  });
});
