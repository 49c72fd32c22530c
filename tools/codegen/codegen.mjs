// npm run codegen [portal|console]: for each `*.graphql` operation file of an app writes `generated/<file>.ts` beside
// it (types + typed document that carries its hash), for those that both apps ask (libs/web)
// `apps/<app>/src/generated/<file>.ts`, and `apps/<app>/generated/operations.json` (sha256 -> document),
// the list of documents that the server trusts. Output is not committed.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync, existsSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { codegen } from '@graphql-codegen/core';
import * as documentNode from '@graphql-codegen/typed-document-node';
import * as operations from '@graphql-codegen/typescript-operations';
import { buildASTSchema, Kind, parse, print, validate, visit } from 'graphql';
import { filesBelow, sdlOf } from './schema.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

const scalars = {
  DateTime: 'string',
  Instant: 'string',
  LocalDate: 'string',
  Date: 'string',
  JSON: 'unknown',
  Json: 'unknown',
  Upload: 'never',
  UUID: 'string',
  BigInt: 'string',
  Digest: 'string',
  Cursor: 'string',
  TimeZone: 'string',
  WallTime: 'string',
};

const typesConfig = {
  scalars,
  defaultScalarType: 'string',
  useTypeImports: true,
  immutableTypes: true,
  enumType: 'string-literal',
  enumsAsTypes: true,
  skipTypename: true,
  nonOptionalTypename: false,
  avoidOptionals: { field: true, object: true, inputValue: false, defaultValue: false },
  documentNodeImport: '@daylight/web-data#TypedDocumentNode',
  documentMode: 'documentNodeImportFragments',
};

/** Every selection set below the root asks for `__typename`, so that the text sent is the text that was hashed. */
function withTypenames(document) {
  const typename = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };
  return visit(document, {
    SelectionSet(node, _key, parent) {
      if (parent?.kind === Kind.OPERATION_DEFINITION) return undefined;
      const present = node.selections.some((s) => s.kind === Kind.FIELD && s.name.value === '__typename' && !s.alias);
      return present ? undefined : { ...node, selections: [...node.selections, typename] };
    },
  });
}

function spreadsOf(node) {
  const names = new Set();
  visit(node, { FragmentSpread: (spread) => void names.add(spread.name.value) });
  return names;
}

/** The fragments that `definitions` need, transitively, in the order of their names. */
function closure(definitions, fragments) {
  const needed = new Map();
  const walk = (node) => {
    for (const name of spreadsOf(node)) {
      const fragment = fragments.get(name);
      if (!fragment || needed.has(name)) continue;
      needed.set(name, fragment);
      walk(fragment);
    }
  };
  definitions.forEach(walk);
  return [...needed.values()].sort((a, b) => a.name.value.localeCompare(b.name.value));
}

const sha256 = (text) => createHash('sha256').update(text).digest('hex');

/** What both apps ask and spread (libs/web); each app's files carry the types of the fragments they use. */
const SHARED = join(root, 'libs/web');

function readDocuments(app) {
  const files = [SHARED, join(root, 'apps', app, 'src')].flatMap((folder) => filesBelow(folder, '.graphql'));
  return files
    .filter((path) => !path.includes('/dist/'))
    .map((path) => {
      try {
        return { path, document: withTypenames(parse(readFileSync(path, 'utf8'), { noLocation: true })) };
      } catch (error) {
        throw new Error(`${relative(root, path)}: ${error.message}`, { cause: error });
      }
    });
}

/**
 * Puts fragments on unions (made of `... on Member` alone) in place of their spreads. The cache ships without the
 * schema: it can't know that a member belongs to a union, and would leave the outcome of a mutation empty.
 */
function withUnionsInPlace(sources) {
  const onUnions = new Map(
    sources
      .flatMap(({ document }) => document.definitions)
      .filter((d) => d.kind === Kind.FRAGMENT_DEFINITION)
      .map((d) => [
        d.name.value,
        d.selectionSet.selections.filter((s) => s.kind !== Kind.FIELD || s.name.value !== '__typename'),
      ])
      .filter(([, selections]) => selections.every((s) => s.kind === Kind.INLINE_FRAGMENT)),
  );
  const inPlace = (node) => ({
    ...node,
    selections: node.selections.flatMap((s) =>
      s.kind === Kind.FRAGMENT_SPREAD ? (onUnions.get(s.name.value) ?? [s]) : [s],
    ),
  });
  return sources.map(({ path, document }) => ({
    path,
    document: visit(document, { SelectionSet: inPlace }),
    // Nothing spreads them any more, yet the file's code may name their types.
    unions: [...spreadsOf(document)].filter((name) => onUnions.has(name)),
  }));
}

