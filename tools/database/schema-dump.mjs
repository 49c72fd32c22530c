// `schema.sql`: what all migrations together come to, for reviewers to read and for CI to compare.
import fs from 'node:fs';
import path from 'node:path';
import { withClient } from './connection.mjs';
import * as queries from './schema-queries.mjs';

export const SCHEMA_FILE = path.resolve(import.meta.dirname, '../../libs/api/database/schema.sql');

const GENERAL = [queries.EXTENSIONS, queries.SCHEMA_LIST, queries.SCHEMA_GRANTS, queries.TYPES];
const PER_TABLE = [
  queries.TABLE_LIST,
  queries.COLUMNS,
  queries.CONSTRAINTS,
  queries.INDEXES,
  queries.POLICIES,
  queries.TRIGGERS,
  queries.TABLE_GRANTS,
  queries.COLUMN_GRANTS,
];
const HEADER = [
  '-- The schema as the catalogue shows it after the last migration. Written by `npm run db:schema`; never edited, never run.',
  '-- A test migrates an empty database and fails when this file says something else.',
];

/** The text for the database at `url` (any role may ask). The same schema gives the same text, however it came about. */
export function dumpSchema(url) {
  return withClient(url, async (client) => {
    await client.query(`set search_path = ''`); // so that every name is printed with its schema
    const sections = [
      ['general', await collect(client, GENERAL)],
      ['tables', await collect(client, [queries.SEQUENCES, ...PER_TABLE])],
      ['functions', await collect(client, [queries.FUNCTIONS, queries.FUNCTION_GRANTS])],
    ];
    const text = sections.flatMap(([title, objects]) => [
      `-- ${title} ${'-'.repeat(100 - title.length)}`,
      ...objects.map(print),
    ]);
    return `${[...HEADER, '', ...text].join('\n')}\n`;
  });
}

async function collect(client, statements) {
  const objects = new Map();
  for (const statement of statements) {
    const { rows } = await client.query(statement);
    for (const { object, text } of rows) objects.set(object, [...(objects.get(object) ?? []), text]);
  }
  return [...objects].sort(([a], [b]) => (a < b ? -1 : 1));
}

function print([object, texts]) {
  return [object, ...texts.map((text) => text.trimEnd().replaceAll(/^/gm, '  '))].join('\n').concat('\n');
}

/** The first difference between the committed file and `text`, as a sentence; null when they agree. */
export function schemaDrift(text, file = SCHEMA_FILE) {
  const committed = fs.existsSync(file) ? fs.readFileSync(file, 'utf8').split('\n') : [];
  const actual = text.split('\n');
  const at = actual.findIndex((line, index) => line !== committed[index]);
  if (at === -1 && committed.length === actual.length) return null;
  const line = at === -1 ? actual.length : at;
  return (
    `schema.sql differs from what the migrations make, first at line ${line + 1}:\n` +
    `  committed: ${committed[line] ?? '(end of file)'}\n  migrated:  ${actual[line] ?? '(end of file)'}\n` +
    'Run `npm run db:schema` and commit the result.'
  );
}
