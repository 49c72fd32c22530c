// npm run import -- --tenant ID --mapping FILE.json FILE.csv[.gz|.xz] [--dry-run] [--as E-MAIL] [--errors FILE.csv] [--language ko|en]
import path from 'node:path';
import { runFromSource } from '../start/from-source.mjs';

runFromSource(path.join(import.meta.dirname, 'run.mjs'));
