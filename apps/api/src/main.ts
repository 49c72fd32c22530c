import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { knownMigrations } from '@daylight/api-database';
import { readConfig } from '@daylight/api-platform';
import { createServer } from './server.js';
import { sayWhyNot } from './why-not.js';

async function main(): Promise<void> {
  const config = readConfig();
  const root = join(dirname(fileURLToPath(import.meta.url)), '../../..');
  const migrations = knownMigrations(join(root, 'libs/api/database/migrations'));
  const app = await createServer({ config, root, migrations });
  app.enableShutdownHooks(['SIGTERM', 'SIGINT']);
  await app.listen(config.DAYLIGHT_PORT, config.DAYLIGHT_HOST);
}

main().catch((error: unknown) => {
  process.stderr.write(`${sayWhyNot(error)}\n`);
  process.exitCode = 1;
  setTimeout(() => process.exit(1), 500).unref();
});
