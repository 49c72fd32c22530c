import { eventJob, enqueue, type UnitOfWork } from '@daylight/api-database';
import { parseMapping, type Mapping } from '../mapping/mapping.js';
import { loadRun, lockRun, setRunState, type Run, type RunFailure } from '../model/run.js';
import { analyzeLoaded, dropStaged } from '../model/staging.js';
import type { Source } from '../reading/read-rows.js';
import { readFile, type ImportTarget } from './read-file.js';
import { prepareBatch, writeContext, type Batch, type WriteContext } from './prepare-batch.js';
import { writeBatch } from './write-batch.js';

export interface RunOptions {
  /** Called after every batch with the run as it stands; the command line prints it. */
  readonly onProgress?: (run: Run) => void;
  /** Set to stop between batches; the run stays where it is and can be taken up again. */
  readonly signal?: AbortSignal;
}

const STOPPED = new Set(['CANCELLED', 'FAILED', 'DONE', 'UNDONE', 'UNDOING']);

/**
 * Takes a run from wherever it stands to its end: reads the file into staged rows, then writes case by case. Survives a
 * kill at any point, since every batch is one transaction that moves the rows and the counters together.
 */
export class RunImport {
  constructor(private readonly uow: UnitOfWork) {}

  async run(target: ImportTarget, source: Source, options: RunOptions = {}): Promise<Run | null> {
    const run = await this.begin(target);
    if (run === null || STOPPED.has(run.state)) return this.stopped(target);
    const parsed = parseMapping(run.mapping);
    if (parsed.kind === 'invalid')
      return this.end(target, 'FAILED', { kind: 'BAD_MAPPING', line: null, detail: parsed.problems[0]?.path ?? '' });
    if (run.state !== 'WRITING') {
      const read = await this.read(target, source, parsed.mapping, run, options);
      if (read !== null) return read;
    }
    return this.write(target, parsed.mapping, options);
  }

  private begin(target: ImportTarget): Promise<Run | null> {
    return this.uow.asSystem(target, async (tx) => {
      const run = await lockRun(tx, target.runId);
      return run?.state === 'QUEUED' ? setRunState(tx, target.runId, 'READING') : run;
    });
  }

  /** Says how far the run is, and whether it shall go on. */
  private goOn(run: Run | null, options: RunOptions): boolean {
    if (run !== null) options.onProgress?.(run);
    return run !== null && !STOPPED.has(run.state) && options.signal?.aborted !== true;
  }

  /** Null: the file is read and the writing may begin. */
  private async read(
    target: ImportTarget,
    source: Source,
    mapping: Mapping,
    run: Run,
    options: RunOptions,
  ): Promise<Run | null> {
    const goOn = (now: Run | null) => this.goOn(now, options);
    const outcome = await readFile(source, { uow: this.uow, target, mapping, skip: run.rows_read, goOn });
    if (outcome.kind === 'failed') return this.end(target, 'FAILED', outcome.failure);
    if (outcome.kind === 'stopped') return this.stopped(target);
    await this.uow.asSystem(target, async (tx) => {
      await analyzeLoaded(tx);
      await setRunState(tx, target.runId, 'WRITING');
    });
    return null;
  }

  private async write(target: ImportTarget, mapping: Mapping, options: RunOptions): Promise<Run | null> {
    const context = await this.uow.asSystem(target, (tx) => writeContext(tx, target, mapping));
    let batch = await this.prepare(context, '');
    while (batch !== null) {
      const { run, next } = await this.writeAndPrepare(context, batch);
      if (!this.goOn(run, options)) return this.stopped(target);
      batch = next;
    }
    return this.end(target, 'DONE');
  }

  private prepare(context: WriteContext, after: string): Promise<Batch | null> {
    return this.uow.asSystem(context.target, (tx) => prepareBatch(tx, context, after));
  }

  /** Writes a batch; the next one is worked out while the database is at it. */
  private async writeAndPrepare(
    context: WriteContext,
    batch: Batch,
  ): Promise<{ readonly run: Run | null; readonly next: Batch | null }> {
    let next: Promise<Batch | null> = Promise.resolve(null);
    const goAhead = () => {
      next = this.prepare(context, batch.span.last);
      // Awaited below; until then a failure must not count as unhandled.
      next.catch(() => undefined);
    };
    try {
      const run = await this.uow.asSystem(context.target, (tx) => writeBatch(tx, context, { batch, sent: goAhead }));
      return { run, next: await next };
    } finally {
      // Nothing goes on behind the caller's back, however the writing ended.
      await next.catch(() => undefined);
    }
  }

  /** A cancelled run's rows are cleared away; one that was only interrupted keeps them and goes on later. */
  private stopped(target: ImportTarget): Promise<Run | null> {
    return this.uow.asSystem(target, async (tx) => {
      const run = await loadRun(tx, target.runId);
      if (run?.state === 'CANCELLED') await dropStaged(tx, target);
      return run;
    });
  }

  private async end(
    target: ImportTarget,
    state: 'DONE' | 'FAILED',
    failure: RunFailure | null = null,
  ): Promise<Run | null> {
    return this.uow.asSystem(target, async (tx) => {
      const run = await lockRun(tx, target.runId);
      await dropStaged(tx, target);
      if (run === null || STOPPED.has(run.state)) return run;
      await analyzeLoaded(tx);
      await enqueue(tx, [
        eventJob({ topic: 'import.finished', tenantId: target.tenantId, ids: { runId: target.runId } }),
      ]);
      return setRunState(tx, target.runId, state, failure);
    });
  }
}
