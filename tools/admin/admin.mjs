// npm run admin -- create-provider --name=NAME --slug=SLUG --email=E-MAIL --person=NAME --zone=ZONE --language=ko|en
// npm run admin -- sign-in-link --slug=SLUG --email=E-MAIL
//
// For who runs an installation: the first provider with its administrator, and a way back in when no mail can be sent.
// Both print a link that works once. They use DAYLIGHT_WORKER_DATABASE_URL, or the database that `npm start` uses here.
import { openDatabase, withClient } from '../database/connection.mjs';
import { dataFolder } from '../database/secrets.mjs';
import { AdminRefused, readOptions } from './options.mjs';
import { createProvider } from './create-provider.mjs';
import { signInLink } from './sign-in-link.mjs';

const COMMANDS = { 'create-provider': createProvider, 'sign-in-link': signInLink };

/** SQLSTATEs that say something about the installation rather than about the input. */
const STATES = {
  '42P01': 'The database has no tables of Daylight yet. Run `npm run db:migrate` first.',
  42883: 'The database is older than this program. Run `npm run db:migrate` first.',
  42501: 'This connection may not do that; it must be the role daylight_worker (docs/operations.md).',
  '28P01': 'The database refused the password in DAYLIGHT_WORKER_DATABASE_URL.',
};

async function withWorker(env, work) {
  const given = env.DAYLIGHT_WORKER_DATABASE_URL;
  if (given) return withClient(given, work);
  const database = await openDatabase({ folder: dataFolder(env), env });
  try {
    return await withClient(database.workerUrl, work);
  } finally {
    await database.stop();
  }
}

async function inTransaction(client, work) {
  await client.query('begin');
  try {
    const result = await work();
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

async function main([name, ...args], env) {
  const command = COMMANDS[name];
  if (command === undefined) {
    const known = Object.entries(COMMANDS).map(([each, { usage }]) => `  npm run admin -- ${each} ${usage}`);
    throw new AdminRefused(`${name ? `Unknown command ${name}. ` : ''}There are:\n${known.join('\n')}`);
  }
  const options = readOptions(name, command, args);
  const origin = (env.DAYLIGHT_ORIGIN || `http://localhost:${env.PORT || 4280}`).replace(/\/$/, '');
  return withWorker(env, (client) => inTransaction(client, () => command.run(client, options, origin)));
}

try {
  console.log(await main(process.argv.slice(2), process.env));
} catch (error) {
  console.error(STATES[error.code] ?? error.message);
  process.exitCode = error instanceof AdminRefused ? 2 : 1;
}
