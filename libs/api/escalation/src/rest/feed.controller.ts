import { UnitOfWork } from '@daylight/api-database';
import { systemClock } from '@daylight/api-platform';
import { Controller, Get, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { feedOf } from '../feed/feed.js';

const FILE = /^([\w-]{43})\.ics$/;

/** A person's shifts at a secret address: REST, since calendar programs ask for it, without cookies. */
@Controller('on-call')
export class OnCallFeedController {
  constructor(private readonly uow: UnitOfWork) {}

  @Get(':file')
  async feed(@Param('file') file: string, @Res() response: FastifyReply): Promise<void> {
    const token = FILE.exec(file)?.[1];
    const text = token === undefined ? null : await feedOf(this.uow, token, systemClock.now());
    const headers = { 'cache-control': 'private, no-store', 'x-robots-tag': 'noindex' };
    if (text === null) await response.status(404).headers(headers).type('text/plain').send('not found');
    else await response.headers(headers).type('text/calendar; charset=utf-8').send(text);
  }
}
