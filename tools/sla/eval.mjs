// npm run -s sla -- eval: one answer for each case on standard input, both as JSON Lines (docs/sla.md).
import { once } from 'node:events';
import { answerLine } from './cases/answer-line.ts';
import { linesOf } from './lines.mjs';

/** So many characters are written at once: a write per line would cost more than its answer. */
const BATCH = 64 * 1024;

export async function evaluate(args, { stdin, stdout, stderr }) {
  if (args.length > 0) {
    stderr.write(`eval takes no arguments, cases come on standard input: ${args.join(' ')}\n`);
    return 2;
  }
  let said = '';
  let number = 0;
  for await (const line of linesOf(stdin)) {
    number += 1;
    if (line !== null && line.trim() === '') continue;
    said += `${answerLine(line, number)}\n`;
    if (said.length < BATCH) continue;
    if (!stdout.write(said)) await once(stdout, 'drain');
    said = '';
  }
  // A pipe is written to in the background: only its end says that all has arrived.
  await new Promise((resolve) => stdout.write(said, resolve));
  return 0;
}
