// What `npm run sla` does, once this process reads TypeScript (sla.mjs). Each command is
// `(args, { stdin, stdout, stderr }) => exit code`; 0 done, 1 the document is bad, 2 the command is.
const COMMANDS = {
  eval: async () => (await import('./eval.mjs')).evaluate,
  explain: async () => (await import('./explain.mjs')).explain,
  credit: async () => (await import('./credit.mjs')).credit,
};
const USAGE = `Usage (docs/sla.md):
  npm run -s sla -- eval < CASES.jsonl
  npm run -s sla -- explain FILE.json [--language ko|en]
  npm run -s sla -- credit FILE.json`;

const { stdin, stdout, stderr } = process;
// Whoever reads may have seen enough (`| head`): then there is nothing left to do, and nothing wrong.
stdout.on('error', (error) => process.exit(error.code === 'EPIPE' ? 0 : 2));

const [name, ...args] = process.argv.slice(2);
const load = Object.hasOwn(COMMANDS, name ?? '') ? COMMANDS[name] : null;
if (load === null) {
  stderr.write(`${USAGE}\n`);
  process.exitCode = 2;
} else {
  const command = await load();
  process.exitCode = await command(args, { stdin, stdout, stderr });
}
