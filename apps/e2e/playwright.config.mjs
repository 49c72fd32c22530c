// Journeys through the running product in a real Chromium: apps/e2e/src/**/*.journey.ts. `npm test` names the browser.
import path from 'node:path';
import { defineConfig } from '@playwright/test';

const port = Number(process.env.DAYLIGHT_JOURNEY_PORT || 4290);
const root = path.resolve(import.meta.dirname, '../..');
/** Nothing that calls home, and no sandbox, which containers don't grant. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export default defineConfig({
  testDir: 'src',
  testMatch: '**/*.journey.ts',
  outputDir: path.join(root, 'test-results'),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  workers: 1,
  use: {
    baseURL: `http://localhost:${port}`,
    launchOptions: { executablePath: process.env.CHROMIUM_PATH || undefined, args: FLAGS },
    // The pages as they stood at each step are kept; a film of them would take most of the machine.
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: true },
  },
  webServer: {
    command: `exec node ${path.join(root, 'tools/test/journey-server.mjs')}`,
    cwd: root,
    env: { PORT: String(port), CI: '' },
    url: `http://localhost:${port}/readyz`,
    timeout: 240_000,
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 20_000 },
    stdout: 'pipe',
    stderr: 'pipe',
  },
});
