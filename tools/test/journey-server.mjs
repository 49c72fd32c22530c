// The Daylight that the browser journeys visit: `npm start` with a data folder of its own, thrown away afterwards.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { sweep } from './cluster.mjs';

await sweep();
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'daylight-journeys-'));
fs.chmodSync(folder, 0o755); // the database's account must be able to pass
process.on('exit', () => fs.rmSync(folder, { recursive: true, force: true }));
process.env.DAYLIGHT_DATA = folder;
delete process.env.DATABASE_URL; // never a developer's own database
delete process.env.npm_execpath; // Playwright is our parent, not npm
await import('../start/start.mjs');