function refuseDuplicates(sources) {
  const seen = new Map();
  for (const { path, document } of sources) {
    for (const definition of document.definitions) {
      const name = definition.name?.value;
      if (!name) throw new Error(`${relative(root, path)}: every operation and fragment needs a name`);
      if (seen.has(name)) throw new Error(`${relative(root, path)}: "${name}" is already defined in ${seen.get(name)}`);
      seen.set(name, relative(root, path));
    }
  }
}

const asksSomething = ({ document }) => document.definitions.some((d) => d.kind === Kind.OPERATION_DEFINITION);

/** Where the code of an app's file goes; what both apps ask is typed by each app's own schema. */
const targetOf = (app, path) =>
  join(
    path.startsWith(SHARED) ? join(root, 'apps', app, 'src') : dirname(path),
    'generated',
    basename(path).replace(/\.graphql$/, '.ts'),
  );

async function generateFile({ schema, path, target, document, unions, fragments, manifest }) {
  const own = new Set(document.definitions.map((d) => d.name.value));
  const named = unions.flatMap((name) => fragments.get(name) ?? []);
  const needed = new Set([...named, ...closure([...document.definitions, ...named], fragments)]);
  const extra = [...needed].filter((fragment) => !own.has(fragment.name.value));
  const full = { kind: Kind.DOCUMENT, definitions: [...document.definitions, ...extra] };
  const errors = validate(schema, full).filter((error) => !/is never used/.test(error.message));
  if (errors.length > 0) throw new Error(`${relative(root, path)}: ${errors.map((e) => e.message).join('\n  ')}`);

  const content = await codegen({
    filename: target,
    schema: parse(print(schema.__sdl)),
    documents: [{ location: path, document: full }],
    plugins: [{ operations: {} }, { documentNode: {} }],
    pluginMap: { operations, documentNode },
    config: {
      ...typesConfig,
      unstable_onExecutableDocumentNode: (node) => {
        const operation = node.definitions.find((d) => d.kind === Kind.OPERATION_DEFINITION);
        if (!operation) return undefined;
        const text = print({ kind: Kind.DOCUMENT, definitions: [operation, ...closure([operation], fragments)] });
        const hash = sha256(text);
        manifest[hash] = text;
        return { hash };
      },
    },
  });
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, content);
  return target;
}

async function generateApp(app) {
  const sdl = parse(sdlOf(root, app));
  const schema = Object.assign(buildASTSchema(sdl), { __sdl: sdl });
  const sources = withUnionsInPlace(readDocuments(app));
  refuseDuplicates(sources);
  const fragments = new Map(
    sources.flatMap(({ document }) =>
      document.definitions.filter((d) => d.kind === Kind.FRAGMENT_DEFINITION).map((d) => [d.name.value, d]),
    ),
  );
  const own = sources
    .filter((source) => !source.path.startsWith(SHARED) || asksSomething(source))
    .map((source) => ({ ...source, target: targetOf(app, source.path) }));
  for (const folder of new Set(own.map(({ target }) => dirname(target))))
    rmSync(folder, { recursive: true, force: true });
  const manifest = {};
  for (const source of own) await generateFile({ ...source, schema, fragments, manifest });
  const folder = join(root, 'apps', app, 'generated');
  mkdirSync(folder, { recursive: true });
  const sorted = Object.fromEntries(Object.entries(manifest).sort(([a], [b]) => a.localeCompare(b)));
  writeFileSync(join(folder, 'operations.json'), `${JSON.stringify(sorted, null, 1)}\n`);
  console.log(`${app}: ${own.length} files, ${Object.keys(sorted).length} trusted documents`);
}

const wanted = process.argv.slice(2).filter((name) => !name.startsWith('-'));
for (const app of wanted.length > 0 ? wanted : ['portal', 'console']) {
  if (existsSync(join(root, 'apps', app, 'src'))) await generateApp(app);
}
