import type { FastifyRequest } from 'fastify';
import { CookieCallers } from './cookie-callers.js';

const ACME = '0190f3a0-0000-7000-8000-00000000000a';
const OTHER = '0190f3a0-0000-7000-8000-00000000000b';

function tenantAsked(url: string, headers: Record<string, string> = {}): string | null {
  const request: Pick<FastifyRequest, 'url' | 'headers' | 'cookies' | 'ip'> = { url, headers, cookies: {}, ip: '::1' };
  return new CookieCallers().callerOf(request as FastifyRequest, 'PORTAL', true).tenantId;
}

it('a link to a file names its company in the address', () => {
  expect(tenantAsked(`/portal/files/1?tenant=${ACME}`)).toBe(ACME);
});
it('the header wins over the address', () => {
  expect(tenantAsked(`/portal/graphql?tenant=${OTHER}`, { 'x-daylight-tenant': ACME })).toBe(ACME);
});
it('what is no id names no company', () => {
  expect([tenantAsked('/portal/files/1?tenant=1%20or%201'), tenantAsked('//x?tenant'), tenantAsked('/')]).toEqual([
    null,
    null,
    null,
  ]);
});
