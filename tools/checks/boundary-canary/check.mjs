// The boundary rule is silent when it finds no project graph or a tag is misspelt; only refused code proves that it watches.
import path from 'node:path';
import { ESLint } from 'eslint';
import { refreshProjectGraph } from '../lint.mjs';
import { accepted, refused } from './cases.mjs';

const root = path.resolve(import.meta.dirname, '../../..');

async function main() {
  await refreshProjectGraph();
  process.env.DAYLIGHT_LINT_TYPES = '0';
  const eslint = new ESLint({ cwd: root });
  const rulesFiring = async ({ file, code }) => {
    const [result] = await eslint.lintText(code, { filePath: path.join(root, file) });
    return result.messages.map(({ ruleId, message }) => ({ ruleId, message }));
  };
  const problems = [];
  for (const each of refused) {
    const fired = await rulesFiring(each);
    if (!fired.some(({ ruleId }) => ruleId === each.rule))
      problems.push(`${each.rule} lets this pass: ${each.what} (${each.file})`);
  }
  for (const each of accepted) {
    for (const { ruleId, message } of await rulesFiring(each))
      problems.push(`${ruleId} refuses this: ${each.what} (${each.file}): ${message}`);
  }
  for (const problem of problems) console.error(problem);
  console.log(`${refused.length} refused and ${accepted.length} accepted examples, ${problems.length} judged wrongly`);
  process.exitCode = problems.length === 0 ? 0 : 1;
}

await main();
