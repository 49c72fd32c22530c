import Fastify from 'fastify';
import { buildSchema } from 'graphql';
import { registerLiveStream } from './live-streams.js';

const schema = buildSchema('type Query { ok: Boolean } type Subscription { ok: Boolean }');

async function server() {
  const fastify = Fastify();
  const context = () => {
    throw new Error('nobody subscribes here');
  };
  registerLiveStream(fastify, {
    audience: 'PORTAL',
    path: '/stream',
    schema: () => schema,
    context,
    documentText: () => undefined,
  });
  await fastify.ready();
  return fastify;
}

describe('the live stream', () => {
  it('gives every tab a secret token of its own', async () => {
    const fastify = await server();
    const tokens = await Promise.all(
      [1, 2, 3].map(
        async () => (await fastify.inject({ method: 'PUT', url: '/stream', headers: { accept: '*/*' } })).body,
      ),
    );
    expect(new Set(tokens).size).toBe(3);
    expect(tokens.every((token) => /^[0-9a-f-]{36}$/.test(token))).toBe(true);
    await fastify.close();
  });

  it('lets nobody reserve a stream that stands', async () => {
    const fastify = await server();
    const { body: token } = await fastify.inject({ method: 'PUT', url: '/stream', headers: { accept: '*/*' } });
    const again = await fastify.inject({
      method: 'PUT',
      url: '/stream',
      headers: { accept: '*/*', 'x-graphql-event-stream-token': token },
    });
    expect(again.statusCode).toBe(409);
    await fastify.close();
  });
});
