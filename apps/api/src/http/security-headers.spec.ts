import fastify from 'fastify';
import { registerSecurityHeaders } from './security-headers.js';

const POLICY = { contentSecurityPolicy: { directives: { defaultSrc: ["'self'"] } }, hsts: false };

async function answers(urls: readonly string[]) {
  const app = fastify();
  await registerSecurityHeaders(app, POLICY);
  app.get('/plain', () => ({ ok: true }));
  app.get('/own', (_request, reply) => reply.header('content-security-policy', "default-src 'none'").send('mine'));
  const found = [];
  for (const url of urls) found.push((await app.inject({ url })).headers);
  await app.close();
  return found.map(({ date: _date, ...headers }) => headers);
}

test('every answer carries the same headers as the first, found or not', async () => {
  const [first, second, third] = await answers(['/plain', '/plain', '/nothing']);
  expect(first).toMatchObject({
    ...{ 'x-content-type-options': 'nosniff', 'x-frame-options': 'SAMEORIGIN' },
    'content-security-policy': expect.stringContaining("default-src 'self'"),
  });
  expect(first).not.toHaveProperty('strict-transport-security');
  expect(second).toEqual(first);
  expect(Object.keys(third ?? {}).sort()).toEqual(Object.keys(first ?? {}).sort());
});

test('a page that says its own policy keeps it, first or later', async () => {
  const [first, , later] = await answers(['/own', '/plain', '/own']);
  expect(first?.['content-security-policy']).toBe("default-src 'none'");
  expect(later?.['content-security-policy']).toBe("default-src 'none'");
});
