import {
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLAbstractType,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';

/** What a trusted document needs that isn't compiled here (directives, arguments or resolvers below the root). */
export class NotCompiled extends Error {}

/** A value that isn't what the schema promises: what becomes of it is left to graphql-js. */
export class Irregular extends Error {}

/** Turns what a resolver has returned into the part of the answer that was asked for. Throws Irregular. */
export type Project = (value: unknown) => unknown;

export interface Compilation {
  readonly schema: GraphQLSchema;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
}

type Fields = Map<string, FieldNode[]>;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function applies({ schema }: Compilation, condition: string | undefined, type: GraphQLObjectType): boolean {
  if (condition === undefined || condition === type.name) return true;
  const named = schema.getType(condition);
  return named !== undefined && isAbstractType(named) && schema.isSubType(named, type);
}

function collect(on: Compilation, type: GraphQLObjectType, set: SelectionSetNode, into: Fields): void {
  for (const selection of set.selections) {
    if ((selection.directives ?? []).length > 0) throw new NotCompiled('a directive');
    if (selection.kind === Kind.FIELD) {
      const key = selection.alias?.value ?? selection.name.value;
      into.set(key, [...(into.get(key) ?? []), selection]);
      continue;
    }
    const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? on.fragments[selection.name.value] : selection;
    if (fragment !== undefined && applies(on, fragment.typeCondition?.name.value, type))
      collect(on, type, fragment.selectionSet, into);
  }
}

/** The fields asked of a type by their names in the answer, in their order there; those asked for twice as one. */
export function fieldsOf(
  on: Compilation,
  type: GraphQLObjectType,
  sets: readonly SelectionSetNode[],
): ReadonlyMap<string, readonly FieldNode[]> {
  const fields: Fields = new Map();
  for (const set of sets) collect(on, type, set, fields);
  return fields;
}

function leaf(type: GraphQLLeafType): Project {
  const plain = ['String', 'ID'].includes(type.name) ? 'string' : type.name === 'Boolean' ? 'boolean' : null;
  return (value) => {
    if (typeof value === plain) return value;
    const serialized = type.serialize(value);
    if (serialized === undefined || serialized === null) throw new Irregular(type.name);
    return serialized;
  };
}

interface Property {
  readonly key: string;
  readonly name: string;
  readonly project: Project;
}

function propertyOf(on: Compilation, type: GraphQLObjectType, key: string, nodes: readonly FieldNode[]): Property {
  const name = nodes[0]?.name.value ?? '';
  if (name === '__typename') return { key, name, project: () => type.name };
  const field = type.getFields()[name];
  if (field === undefined || field.resolve !== undefined || nodes.some((node) => (node.arguments ?? []).length > 0))
    throw new NotCompiled(`${type.name}.${name}`);
  return { key, name, project: projection(on, field.type, nodes) };
}

function object(on: Compilation, type: GraphQLObjectType, nodes: readonly FieldNode[]): Project {
  if (type.isTypeOf !== undefined && type.isTypeOf !== null) throw new NotCompiled(type.name);
  const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
  const properties = [...fieldsOf(on, type, sets)].map(([key, asked]) => propertyOf(on, type, key, asked));
  return (value) => {
    if (!isRecord(value) || typeof value['then'] === 'function') throw new Irregular(type.name);
    const answer: Record<string, unknown> = {};
    for (const { key, name, project } of properties) answer[key] = project(value[name]);
    return answer;
  };
}

/** By `__typename`, as graphql-js does it where a type doesn't say how to tell. */
function abstract(on: Compilation, type: GraphQLAbstractType, nodes: readonly FieldNode[]): Project {
  if (type.resolveType !== undefined && type.resolveType !== null) throw new NotCompiled(type.name);
  const possible = new Map(on.schema.getPossibleTypes(type).map((each) => [each.name, object(on, each, nodes)]));
  return (value) => {
    const name = isRecord(value) ? value['__typename'] : undefined;
    const project = typeof name === 'string' ? possible.get(name) : undefined;
    if (project === undefined) throw new Irregular(type.name);
    return project(value);
  };
}

function list(item: Project): Project {
  return (value) => {
    if (!Array.isArray(value)) throw new Irregular('not a list');
    return value.map(item);
  };
}

function present(on: Compilation, type: GraphQLOutputType, nodes: readonly FieldNode[]): Project {
  if (isListType(type)) return list(projection(on, type.ofType, nodes));
  if (isLeafType(type)) return leaf(type);
  if (isObjectType(type)) return object(on, type, nodes);
  if (isAbstractType(type)) return abstract(on, type, nodes);
  throw new NotCompiled(String(type));
}

/**
 * Compiles what is asked of a field of `type` whose resolver returns the complete plain tree. It answers what graphql-js
 * would, or throws: a function, a promise, an error or a null where none may be is Irregular.
 */
export function projection(on: Compilation, type: GraphQLOutputType, nodes: readonly FieldNode[]): Project {
  const required = isNonNullType(type);
  const project = present(on, required ? type.ofType : type, nodes);
  return (value) => {
    if (value !== null && value !== undefined) {
      if (typeof value === 'function' || value instanceof Error) throw new Irregular('neither a value nor none');
      return project(value);
    }
    if (required) throw new Irregular('nothing where something is promised');
    return null;
  };
}
