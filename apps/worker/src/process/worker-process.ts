import { sealPending } from '@daylight/api-audit';
import { checkSchemaVersion, createDataSource, UnitOfWork } from '@daylight/api-database';
import { armAvailabilityKeeping } from '@daylight/api-availability';
import { armKpiKeeping } from '@daylight/api-kpi';
import { pollMailboxes, startSmtpListener, type SmtpListener } from '@daylight/api-mail';
import { ConfigError, createLogger, systemClock, type Config, type Logger } from '@daylight/api-platform';
import { queueAges } from '../runtime/claims.js';
import { Worker, WORKER_DEFAULTS, type WorkerListener } from '../runtime/worker.js';
import { handlersOf, slicesOf } from '../slices.js';
import { WorkerMetrics } from '../status/metrics.js';
import { overdueCounts } from '../status/overdue.js';
import { serveStatus } from '../status/status-server.js';
import { Heartbeat, pingAddress } from './heartbeat.js';
import { purge } from './purge.js';
import { repeat } from './repeat.js';

const HEARTBEAT_MS = 60_000;
const SEAL_MS = 500;
const PURGE_MS = 3_600_000;
const KEEP_FIGURES_MS = 60_000;
const FETCH_MAIL_MS = 10_000;
const CONNECT_AGAIN_MS = 2_000;
/** A loop that hasn't turned for this long is stuck. Its longest wait is seconds. */
const STUCK_MS = 60_000;

export interface RunningWorker {
  /** Claims nothing more, finishes what is in hand, lets go of the database. */
  stop(): Promise<void>;
}

function listenerOf(log: Logger, metrics: WorkerMetrics): WorkerListener {
  return {
    attempted: (queue, outcome, seconds) => {
      metrics.attempted(queue, outcome, seconds);
      if (outcome.kind === 'DEAD') log.error({ queue, error: outcome.error }, 'a job was given up');
      else if (outcome.kind === 'RETRY') log.warn({ queue, error: outcome.error }, 'a job failed and is tried again');
    },
    databaseAway: (error) => log.warn({ error }, 'the database is away; waiting for it'),
    databaseBack: () => log.info('the database is back'),
    leaseLost: ({ job }) => log.warn({ queue: job.queue, jobId: job.id }, 'a lease was lost to another worker'),
  };
}

/** Seals what waits and says the new heads: a log kept elsewhere anchors them (G8). */
async function seal(work: UnitOfWork, log: Logger): Promise<void> {
  for (const head of await sealPending(work)) log.info({ event: 'audit-head', ...head }, 'audit trail sealed');
}

/** Takes mail from a mail server, where a port says so. */
async function listenForMail(config: Config, work: UnitOfWork, log: Logger): Promise<SmtpListener | null> {
  const { DAYLIGHT_SMTP_PORT: port, DAYLIGHT_SMTP_HOST: host, DAYLIGHT_SECRET: secret } = config;
  if (port === undefined) return null;
  const trouble = (error: string): void => log.warn({ error }, 'mail could not be taken; its sender tries again');
  return startSmtpListener({ work, secret, host, port, trouble });
}

/** Fetches mail of the mailboxes that are due. */
async function fetchMail(config: Config, work: UnitOfWork): Promise<void> {
  const { DAYLIGHT_SECRET: secret, DAYLIGHT_IMAP_NETWORKS: networks } = config;
  await pollMailboxes({ work, secret, networks });
}

function urlOf(config: Config): string {
  const url = config.DAYLIGHT_WORKER_DATABASE_URL;
  if (url === undefined)
    throw new ConfigError('DAYLIGHT_WORKER_DATABASE_URL is missing: the worker needs its own login role.');
  return url;
}

async function connect(config: Config, log: Logger): Promise<UnitOfWork & { close(): Promise<void> }> {
  const slices = slicesOf(config);
  const source = createDataSource({
    url: urlOf(config),
    // A connection a job, one for long work, and two for claims, leases and sealing.
    poolSize: Math.max(config.DAYLIGHT_POOL_SIZE, WORKER_DEFAULTS.concurrency + 3),
    entities: slices.flatMap((slice) => [...(slice.entities ?? [])]),
    applicationName: 'daylight-worker',
    onConnectionLost: (error) => log.debug({ error: error.message }, 'an idle connection was lost'),
  });
  for (;;) {
    try {
      await source.initialize();
      return Object.assign(new UnitOfWork(source, systemClock), { close: () => source.destroy() });
    } catch (error) {
      log.warn({ error: String(error) }, 'the database does not answer yet');
      await new Promise((resolve) => setTimeout(resolve, CONNECT_AGAIN_MS));
    }
  }
}

/**
 * Starts the worker of this process: jobs, the audit trail's sealer, the heartbeat, `/healthz` and `/metrics`.
 * `migrations`: what the database must have. Throws ConfigError, SchemaMismatch.
 */
export async function startWorker(config: Config, migrations: readonly number[]): Promise<RunningWorker> {
  const log = createLogger(config, 'worker');
  const work = await connect(config, log);
  await work.withoutScope((client) => checkSchemaVersion(client, migrations));
  const watched = { ages: () => queueAges(work), overdue: () => overdueCounts(work) };
  const metrics = new WorkerMetrics(watched);
  const worker = new Worker(work, handlersOf(slicesOf(config)), listenerOf(log, metrics));
  const running = worker.run();
  const turning = watchTurns(worker);
  const listening = config.DAYLIGHT_HEARTBEAT_URL;
  const ping = listening === undefined ? null : () => pingAddress(listening);
  const heart = new Heartbeat({ ...watched, turning, done: () => metrics.done, ping, log });
  const quietly = (error: unknown): void => log.debug({ error: String(error) }, 'a round was skipped');
  const repeated = [
    repeat(() => seal(work, log), SEAL_MS, quietly),
    repeat(async () => void (await heart.beat()), HEARTBEAT_MS, quietly),
    repeat(() => purge(work, config.DAYLIGHT_MAIL_RAW_DAYS), PURGE_MS, quietly),
    repeat(() => armKpiKeeping(work), KEEP_FIGURES_MS, quietly),
    repeat(() => armAvailabilityKeeping(work), KEEP_FIGURES_MS, quietly),
    repeat(() => fetchMail(config, work), FETCH_MAIL_MS, quietly),
  ];
  const smtp = await listenForMail(config, work, log);
  const health = () => ({
    healthy: turning(),
    database: worker.databaseIsAway ? ('away' as const) : ('there' as const),
  });
  const port = config.DAYLIGHT_WORKER_PORT;
  const status =
    port === undefined
      ? null
      : await serveStatus(port, config.DAYLIGHT_HOST, { health, metrics: () => metrics.text() });
  log.info({ event: 'started', mail: config.SMTP_URL === undefined ? 'local mailbox' : 'smtp' }, 'the worker runs');
  return {
    stop: async () => {
      log.info({ event: 'stopping' }, 'finishing what is in hand');
      worker.stop();
      await smtp?.close();
      status?.close();
      status?.closeAllConnections();
      await Promise.all([running, ...repeated.map((each) => each.stop())]);
      await work.close();
    },
  };
}

/** Whether the loop has turned within the last minute, by this process's own monotonic clock. */
function watchTurns(worker: Worker): () => boolean {
  let seen = worker.turns;
  let since = performance.now();
  return () => {
    const now = performance.now();
    if (worker.turns !== seen) {
      seen = worker.turns;
      since = now;
    }
    return now - since < STUCK_MS;
  };
}
