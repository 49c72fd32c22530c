// npm run -s sla -- explain FILE.json: how the clocks of one ticket came about, as text (docs/sla.md).
import fs from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { readHistory } from './history/read-history.ts';
import { sayHistory } from './history/say-history.ts';

const USAGE = 'Usage: npm run -s sla -- explain FILE.json [--language ko|en]   (FILE - reads standard input)';

/** What stands on the command line; null when it can't be understood. */
function readArguments(args) {
  try {
    const { values, positionals } = parseArgs({
      args,
      options: { language: { type: 'string' } },
      allowPositionals: true,
    });
    const language = values.language ?? null;
    return positionals.length === 1 && [null, 'ko', 'en'].includes(language)
      ? { file: positionals[0], language }
      : null;
  } catch {
    return null;
  }
}

export async function explain(args, { stdin, stdout, stderr }) {
  const given = readArguments(args);
  if (given === null) {
    stderr.write(`${USAGE}\n`);
    return 2;
  }
  let document;
  try {
    document = JSON.parse(given.file === '-' ? await text(stdin) : await fs.readFile(given.file, 'utf8'));
  } catch (error) {
    stderr.write(`${given.file}: ${error.message}\n`);
    return 1;
  }
  const read = readHistory(document);
  if (read.kind === 'invalid') {
    for (const { path, kind, detail } of read.problems) stderr.write(`${path || '(document)'}: ${kind} ${detail}\n`);
    return 1;
  }
  stdout.write(sayHistory(read.history, given.language ?? read.history.language ?? 'en'));
  return 0;
}
