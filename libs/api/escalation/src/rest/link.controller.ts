import { UnitOfWork } from '@daylight/api-database';
import { newId, tokenHash, toDaylightError } from '@daylight/api-platform';
import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { awayPage, linkPage, unknownLinkPage, type LinkView } from './link-page.js';

const VIEW = 'select * from escalation_link_view($1)';
const ANSWER = 'select escalation_acknowledge($1, $2, $3, $4, $5) as ended';
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

/** The link in a call: REST, since a phone without script or session has to do. GET shows, only POST answers. */
@Controller('e')
export class EscalationLinkController {
  constructor(private readonly uow: UnitOfWork) {}

  @Get(':token')
  async show(@Param('token') token: string, @Res() response: FastifyReply): Promise<void> {
    await this.answer(response, async () => ({ view: await this.viewOf(token), justAnswered: false }));
  }

  @Post(':token')
  async acknowledge(
    @Param('token') token: string,
    @Req() request: FastifyRequest,
    @Res() response: FastifyReply,
  ): Promise<void> {
    await this.answer(response, async () => {
      const justAnswered = TOKEN.test(token) && (await this.acknowledged(token, request.ip));
      return { view: await this.viewOf(token), justAnswered };
    });
  }

  private async acknowledged(token: string, address: string): Promise<boolean> {
    const values = [tokenHash(token), newId(), newId(), newId(), address];
    const { rows } = await this.uow.withoutScope((client) => client.query<{ ended: boolean }>(ANSWER, values));
    return rows[0]?.ended === true;
  }

  private async viewOf(token: string): Promise<LinkView | null> {
    if (!TOKEN.test(token)) return null;
    const { rows } = await this.uow.withoutScope((client) => client.query<LinkView>(VIEW, [tokenHash(token)]));
    return rows[0] ?? null;
  }

  private async answer(
    response: FastifyReply,
    work: () => Promise<{ readonly view: LinkView | null; readonly justAnswered: boolean }>,
  ): Promise<void> {
    try {
      const { view, justAnswered } = await work();
      const html = view === null ? unknownLinkPage() : linkPage(view, justAnswered);
      await response
        .status(view === null ? 404 : 200)
        .headers(HEADERS)
        .send(html);
    } catch (error) {
      const { status } = toDaylightError(error);
      await response.status(status).headers(HEADERS).header('retry-after', '5').send(awayPage());
    }
  }
}
