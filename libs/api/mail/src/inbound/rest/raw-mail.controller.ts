import { asStaff, UnitOfWork } from '@daylight/api-database';
import { asDownload, RequestCallers } from '@daylight/api-files';
import { DaylightError, notFound, toDaylightError } from '@daylight/api-platform';
import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { rawMail } from './raw-mail.js';

/** A message as it came, to be saved: REST, since a browser saves from an address. Never shown: it is a stranger's. */
@Controller('console/mail-raw')
export class RawMailController {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly callers: RequestCallers,
  ) {}

  @Get(':id')
  async download(
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() response: FastifyReply,
  ): Promise<void> {
    try {
      if (request.headers['sec-fetch-site'] === 'cross-site') {
        throw new DaylightError('FORBIDDEN', 'not from another site');
      }
      // It leaves an audit entry, so that it isn't only read.
      const caller = this.callers.callerOf(request, 'CONSOLE', false);
      const raw = await this.uow.asPerson(caller, (tx) => {
        const staff = asStaff(tx);
        if (staff.scope.permissions.has('ticket:classify')) return rawMail(staff, id);
        throw new DaylightError('FORBIDDEN', 'your role does not allow this', { permission: 'ticket:classify' });
      });
      if (raw === null) throw notFound('inbound mail');
      await response
        .header('content-type', 'application/octet-stream')
        .header('content-disposition', asDownload(`${id}.eml`))
        .header('x-content-type-options', 'nosniff')
        .header('content-security-policy', "sandbox; default-src 'none'")
        .header('cache-control', 'private, no-store')
        .send(raw);
    } catch (error) {
      const { status, code, message, detail } = toDaylightError(error);
      if (code === 'UNAVAILABLE') response.header('retry-after', '5');
      await response.status(status).send({ error: { code, message, ...detail } });
    }
  }
}
