// npm run gen:feature -- FEATURE [NOUN]: a slice of the API that works from its first minute (docs/architecture.md).
import fs from 'node:fs';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { newMigration } from '../database/migration-files.mjs';
import { fill, namesOf } from './feature/names.mjs';
import { addSlice, linkWorkspace, takePlace } from './feature/wiring.mjs';

const TEMPLATES = path.join(import.meta.dirname, 'feature/templates');

/** Which template becomes which file, relative to the repository. */
function filesOf({ feature, noun }) {
  const slice = `libs/api/${feature}`;
  const schema = 'libs/graphql/schema';
  return {
    'package.json': `${slice}/package.json`,
    'tsconfig.json': `${slice}/tsconfig.json`,
    'index.ts': `${slice}/src/index.ts`,
    'modules.ts': `${slice}/src/${feature}.modules.ts`,
    'messages.ts': `${slice}/src/messages.ts`,
    'entities.ts': `${slice}/src/model/entities.ts`,
    'row.ts': `${slice}/src/model/${noun}.row.ts`,
    'page.ts': `${slice}/src/queries/${feature}-page.ts`,
    'add.ts': `${slice}/src/use-cases/add-${noun}.ts`,
    'console.resolver.ts': `${slice}/src/resolvers/${feature}-console.resolver.ts`,
    'portal.resolver.ts': `${slice}/src/resolvers/${feature}-portal.resolver.ts`,
    'int-spec.ts': `${slice}/src/${feature}.int-spec.ts`,
    'common.graphql': `${schema}/common/${feature}.graphql`,
    'portal.graphql': `${schema}/portal/${feature}.graphql`,
    'console.graphql': `${schema}/console/${feature}.graphql`,
  };
}

/** Writes the slice below `root` and wires it. Returns the files written. Throws with a sentence when it is there already. */
export async function generateFeature(root, names) {
  const files = filesOf(names);
  const taken = Object.values(files).find((file) => fs.existsSync(path.join(root, file)));
  if (taken !== undefined) throw new Error(`${taken} is there already.`);
  for (const [template, file] of Object.entries(files)) await write(root, file, textOf(template, names));
  const [up, down] = newMigration(names.feature, path.join(root, 'libs/api/database/migrations'));
  fs.writeFileSync(up, textOf('up.sql', names));
  fs.writeFileSync(down, textOf('down.sql', names));
  linkWorkspace(root, names);
  takePlace(root, names);
  addSlice(root, names);
  return [...Object.values(files), path.relative(root, up), path.relative(root, down)];
}

const textOf = (template, names) => fill(fs.readFileSync(path.join(TEMPLATES, `${template}.tmpl`), 'utf8'), names);

async function write(root, file, text) {
  const where = path.join(root, file);
  const options = await resolveConfig(path.join(root, 'package.json'));
  fs.mkdirSync(path.dirname(where), { recursive: true });
  fs.writeFileSync(where, await format(text, { ...options, filepath: where }));
}

if (process.argv[1] === import.meta.filename) {
  try {
    const root = path.resolve(import.meta.dirname, '../..');
    const names = namesOf(...process.argv.slice(2));
    for (const file of await generateFeature(root, names)) console.log(file);
    console.log(`
Wired into apps/api/src/slices.ts, tools/lint-rules/boundaries.mjs and package-lock.json. Next:
  npx jest --selectProjects int --testPathPatterns libs/api/${names.feature}
  npm run db:schema     schema.sql with the new table
  npm run codegen       the new fields for the apps
Then make it yours: the words in the schema and the migration, the permissions of the resolvers (libs/domain/src/access),
the place in the feature order, a row of each actor in apps/api/src/isolation.`);
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
