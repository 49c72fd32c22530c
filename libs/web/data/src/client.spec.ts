import { parse } from 'graphql';
import type { TypedDocumentNode } from '@urql/core';
import { createDataClient, renewed } from './client.js';

const withHash = <D, V extends Record<string, unknown>>(text: string, hash: string): TypedDocumentNode<D, V> =>
  Object.assign(parse(text, { noLocation: true }), { __meta__: { hash } });
const hash = 'b'.repeat(64);

function setUp(answer: unknown, status = 200) {
  const sent: { readonly body: unknown; readonly key: string | null }[] = [];
  let signedOut = 0;
  const client = createDataClient({
    url: 'http://daylight.test/portal/graphql',
    tenantId: () => null,
    language: () => 'en',
    onSignedOut: () => (signedOut += 1),
    live: { subscribe: () => () => undefined },
    fetch: (_url, init) => {
      sent.push({ body: JSON.parse(String(init?.body)), key: new Headers(init?.headers).get('idempotency-key') });
      return Promise.resolve(
        new Response(JSON.stringify(answer), { status, headers: { 'content-type': 'application/json' } }),
      );
    },
  });
  return { client, sent, signedOut: () => signedOut };
}

describe('the data client', () => {
  it('sends the hash of a trusted document and not its text', async () => {
    const { client, sent } = setUp({ data: { viewer: { id: '1', __typename: 'Viewer' } } });
    const result = await client
      .query(
        withHash<{ viewer: { id: string } }, Record<string, never>>('query Viewer { viewer { id __typename } }', hash),
        {},
      )
      .toPromise();
    expect(result.data?.viewer.id).toBe('1');
    expect(sent[0]?.body).toEqual({
      operationName: 'Viewer',
      variables: {},
      extensions: { persistedQuery: { version: 1, sha256Hash: hash } },
    });
  });

  it('gives each mutation its own key and keeps the one a caller chose', async () => {
    const { client, sent } = setUp({ data: { signOut: { ok: true, __typename: 'SignedOut' } } });
    const document = withHash<unknown, Record<string, never>>('mutation SignOut { signOut { ok __typename } }', hash);
    await client.mutation(document, {}).toPromise();
    await client.mutation(document, {}).toPromise();
    await client.mutation(document, {}, { idempotencyKey: 'mine' }).toPromise();
    const keys = sent.map(({ key }) => key);
    expect(new Set(keys).size).toBe(3);
    expect(keys[2]).toBe('mine');
  });

  it('once renewed, asks again what it knew in another language, and leaves the one before as it was', async () => {
    const { client, sent } = setUp({ data: { viewer: { id: '1', __typename: 'Viewer' } } });
    const document = withHash('query Viewer { viewer { id __typename } }', 'e'.repeat(64));
    const ask = (of: typeof client) => of.query(document, {}, { requestPolicy: 'cache-first' }).toPromise();
    await ask(client);
    await ask(client);
    expect(sent).toHaveLength(1);
    await ask(renewed(client));
    expect(sent).toHaveLength(2);
    await ask(client);
    expect(sent).toHaveLength(2);
  });

  it('tells the app when the session has ended', async () => {
    const { client, signedOut } = setUp({
      data: null,
      errors: [{ message: 'sign in', extensions: { code: 'UNAUTHENTICATED' } }],
    });
    await client.query(withHash('query Viewer { viewer { id } }', 'c'.repeat(64)), {}).toPromise();
    expect(signedOut()).toBe(1);
  });

  it('gives a failed change no data at all, so that screens tell it from an answer', async () => {
    const { client } = setUp({ data: null, errors: [{ message: 'sign in', extensions: { code: 'UNAUTHENTICATED' } }] });
    const result = await client
      .mutation(withHash('mutation Save { save { ok __typename } }', 'd'.repeat(64)), {})
      .toPromise();
    expect([result.data, result.error?.graphQLErrors.length]).toEqual([undefined, 1]);
  });
});
