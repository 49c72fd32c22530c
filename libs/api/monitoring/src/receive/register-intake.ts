import type { UnitOfWork } from '@daylight/api-database';
import { toDaylightError, type Clock } from '@daylight/api-platform';
import type { IncomingMessage } from 'node:http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { dedupKeyOf } from '../vendors/pagerduty.js';
import { isVendor, readStrictJson, type Vendor } from '../vendors/read-body.js';
import { Allowance } from './allowance.js';
import { IntakeWriter, type Kept, type Received } from './intake-writer.js';
import { prove } from './prove.js';
import { BodyTooLarge, readLimited } from './read-limited.js';
import { receivedOf, tooLarge } from './received.js';
import { Refusals } from './refusals.js';
import { SourceLookup, type KnownSource } from './source-lookup.js';

export interface IntakeParts {
  readonly uow: UnitOfWork;
  readonly clock: Clock;
  /** The installation's secret, of which those of sources are derived. */
  readonly secret: string;
}

type IntakeRequest = FastifyRequest<{ Params: { key: string; vendor?: string } }>;

interface Desk extends IntakeParts {
  readonly lookup: SourceLookup;
  readonly writer: IntakeWriter;
  readonly allowance: Allowance;
  readonly refusals: Refusals;
  /** What was found of a request before its body was read. */
  readonly found: WeakMap<FastifyRequest, { readonly source: KnownSource; readonly vendor: Vendor }>;
}

/** Sent to machines, read by whoever sets them up: stable codes, plain words. */
const REFUSALS = {
  UNKNOWN: [404, 'There is no such source.'],
  OTHER_VENDOR: [404, 'This source takes another kind of message; see its instructions.'],
  // Which of them it was, staff see: a stranger learns nothing of whether a secret exists.
  REFUSED: [401, 'The secret or signature was not accepted. Whoever keeps this source in Daylight can see why.'],
  TOO_LARGE: [413, 'This is more than the source takes.'],
  TOO_MANY: [429, 'This source sends more than it may. Try again later.'],
  WRONG_TYPE: [415, 'Send JSON, uncompressed.'],
  UNREADABLE: [400, 'This body could not be read. It was kept as a dead letter.'],
  AWAY: [503, 'The database is away. Try again.'],
} as const satisfies Readonly<Record<string, readonly [number, string]>>;

function refuse(reply: FastifyReply, code: keyof typeof REFUSALS, more: Readonly<Record<string, unknown>> = {}) {
  const [status, message] = REFUSALS[code];
  return reply.code(status).send({ error: code, message, ...more });
}

/** Before the body: a stranger's isn't read at all. */
async function look(desk: Desk, request: IntakeRequest, reply: FastifyReply): Promise<unknown> {
  const { key, vendor = 'heartbeat' } = request.params;
  const source = await desk.lookup.find(key);
  if (source === null || !isVendor(vendor)) return refuse(reply, 'UNKNOWN');
  if (vendor !== source.vendor && vendor !== 'heartbeat') return refuse(reply, 'OTHER_VENDOR');
  const taken = await desk.allowance.take(source, desk.clock.now());
  if (taken.kind === 'wait') return refuse(reply.header('retry-after', String(taken.seconds)), 'TOO_MANY');
  desk.found.set(request, { source, vendor });
  return undefined;
}

/** Whether what was kept is in order, too. */
function answer(reply: FastifyReply, vendor: Vendor, received: Received) {
  const { reason, delivery_id: deliveryId } = received.row;
  if (reason === null) return accepted(reply, vendor, received);
  return refuse(reply, reason === 'WRONG_TYPE' ? 'WRONG_TYPE' : 'UNREADABLE', { reason, deliveryId });
}

/** What the sender is told: vendors that wait for words of their own get them. */
function accepted(reply: FastifyReply, vendor: Vendor, { row, body }: Received) {
  const json = vendor === 'pagerduty' ? readStrictJson(body) : null;
  const key = json?.kind === 'json' ? dedupKeyOf(json.value) : null;
  const own = key === null ? {} : { status: 'success', message: 'Event processed', dedup_key: key };
  return reply.code(202).send({ deliveryId: row.delivery_id, ...own });
}

async function keep(desk: Desk, source: KnownSource, received: Received): Promise<Kept> {
  const kept = await desk.writer.keep(source, received);
  if (kept === 'CHANGED' || kept === 'GONE') desk.lookup.forget(source);
  return kept;
}

