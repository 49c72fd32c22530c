// A worker process whose job never ends: `hanging-worker.test.ts <database url> <lease ms>`. The spec kills it.
import 'reflect-metadata';
import { systemClock } from '@daylight/api-platform';
import { createDataSource, UnitOfWork } from '@daylight/api-database';
import { Worker, WORKER_DEFAULTS } from '../runtime/worker.js';
import { quiet } from './quiet.test.js';

const [url = '', leaseMs = ''] = process.argv.slice(2);
const source = createDataSource({
  url,
  poolSize: 4,
  entities: [],
  applicationName: 'hanging',
  onConnectionLost: () => undefined,
});
await source.initialize();
const hang = {
  queue: 'record',
  handle: () => {
    process.stdout.write('begun\n');
    return new Promise<void>(() => undefined);
  },
};
const work = new UnitOfWork(source, systemClock);
await new Worker(work, new Map([['record', hang]]), quiet, { ...WORKER_DEFAULTS, leaseMs: Number(leaseMs) }).run();
