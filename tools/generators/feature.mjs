// npm run gen:feature -- FEATURE [NOUN] [KOREAN]: a slice from the table to the screens of both apps that works from its
// first minute (docs/architecture.md).
import fs from 'node:fs';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { newMigration } from '../database/migration-files.mjs';
import { fill, namesOf } from './feature/names.mjs';
import { addPages } from './feature/web-wiring.mjs';
import { addSlice, linkWorkspace, takePlace } from './feature/wiring.mjs';

const TEMPLATES = path.join(import.meta.dirname, 'feature/templates');

/** Which template becomes which file, relative to the repository. */
function filesOf({ feature, noun }) {
  const slice = `libs/api/${feature}`;
  const schema = 'libs/graphql/schema';
  const shared = `libs/web/app/src/${feature}`;
  const [forClients, forStaff] = ['apps/portal/src', 'apps/console/src'];
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
    'web/line.graphql': `${shared}/${feature}.graphql`,
    'web/table.tsx': `${shared}/${noun}-table.tsx`,
    'web/table.spec.tsx': `${shared}/${noun}-table.spec.tsx`,
    'web/portal.graphql': `${forClients}/features/${feature}/${feature}.graphql`,
    'web/portal.page.tsx': `${forClients}/pages/${feature}/${feature}-page.tsx`,
    'web/console.graphql': `${forStaff}/features/${feature}/${feature}.graphql`,
    'web/dialog.tsx': `${forStaff}/features/${feature}/add-${noun}-dialog.tsx`,
    'web/console.page.tsx': `${forStaff}/pages/${feature}/${feature}-page.tsx`,
  };
}

/** What is edited and not made anew; its lines may have grown too long. */
const WIRED = [
  'apps/api/src/slices.ts',
  'tools/lint-rules/boundaries.mjs',
  'libs/web/app/src/index.ts',
  'apps/e2e/src/stage/routes.ts',
  ...['portal', 'console'].flatMap((app) => [`apps/${app}/src/app/router.tsx`, `apps/${app}/src/app/navigation.tsx`]),
];

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
  addPages(root, names);
  for (const file of WIRED) await write(root, file, fs.readFileSync(path.join(root, file), 'utf8'));
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
Wired into ${WIRED.join(', ')},
the texts of libs/web/app and both apps, and package-lock.json. Next:
  npm run codegen       what the pages ask for
  npx jest --testPathPatterns '(api|app/src)/${names.feature}/'
  npm run db:schema     schema.sql with the new table
  npm run dev           the pages at /${names.feature} and /console/${names.feature}
Then make it yours: the words in the schema, the migration and the texts (Korean and English), the permissions of the
resolvers (libs/domain/src/access) and of the places in the navigation, the place in the feature order, a row of each
actor in apps/api/src/isolation.`);
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
