// Makes a new slice known: to npm and Node, to the rule of who imports whom, to the API.
import fs from 'node:fs';
import path from 'node:path';

/** What npm would write on its next install, so that nobody has to wait for one. */
export function linkWorkspace(root, { feature }) {
  const [name, where] = [`@daylight/api-${feature}`, `libs/api/${feature}`];
  edit(path.join(root, 'package-lock.json'), (text) => {
    const lock = JSON.parse(text);
    lock.packages[where] = { name, version: '0.1.0' };
    lock.packages[`node_modules/${name}`] = { resolved: where, link: true };
    lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en')));
    return `${JSON.stringify(lock, null, 2)}\n`;
  });
  const link = path.join(root, 'node_modules', name);
  if (!fs.existsSync(link)) fs.symlinkSync(path.join('../..', where), link, 'dir');
}

/** The last of the feature order, unless the order has a place for it. */
export function takePlace(root, { feature }) {
  edit(path.join(root, 'tools/lint-rules/boundaries.mjs'), (text) => {
    const order = /const FEATURE_ORDER = \[[\s\S]*?\n\];/.exec(text)?.[0];
    if (order === undefined) throw new Error('boundaries.mjs has no FEATURE_ORDER any more.');
    if (order.includes(`'${feature}'`)) return text;
    return text.replace(order, order.replace(/\n\];$/, `\n  ['${feature}'],\n];`));
  });
}

/** Its line in the API's list of slices. */
export function addSlice(root, { feature, Feature, nounField }) {
  edit(path.join(root, 'apps/api/src/slices.ts'), (text) => {
    const entities = `${nounField}Entities`;
    const imports = [
      `import { ${Feature}ConsoleModule, ${Feature}PortalModule } from '@daylight/api-${feature}';`,
      `import { entities as ${entities} } from '@daylight/api-${feature}/entities';`,
    ];
    const line = `  { portal: ${Feature}PortalModule, console: ${Feature}ConsoleModule, entities: ${entities} },`;
    const withImports = text.replace(/(?=import type \{ EntityTarget)/, `${imports.join('\n')}\n`);
    const wired = withImports.replace(/(export const slices[\s\S]*?)(\n\];)/, `$1\n${line}$2`);
    if (!wired.includes(imports[0]) || !wired.includes(line))
      throw new Error('slices.ts is not as the generator knows it.');
    return wired;
  });
}

function edit(file, change) {
  fs.writeFileSync(file, change(fs.readFileSync(file, 'utf8')));
}
