// npm run audit -- verify [--provider SLUG] [--head SEQ:HASH]
import path from 'node:path';
import { runFromSource } from '../start/from-source.mjs';

runFromSource(path.join(import.meta.dirname, 'verify.mjs'));
