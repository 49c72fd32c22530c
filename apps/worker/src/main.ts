import 'reflect-metadata';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { knownMigrations, SchemaMismatch } from '@daylight/api-database';
import { ConfigError, readConfig } from '@daylight/api-platform';
import { startWorker } from './process/worker-process.js';

/** What isn't finished by then is freed by its lease and done by another worker. */
const GRACE_MS = 10_000;

async function main(): Promise<void> {
  const folder = join(dirname(fileURLToPath(import.meta.url)), '../../../libs/api/database/migrations');
  const worker = await startWorker(readConfig(), knownMigrations(folder));
  const end = (): void => {
    setTimeout(() => process.exit(0), GRACE_MS).unref();
    void worker.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once('SIGTERM', end).once('SIGINT', end);
}

main().catch((error: unknown) => {
  const known = error instanceof ConfigError || error instanceof SchemaMismatch;
  const said = known ? error.message : String(error instanceof Error ? error.stack : error);
  process.stderr.write(`Daylight's worker did not start: ${said}\n`);
  process.exit(1);
});
