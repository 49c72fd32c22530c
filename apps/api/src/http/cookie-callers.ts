import { randomUUID } from 'node:crypto';
import type { Caller } from '@daylight/api-database';
import { RequestCallers } from '@daylight/api-files';
import { askedLanguage, isId, tokenHash, type Audience, type Config } from '@daylight/api-platform';
import type { FastifyReply, FastifyRequest } from 'fastify';

const COOKIE: Readonly<Record<Audience, string>> = { PORTAL: 'daylight_portal', CONSOLE: 'daylight_console' };
const LIFETIME_SECONDS = 14 * 24 * 3600;

function header(request: FastifyRequest, name: string): string | null {
  const value = request.headers[name];
  return typeof value === 'string' && value !== '' ? value : null;
}

/** The session token that a request carries for an audience: portal and console have cookies of their own (decision 17). */
export function sessionTokenOf(request: FastifyRequest, audience: Audience): string | null {
  return request.cookies[COOKIE[audience]] ?? null;
}

/** Sets the session cookie of an audience, or clears it. */
export function setSessionCookie(reply: FastifyReply, audience: Audience, token: string | null, config: Config): void {
  const options = {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: config.DAYLIGHT_ORIGIN.startsWith('https:'),
  } as const;
  if (token === null) reply.clearCookie(COOKIE[audience], options);
  else reply.setCookie(COOKIE[audience], token, { ...options, maxAge: LIFETIME_SECONDS });
}

/**
 * The company that a request is about: its header, else `?tenant=` of the address, for what a browser asks by itself (a
 * link to a file carries no header of ours). Naming one grants nothing: the database checks the membership.
 */
function tenantOf(request: FastifyRequest): string | null {
  const named =
    header(request, 'x-daylight-tenant') ?? new URL(request.url, 'http://daylight').searchParams.get('tenant');
  return named !== null && isId(named) ? named : null;
}

/** Reads who is asking from cookies and headers; the database checks it (ADR 0003). */
export class CookieCallers extends RequestCallers {
  callerOf(request: FastifyRequest, audience: Audience, readOnly: boolean): Caller {
    const token = sessionTokenOf(request, audience);
    return {
      audience,
      tokenHash: token === null ? null : tokenHash(token),
      tenantId: tenantOf(request),
      idempotencyKey: header(request, 'idempotency-key'),
      readOnly,
      requestId: randomUUID(),
      address: request.ip,
      language: askedLanguage(request.headers),
    };
  }
}
