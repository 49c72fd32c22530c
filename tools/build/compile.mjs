// node tools/build/compile.mjs <project folder>: src/**/*.ts(x) without specs -> dist/**/*.js with source maps.
import { transformFile } from '@swc/core';
import fs from 'node:fs/promises';
import path from 'node:path';

const SOURCE = /\.tsx?$/;
const NOT_SHIPPED = /\.(?:spec|int-spec|test|fixture)\.tsx?$|\.d\.ts$|(?:^|\/)testing\//;
const ASSET = /\.(?:sql|graphql|json|css|svg|ttf|otf|woff2)$/;

/** Mirrors tsconfig.base.json and jest.config.mjs: the same code must come out of all three. */
function options(file, output) {
  return {
    filename: file,
    swcrc: false,
    configFile: false,
    sourceMaps: true,
    sourceFileName: path.relative(path.dirname(output), file),
    module: { type: 'es6' },
    jsc: {
      target: 'es2023',
      parser: { syntax: 'typescript', tsx: file.endsWith('.tsx'), decorators: true },
      transform: {
        legacyDecorator: true,
        decoratorMetadata: true,
        verbatimModuleSyntax: true,
        react: { runtime: 'automatic' },
      },
      keepClassNames: true,
      experimental: { keepImportAttributes: true },
    },
  };
}

/** Compiles the project and removes outputs whose source is gone. Returns how many files were compiled and copied. */
export async function compile(project) {
  const source = path.join(project, 'src');
  const dist = path.join(project, 'dist');
  const files = (await list(source)).filter((file) => !NOT_SHIPPED.test(file));
  const code = files.filter((file) => SOURCE.test(file));
  const assets = files.filter((file) => ASSET.test(file));
  const written = await Promise.all([
    ...code.map((file) => compileFile(path.join(source, file), path.join(dist, file.replace(SOURCE, '.js')))),
    ...assets.map((file) => copy(path.join(source, file), path.join(dist, file))),
  ]);
  const current = new Set(written.flat());
  const stale = (await list(dist)).map((file) => path.join(dist, file)).filter((file) => !current.has(file));
  await Promise.all(stale.map((file) => fs.rm(file)));
  return { compiled: code.length, copied: assets.length, removed: stale.length };
}

async function compileFile(file, output) {
  const { code, map } = await transformFile(file, options(file, output));
  await fs.mkdir(path.dirname(output), { recursive: true });
  await fs.writeFile(output, `${code}\n//# sourceMappingURL=${path.basename(output)}.map\n`);
  await fs.writeFile(`${output}.map`, map);
  return [output, `${output}.map`];
}

async function copy(file, output) {
  await fs.mkdir(path.dirname(output), { recursive: true });
  await fs.copyFile(file, output);
  return [output];
}

/** Files below `folder`, relative to it; none when there is no such folder. */
async function list(folder) {
  const entries = await fs.readdir(folder, { recursive: true, withFileTypes: true }).catch((error) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
}

if (process.argv[1] === import.meta.filename) {
  const project = process.argv[2];
  if (project === undefined) {
    console.error('Which project? node tools/build/compile.mjs libs/domain');
    process.exit(2);
  }
  try {
    const { compiled, copied, removed } = await compile(path.resolve(project));
    console.log(`${project}: ${compiled} compiled, ${copied} copied, ${removed} removed`);
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
