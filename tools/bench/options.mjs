// What stands on the command line of `npm run bench`.
import { parseArgs } from 'node:util';

export const HTTP_JOBS = ['create', 'queue', 'detail', 'kpi', 'search', 'rare'];
/** Jobs of the domain alone: no server, no database. */
export const PURE_JOBS = ['sla', 'what-if'];
/** Needs a browser and a house of its own with the demo in it. */
export const WEB_JOB = 'web';
export const JOBS = [...HTTP_JOBS, 'import', ...PURE_JOBS, 'start', WEB_JOB];

/** Something that whoever typed the command can act on. */
export class BenchRefused extends Error {}

const USAGE = `npm run bench -- [${JOBS.join(',')}] [--quick] [--tickets=N] [--entries=N,N] [--repeats=N] [--seconds=N] [--statements] [--no-build]`;

const options = {
  quick: { type: 'boolean', default: false },
  tickets: { type: 'string' },
  entries: { type: 'string', default: '65000' },
  repeats: { type: 'string' },
  seconds: { type: 'string' },
  statements: { type: 'boolean', default: false },
  'no-build': { type: 'boolean', default: false },
  profile: { type: 'string' },
};

function whole(name, text, least) {
  const number = Number(text);
  if (!Number.isInteger(number) || number < least)
    throw new BenchRefused(`--${name} takes a whole number from ${least} on: ${text}`);
  return number;
}

/**
 * `{ jobs, tickets, entries, repeats, seconds, statements, build, profile }`. `entries`: sizes of the imported logs.
 * Throws BenchRefused.
 */
export function readOptions(args) {
  let given;
  try {
    given = parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    throw new BenchRefused(`${error.message}\nUsage: ${USAGE}`);
  }
  const { values, positionals } = given;
  const named = positionals.flatMap((text) => text.split(',')).filter((name) => name !== '');
  const strange = named.filter((name) => !JOBS.includes(name));
  if (strange.length > 0) throw new BenchRefused(`No such job: ${strange.join(', ')}\nUsage: ${USAGE}`);
  const { quick } = values;
  return {
    // A browser's figures are of another kind: only whoever names them gets them.
    jobs: named.length === 0 ? JOBS.filter((job) => job !== WEB_JOB) : JOBS.filter((job) => named.includes(job)),
    tickets: whole('tickets', values.tickets ?? (quick ? '20000' : '100000'), 1_000),
    entries: values.entries.split(',').map((text) => whole('entries', text, 100)),
    repeats: whole('repeats', values.repeats ?? '3', 1),
    seconds: whole('seconds', values.seconds ?? (quick ? '2' : '6'), 1),
    statements: values.statements,
    build: !values['no-build'],
    profile: values.profile ?? null,
  };
}
