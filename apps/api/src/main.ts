import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ConfigError, readConfig } from '@daylight/api-platform';
import { createServer } from './server.js';

async function main(): Promise<void> {
  const config = readConfig();
  const root = join(dirname(fileURLToPath(import.meta.url)), '../../..');
  const app = await createServer({ config, root });
  app.enableShutdownHooks(['SIGTERM', 'SIGINT']);
  await app.listen(config.DAYLIGHT_PORT, config.DAYLIGHT_HOST);
}

main().catch((error: unknown) => {
  process.stderr.write(
    error instanceof ConfigError
      ? `${error.message}\n`
      : `Daylight's API did not start: ${String(error instanceof Error ? error.stack : error)}\n`,
  );
  process.exitCode = 1;
  setTimeout(() => process.exit(1), 500).unref();
});
