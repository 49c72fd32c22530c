import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { QueueAge } from '../runtime/claims.js';
import type { AttemptOutcome } from '../runtime/run-claim.js';
import { OVERDUE_KINDS, type OverdueCount } from './overdue.js';

/** What the metrics ask for when somebody asks for them. */
export interface MetricSources {
  readonly ages: () => Promise<readonly QueueAge[]>;
  readonly overdue: () => Promise<readonly OverdueCount[]>;
}

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
  private readonly overdue = this.gauge(
    'daylight_overdue_steps',
    'Steps that should have been done and were not.',
    'kind',
  );
  private readonly overdueOldest = this.gauge(
    'daylight_overdue_oldest_seconds',
    'How late the latest step is.',
    'kind',
  );
  private doneAttempts = 0;
  private readonly away = new Gauge({
    name: 'daylight_database_away',
    help: '1 while the database does not answer.',
    registers: [this.registry],
  });

  constructor(private readonly sources: MetricSources) {
    collectDefaultMetrics({ register: this.registry });
  }

  /** Attempts that ended well since this process began. */
  get done(): number {
    return this.doneAttempts;
  }

  attempted(queue: string, outcome: AttemptOutcome, seconds: number): void {
    if (outcome.kind === 'DONE') this.doneAttempts += 1;
    this.attempts.inc({ queue, outcome: outcome.kind });
    this.seconds.observe({ queue }, seconds);
  }

  /** The text of all metrics; those of the queues are asked for now. While the database is away they are left out. */
  async text(): Promise<string> {
    const ages = await this.sources.ages().catch(() => null);
    await this.readOverdue();
    this.away.set(ages === null ? 1 : 0);
    for (const gauge of [this.waiting, this.oldest, this.dead]) gauge.reset();
    for (const { queue, waiting, oldest_seconds: oldest, dead } of ages ?? []) {
      this.waiting.set({ queue }, waiting);
      this.oldest.set({ queue }, oldest);
      this.dead.set({ queue }, dead);
    }
    return this.registry.metrics();
  }

  private async readOverdue(): Promise<void> {
    const counts = await this.sources.overdue().catch(() => null);
    for (const gauge of [this.overdue, this.overdueOldest]) gauge.reset();
    if (counts === null) return;
    for (const kind of OVERDUE_KINDS) {
      const found = counts.find((each) => each.kind === kind);
      this.overdue.set({ kind }, found?.overdue ?? 0);
      this.overdueOldest.set({ kind }, found?.oldest_seconds ?? 0);
    }
  }

  private gauge<Label extends 'queue' | 'kind' = 'queue'>(
    name: string,
    help: string,
    label?: Label,
  ): Gauge<Label | 'queue'> {
    return new Gauge<Label | 'queue'>({ name, help, labelNames: [label ?? 'queue'], registers: [this.registry] });
  }
}
