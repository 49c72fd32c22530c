// npm run -s sla -- eval < CASES.jsonl | explain FILE.json [--language ko|en] | credit FILE.json: figures without our screens.
import { register } from 'node:module';

register('./read-typescript.mjs', import.meta.url);
await import('./run.mjs');
