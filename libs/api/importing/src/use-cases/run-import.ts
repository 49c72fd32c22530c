import { eventJob, enqueue, type UnitOfWork } from '@daylight/api-database';
import type { Actor } from '@daylight/domain';
import { loadNames } from '../cases/people.js';
import { parseMapping, type Mapping } from '../mapping/mapping.js';
import { loadRun, lockRun, setRunState, type Run, type RunFailure } from '../model/run.js';
import { analyzeLoaded, dropStaged } from '../model/staging.js';
import type { Source } from '../reading/read-rows.js';
import { readFile, type ImportTarget } from './read-file.js';
import { writeNextCases, type WriteContext } from './write-cases.js';

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
    return this.write(target, parsed.mapping, run, options);
  }

  private begin(target: ImportTarget): Promise<Run | null> {
    return this.uow.asSystem(target, async (tx) => {
      const run = await lockRun(tx, target.runId);
      return run?.state === 'QUEUED' ? setRunState(tx, target.runId, 'READING') : run;
    });
  }

  private async goOn(target: ImportTarget, options: RunOptions): Promise<boolean> {
    const run = await this.uow.asSystem(target, async (tx) => {
      await enqueue(tx, [
        eventJob({ topic: 'import.progressed', tenantId: target.tenantId, ids: { runId: target.runId } }),
      ]);
      return loadRun(tx, target.runId);
    });
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
    const goOn = () => this.goOn(target, options);
    const outcome = await readFile(source, { uow: this.uow, target, mapping, skip: run.rows_read, goOn });
    if (outcome.kind === 'failed') return this.end(target, 'FAILED', outcome.failure);
    if (outcome.kind === 'stopped') return this.stopped(target);
    await this.uow.asSystem(target, async (tx) => {
      await analyzeLoaded(tx);
      await setRunState(tx, target.runId, 'WRITING');
    });
    return null;
  }

  private async write(target: ImportTarget, mapping: Mapping, run: Run, options: RunOptions): Promise<Run | null> {
    const actor: Actor = { side: 'PROVIDER', userId: run.started_by };
    const context = await this.uow.asSystem(target, async (tx): Promise<WriteContext> => {
      const names = await loadNames(tx, target.tenantId);
      return { run: target, dryRun: run.dry_run, mapping, names, actor };
    });
    while (await this.uow.asSystem(target, (tx) => writeNextCases(tx, context))) {
      if (!(await this.goOn(target, options))) return this.stopped(target);
    }
    return this.end(target, 'DONE');
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
