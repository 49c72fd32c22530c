// For the specs of mail in: the reading thread's program in one file, as production has it, since threads start often here.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const ROOT = path.resolve(__dirname, '../../../..');
/** Bundles argv[1] with all it imports into the folder argv[2]. */
const BUNDLE = `
  import { rolldown } from 'rolldown';
  const [input, dir] = process.argv.slice(1);
  const graph = await rolldown({ input, platform: 'node', resolve: { conditionNames: ['daylight-source', 'node', 'import'] } });
  await graph.write({ dir, format: 'esm', entryFileNames: 'mail-thread.mjs' });
  await graph.close();
`;

let program: URL | null = null;

/** Where the program lies; made once in a process. */
export function mailThread(): URL {
  if (program !== null) return program;
  const folder = mkdtempSync(path.join(tmpdir(), 'daylight-mail-thread-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const source = path.join(ROOT, 'apps/worker/src/mail-thread.ts');
  execFileSync(process.execPath, ['--input-type=module', '-e', BUNDLE, source, folder], { cwd: ROOT, stdio: 'pipe' });
  program = pathToFileURL(path.join(folder, 'mail-thread.mjs'));
  return program;
}
