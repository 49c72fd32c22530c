import '@fastify/multipart';
import { UnitOfWork } from '@daylight/api-database';
import { DaylightError, notFound, toDaylightError, type Audience, type PersonScope } from '@daylight/api-platform';
import type { Permission } from '@daylight/domain';
import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { asDownload } from './file-name.js';
import { readFile } from './read-file.js';
import { RequestCallers } from './request-callers.js';
import { LARGEST_FILE_BYTES, storeFile } from './store-file.js';

/** Whoever may write something that a file can hang on. */
const UPLOADERS: readonly Permission[] = ['ticket:open', 'ticket:reply', 'import:run', 'trust:edit'];

const audienceOf = ({ url }: FastifyRequest): Audience => (url.startsWith('/console/') ? 'CONSOLE' : 'PORTAL');

function mayUpload({ permissions }: PersonScope): void {
  if (UPLOADERS.some((permission) => permissions.has(permission))) return;
  throw new DaylightError('FORBIDDEN', 'your role does not allow this', { permission: 'ticket:open' });
}

/** A form on another site can post with this browser's cookies; the browser says so. */
function refuseForeign(request: FastifyRequest): void {
  if (request.headers['sec-fetch-site'] === 'cross-site') throw new DaylightError('FORBIDDEN', 'not from another site');
}

async function uploadedPart(request: FastifyRequest) {
  if (!request.isMultipart()) throw new DaylightError('BAD_INPUT', 'a file comes as multipart/form-data');
  const part = await request.file({ limits: { fileSize: LARGEST_FILE_BYTES, files: 1 }, throwFileSizeLimit: false });
  if (part === undefined) throw new DaylightError('BAD_INPUT', 'there is no file in this form');
  const bytes = await part.toBuffer();
  const tooLarge = part.file.truncated;
  if (tooLarge) throw new DaylightError('TOO_LARGE', 'a file may have 25 MB', { limitBytes: LARGEST_FILE_BYTES });
  return { name: part.filename, mediaType: part.mimetype, bytes };
}

/**
 * Up- and download: REST, since browsers dictate it; each app with its own session. Both addresses are spelled out: a
 * parameter in their place would lose against the console's pages, which take every other address below `/console/`.
 */
@Controller(['portal/files', 'console/files'])
export class FilesController {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly callers: RequestCallers,
  ) {}

  @Post()
  async upload(@Req() request: FastifyRequest, @Res() response: FastifyReply): Promise<void> {
    await this.answer(response, async () => {
      refuseForeign(request);
      const caller = this.callers.callerOf(request, audienceOf(request), false);
      // Who asks is checked before megabytes are taken in.
      await this.uow.asPerson(caller, async ({ scope }) => mayUpload(scope));
      const part = await uploadedPart(request);
      const outcome = await this.uow.asPerson(caller, (tx) => storeFile(tx, part));
      if (outcome.kind === 'too-large')
        throw new DaylightError('TOO_LARGE', 'a file may have 25 MB', { limitBytes: outcome.limitBytes });
      const { fileId, name, mediaType, sizeBytes, sha256 } = outcome.file;
      await response.status(201).send({ id: fileId, name, mediaType, sizeBytes, sha256 });
    });
  }

  @Get(':id')
  async download(
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() response: FastifyReply,
  ): Promise<void> {
    await this.answer(response, async () => {
      const caller = this.callers.callerOf(request, audienceOf(request), true);
      const file = await this.uow.asPerson(caller, (tx) => readFile(tx, id));
      if (file === null) throw notFound('file');
      await response
        .header('content-type', file.mediaType)
        .header('content-disposition', asDownload(file.name))
        .header('x-content-type-options', 'nosniff')
        .header('content-security-policy', "sandbox; default-src 'none'")
        .header('cache-control', 'private, no-store')
        .header('etag', `"${file.sha256}"`)
        .send(file.bytes);
    });
  }

  private async answer(response: FastifyReply, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      const { status, code, message, detail } = toDaylightError(error);
      if (code === 'UNAVAILABLE') response.header('retry-after', '5');
      await response.status(status).send({ error: { code, message, ...detail } });
    }
  }
}
