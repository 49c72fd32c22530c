import { UnitOfWork } from '@daylight/api-database';
import { tokenHash, toDaylightError } from '@daylight/api-platform';
import { Controller, Get, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { isKind, kindsOf } from '../kinds.js';
import { awayPage, unknownPage, unsubscribePage, type Done, type LinkView } from './unsubscribe-page.js';

const VIEW = 'select * from mail_unsubscribe_view($1)';
const SET = 'select mail_unsubscribe($1, $2, $3) as done';
/** base64url of 32 bytes. */
const TOKEN = /^[\w-]{43}$/;
const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  // The address is the key: it isn't told to wherever somebody goes next.
  'referrer-policy': 'no-referrer',
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
} as const;

/**
 * The link in a mail by which its kind is stopped: REST, since nobody is signed in, and a mail program posts to it by itself
 * (RFC 8058). GET only shows: scanners of links look too.
 */
@Controller('u')
export class UnsubscribeController {
  constructor(private readonly uow: UnitOfWork) {}

  @Get(':token')
  show(@Param('token') token: string, @Res() response: FastifyReply): Promise<void> {
    return this.answer(response, token, null);
  }

  @Post(':token')
  stop(@Param('token') token: string, @Res() response: FastifyReply): Promise<void> {
    return this.answer(response, token, 'STOPPED');
  }

  @Post(':token/all')
  stopAll(@Param('token') token: string, @Res() response: FastifyReply): Promise<void> {
    return this.answer(response, token, 'ALL_STOPPED');
  }

  @Post(':token/again')
  again(@Param('token') token: string, @Res() response: FastifyReply): Promise<void> {
    return this.answer(response, token, 'STARTED');
  }

  private async viewOf(token: string): Promise<LinkView | null> {
    if (!TOKEN.test(token)) return null;
    const { rows } = await this.uow.withoutScope((client) => client.query<LinkView>(VIEW, [tokenHash(token)]));
    return rows[0] ?? null;
  }

  /** A digest is made of all kinds: stopping it stops them all. */
  private async change(token: string, { template, side }: LinkView, done: Done): Promise<void> {
    const all = kindsOf(side);
    const kinds = done === 'ALL_STOPPED' || !isKind(template) ? all : [template];
    const values = [tokenHash(token), kinds, done === 'STARTED'];
    await this.uow.withoutScope((client) => client.query(SET, values));
  }

  private async answer(response: FastifyReply, token: string, done: Done | null): Promise<void> {
    try {
      const view = await this.viewOf(token);
      if (view === null) return await this.send(response, 404, unknownPage());
      if (view.expired) return await this.send(response, 410, unsubscribePage(view, token, null));
      if (done !== null) await this.change(token, view, done);
      await this.send(response, 200, unsubscribePage(view, token, done));
    } catch (error) {
      response.header('retry-after', '5');
      await this.send(response, toDaylightError(error).status, awayPage());
    }
  }

  private async send(response: FastifyReply, status: number, html: string): Promise<void> {
    await response.status(status).headers(HEADERS).send(html);
  }
}
