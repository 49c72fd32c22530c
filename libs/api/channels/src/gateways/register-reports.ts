import type { UnitOfWork } from '@daylight/api-database';
import { newId, tokenHash, toDaylightError } from '@daylight/api-platform';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

const MOST_BYTES = 64 * 1024;
/** base64url of 32 bytes. */
const TOKEN = /^[\w-]{43}$/;
const STORE = { name: 'gateway-report-store', text: 'select gateway_report_store($1, $2, $3, $4, $5) as kept' };

type ReportRequest = FastifyRequest<{ Params: { token: string } }>;

/** Some gateways report by GET: what stands behind the question mark is the form then. */
function reported(request: ReportRequest): { readonly type: string; readonly body: Buffer } {
  const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  const query = request.raw.url?.split('?')[1] ?? '';
  if (body.length > 0 || query === '') return { type: request.headers['content-type'] ?? '', body };
  return { type: 'application/x-www-form-urlencoded', body: Buffer.from(query) };
}

async function take(uow: UnitOfWork, request: ReportRequest, reply: FastifyReply): Promise<unknown> {
  const { token } = request.params;
  const { type, body } = reported(request);
  if (!TOKEN.test(token)) return reply.code(404).send({ error: 'UNKNOWN' });
  const contentType = type.replaceAll('\u0000', '').slice(0, 200);
  const values = [tokenHash(token), newId(), newId(), contentType, body];
  const { rows } = await uow.withoutScope((client) => client.query<{ kept: boolean }>({ ...STORE, values }));
  return rows[0]?.kept === true ? reply.code(200).send({ ok: true }) : reply.code(404).send({ error: 'UNKNOWN' });
}

async function fail(error: unknown, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const tooLarge = typeof error === 'object' && error !== null && 'statusCode' in error && error.statusCode === 413;
  if (tooLarge) return reply.code(413).send({ error: 'TOO_LARGE' });
  const { code, status } = toDaylightError(error);
  if (code !== 'UNAVAILABLE') request.log.error({ err: error }, 'a report was not taken');
  return reply.code(status).header('retry-after', '5').send({ error: code });
}

/**
 * `/reports/<token>`: where a gateway reports deliveries, by POST or GET. Kept before it is answered, read afterwards (G3). A
 * context of its own, since nothing may parse what is to be kept as it came.
 */
export async function registerReports(fastify: FastifyInstance, { uow }: { readonly uow: UnitOfWork }): Promise<void> {
  await fastify.register((reports, _options, done) => {
    reports.removeAllContentTypeParsers();
    reports.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: MOST_BYTES }, (_request, body, parsed) =>
      parsed(null, body),
    );
    reports.setErrorHandler(fail);
    reports.route({
      ...{ method: ['GET', 'POST'], url: '/reports/:token' },
      handler: (request: ReportRequest, reply) => take(uow, request, reply),
    });
    done();
  });
}
