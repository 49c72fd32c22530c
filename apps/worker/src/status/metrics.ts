import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { QueueAge } from '../runtime/claims.js';
import type { AttemptOutcome } from '../runtime/run-claim.js';

/** What the worker counts, as Prometheus reads it. */
export class WorkerMetrics {
  readonly registry = new Registry();
  private readonly attempts = new Counter({
    name: 'daylight_job_attempts_total',
    help: 'Attempts at jobs by queue and outcome (DONE, RETRY, DEAD, LOST).',
    labelNames: ['queue', 'outcome'],
    registers: [this.registry],
  });
  private readonly seconds = new Histogram({
    name: 'daylight_job_seconds',
    help: 'Duration of one attempt at a job.',
    labelNames: ['queue'],
    buckets: [0.005, 0.02, 0.1, 0.5, 2, 10, 60],
    registers: [this.registry],
  });
  private readonly waiting = this.gauge('daylight_queue_waiting', 'Jobs that are due and not yet done.');
  private readonly oldest = this.gauge('daylight_queue_oldest_seconds', 'How long the oldest due job has waited.');
  private readonly dead = this.gauge('daylight_queue_dead', 'Jobs that were given up and wait for a person.');
  private readonly away = new Gauge({
    name: 'daylight_database_away',
    help: '1 while the database does not answer.',
    registers: [this.registry],
  });

  constructor(private readonly ages: () => Promise<readonly QueueAge[]>) {
    collectDefaultMetrics({ register: this.registry });
  }

  attempted(queue: string, outcome: AttemptOutcome, seconds: number): void {
    this.attempts.inc({ queue, outcome: outcome.kind });
    this.seconds.observe({ queue }, seconds);
  }

  /** The text of all metrics; those of the queues are asked for now. While the database is away they are left out. */
  async text(): Promise<string> {
    const ages = await this.ages().catch(() => null);
    this.away.set(ages === null ? 1 : 0);
    for (const gauge of [this.waiting, this.oldest, this.dead]) gauge.reset();
    for (const { queue, waiting, oldest_seconds: oldest, dead } of ages ?? []) {
      this.waiting.set({ queue }, waiting);
      this.oldest.set({ queue }, oldest);
      this.dead.set({ queue }, dead);
    }
    return this.registry.metrics();
  }

  private gauge(name: string, help: string): Gauge<'queue'> {
    return new Gauge({ name, help, labelNames: ['queue'], registers: [this.registry] });
  }
}
