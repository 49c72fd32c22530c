import type { UnitOfWork } from '@daylight/api-database';
import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';

interface QueueAge {
  readonly queue: string;
  readonly waiting: number;
  readonly oldest_seconds: number;
  readonly dead: number;
}

/** `/healthz`: the process lives. `/readyz`: the database answers. `/metrics`: Prometheus text. */
export function registerHealth(fastify: FastifyInstance, uow: UnitOfWork): void {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const labelNames = ['queue'];
  const waiting = new Gauge({
    name: 'daylight_jobs_waiting',
    help: 'Jobs that are due',
    labelNames,
    registers: [registry],
  });
  const oldest = new Gauge({
    name: 'daylight_jobs_oldest_seconds',
    help: 'Age of the oldest due job',
    labelNames,
    registers: [registry],
  });
  const dead = new Gauge({ name: 'daylight_jobs_dead', help: 'Dead letters', labelNames, registers: [registry] });

  fastify.get('/healthz', async () => ({ status: 'ok' }));
  fastify.get('/readyz', async (_, reply) => {
    try {
      await uow.withoutScope((client) => client.query('select 1'));
      return { status: 'ready' };
    } catch {
      return reply.code(503).header('retry-after', '5').send({ status: 'database away' });
    }
  });
  fastify.get('/metrics', async (_, reply) => {
    const { rows } = await uow.withoutScope((client) => client.query<QueueAge>('select * from queue_ages()'));
    for (const gauge of [waiting, oldest, dead]) gauge.reset();
    for (const row of rows) {
      waiting.set({ queue: row.queue }, row.waiting);
      oldest.set({ queue: row.queue }, row.oldest_seconds);
      dead.set({ queue: row.queue }, row.dead);
    }
    return reply.type(registry.contentType).send(await registry.metrics());
  });
}