/** The source as it is now, after one that turned out to be changed. */
async function again(desk: Desk, request: IntakeRequest): Promise<KnownSource | null> {
  const source = await desk.lookup.find(request.params.key);
  const found = desk.found.get(request);
  return source !== null && (found?.vendor === source.vendor || found?.vendor === 'heartbeat') ? source : null;
}

async function take(desk: Desk, request: IntakeRequest, reply: FastifyReply): Promise<unknown> {
  const found = desk.found.get(request);
  if (found === undefined) return refuse(reply, 'UNKNOWN');
  const { vendor } = found;
  const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  const claimed = { headers: request.headers, body, now: desk.clock.now() };
  let { source } = found;
  for (;;) {
    const proof = prove(source, claimed, desk.secret);
    if (proof.kind === 'refused') {
      // What is remembered of the source may be seconds old; a secret that was just issued counts at once.
      desk.lookup.forget(source);
      const fresh = await again(desk, request);
      if (fresh === null) return refuse(reply, 'UNKNOWN');
      if (fresh.version === source.version) {
        desk.refusals.add(source, proof.why);
        return refuse(reply, 'REFUSED');
      }
      source = fresh;
      continue;
    }
    const received = receivedOf({ vendor, headers: request.headers, body, replayKey: proof.replayKey });
    const kept = await keep(desk, source, received);
    if (kept === 'STORED') return answer(reply, vendor, received);
    if (kept === 'BUSY') return refuse(reply.header('retry-after', '1'), 'TOO_MANY');
    const fresh = kept === 'CHANGED' ? await again(desk, request) : null;
    if (fresh === null || fresh.version === source.version) return refuse(reply, 'UNKNOWN');
    source = fresh;
  }
}

async function fail(desk: Desk, error: unknown, request: IntakeRequest, reply: FastifyReply): Promise<unknown> {
  const found = desk.found.get(request);
  if (error instanceof BodyTooLarge && found !== undefined) {
    // Nothing was proved, so nobody but a holder of the key can fill the list of dead letters.
    const { source, vendor } = found;
    if (source.auth === 'KEY')
      await keep(desk, source, tooLarge(vendor, request.headers, error.bytes)).catch(() => 'BUSY');
    return refuse(reply.header('connection', 'close'), 'TOO_LARGE', { mostBytes: source.maxBytes });
  }
  const { code, status } = toDaylightError(error);
  if (code === 'UNAVAILABLE') return refuse(reply.header('retry-after', '5'), 'AWAY');
  request.log.error({ err: error }, 'a delivery was not taken');
  return reply.code(status).send({ error: code, message: 'This did not work. Try again.' });
}

/**
 * `POST /intake/<key>/<vendor>`: a raw body, kept on disk before `202` (G3). A context of its own, since nothing may parse
 * what is to be kept as it came. `heartbeat` is taken by GET as well.
 */
export async function registerIntake(fastify: FastifyInstance, parts: IntakeParts): Promise<void> {
  const lookup = new SourceLookup(parts.uow, parts.clock);
  const { uow } = parts;
  const refusals = new Refusals(uow);
  const desk: Desk = {
    ...{
      ...parts,
      lookup,
      writer: new IntakeWriter(uow),
      allowance: new Allowance(uow),
      refusals,
      found: new WeakMap(),
    },
  };
  await fastify.register(async (intake) => {
    intake.removeAllContentTypeParsers();
    intake.addContentTypeParser('*', async (request: FastifyRequest, payload: IncomingMessage) => {
      const most = desk.found.get(request)?.source.maxBytes ?? 0;
      return readLimited(payload, Number(request.headers['content-length'] ?? 0), most);
    });
    intake.addHook('onClose', () => refusals.write());
    intake.setErrorHandler((error, request: IntakeRequest, reply) => fail(desk, error, request, reply));
    const route = {
      url: '/intake/:key/:vendor',
      onRequest: (request: IntakeRequest, reply: FastifyReply) => look(desk, request, reply),
      handler: (request: IntakeRequest, reply: FastifyReply) => take(desk, request, reply),
    };
    intake.route({ ...route, method: 'POST' });
    intake.route({
      ...route,
      url: '/intake/:key/heartbeat',
      method: 'GET',
      handler: (request: IntakeRequest, reply) => take(desk, request, reply),
    });
  });
}
