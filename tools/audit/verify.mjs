// Recomputes the sealed audit trail and names the first entry that differs (started by audit.mjs). Reads as the database's owner,
// so that no policy hides a row. Exit code: 0 intact, 1 broken, 2 could not tell.
import pg from 'pg';
import { openDatabase } from '../database/connection.mjs';
import { dataFolder } from '../database/secrets.mjs';
import * as audit from '../../libs/api/audit/src/chain/tool.ts';

const USAGE = 'npm run audit -- verify [--provider SLUG] [--head SEQ:HASH]';

function readArguments([command, ...rest]) {
  const options = { provider: null, head: null };
  if (command !== 'verify') throw new Error(`What shall be done? ${USAGE}`);
  for (let index = 0; index < rest.length; index += 2) {
    const name = rest[index]?.replace(/^--/, '');
    if (!(name in options) || rest[index + 1] === undefined)
      throw new Error(`${rest[index]} is not understood. ${USAGE}`);
    options[name] = rest[index + 1];
  }
  if (options.head !== null && options.provider === null)
    throw new Error('--head belongs to one provider: name it with --provider.');
  return options;
}

async function providersOf(client, slug) {
  const { rows } = await client.query(
    'select provider_id, name, slug from provider where $1::text is null or slug = $1 order by slug',
    [slug],
  );
  if (slug !== null && rows.length === 0) throw new Error(`There is no provider "${slug}".`);
  return rows;
}

function readerOf(client, providerId, { SEALS_AFTER, UNSEALED }) {
  return {
    sealsAfter: async (seq) => (await client.query(SEALS_AFTER, [providerId, seq])).rows,
    unsealed: async () => (await client.query(UNSEALED, [providerId])).rows[0],
  };
}

function say({ name, slug }, verdict, faultText) {
  if (verdict.kind === 'intact') {
    const head = verdict.head === null ? 'nothing sealed yet' : `head ${verdict.head.seq}:${verdict.head.hash}`;
    console.log(
      `${name} (${slug}): intact, ${verdict.entries} entries, ${verdict.unsealed} waiting for their seal; ${head}`,
    );
    return;
  }
  const when = verdict.at === null ? 'unknown time' : new Date(verdict.at).toISOString();
  const which = `entry ${verdict.entryId ?? '(gone)'}, seq ${verdict.seq ?? '(none)'}, ${when}`;
  console.log(
    `${name} (${slug}): BROKEN at ${which}\n  ${verdict.fault}: ${faultText[verdict.fault].en}\n  ${faultText[verdict.fault].ko}`,
  );
}

/** Verifies the providers' trails through the owner's connection; true when all are intact. */
async function verify(ownerUrl, { provider, head }) {
  const noted = head === null ? null : audit.parseHead(head);
  if (head !== null && noted === null)
    throw new Error('--head is written SEQ:HASH, as an earlier run or the console shows it.');
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'daylight-audit' });
  await client.connect();
  try {
    let intact = true;
    for (const each of await providersOf(client, provider)) {
      const verdict = await audit.verifyChain(readerOf(client, each.provider_id, audit), noted);
      say(each, verdict, audit.FAULT_TEXT);
      intact &&= verdict.kind === 'intact';
    }
    return intact;
  } finally {
    await client.end();
  }
}

/** The owner's connection: given, or that of the database which `npm start` uses here. */
async function withOwner(work) {
  const given = process.env.DAYLIGHT_OWNER_DATABASE_URL;
  if (given) return work(given);
  const database = await openDatabase({ folder: dataFolder() });
  try {
    return await work(database.ownerUrl);
  } finally {
    await database.stop();
  }
}

try {
  const options = readArguments(process.argv.slice(2));
  const intact = await withOwner((ownerUrl) => verify(ownerUrl, options));
  process.exitCode = intact ? 0 : 1;
} catch (error) {
  console.error(error.message);
  process.exitCode = 2;
}
