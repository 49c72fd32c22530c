import {
  buildSchema,
  defaultFieldResolver,
  execute,
  getArgumentValues,
  getVariableValues,
  Kind,
  OperationTypeNode,
  parse,
  printSchema,
  specifiedRules,
  validate,
  type DocumentNode,
  type ExecutionResult,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { documentLimits } from './limits.js';
import { fieldsOf, NotCompiled, projection, type Project } from './projection.js';

export type Variables = Readonly<Record<string, unknown>>;

/** A document that our own apps send, ready to be answered again and again. */
export interface CompiledOperation {
  readonly name: string | null;
  readonly writes: boolean;
  /** null: the variables don't fit, and nothing has been done; else as graphql-js would answer. */
  run(variables: Variables, context: unknown): Promise<ExecutionResult | null>;
}

interface Root {
  readonly key: string;
  readonly nodes: readonly FieldNode[];
  readonly field: GraphQLField<unknown, unknown>;
  readonly project: Project;
}

interface Compiled {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly type: GraphQLObjectType;
  readonly roots: readonly Root[];
}

/** Schemas without resolvers: in them graphql-js completes what resolvers have returned already. */
const plain = new WeakMap<GraphQLSchema, GraphQLSchema>();

function plainOf(schema: GraphQLSchema): GraphQLSchema {
  const known = plain.get(schema);
  if (known !== undefined) return known;
  const made = buildSchema(printSchema(schema));
  for (const [name, type] of Object.entries(made.getTypeMap())) {
    const original = schema.getType(name);
    if (type instanceof Object && 'serialize' in type && original !== undefined && 'serialize' in original)
      Object.assign(type, { serialize: original.serialize });
  }
  plain.set(schema, made);
  return made;
}

/** What came of a root field: its value, or what was thrown. */
type Outcome = { readonly value: unknown } | { readonly error: unknown };
type Resolved = ReadonlyMap<string, Outcome>;

interface Given {
  readonly variables: Variables;
  readonly context: unknown;
}

/** The answer by graphql-js: errors with their paths, null where the schema says so. */
function complete({ schema, document }: Compiled, variableValues: Variables, resolved: Resolved) {
  return execute({
    schema: plainOf(schema),
    document,
    variableValues,
    fieldResolver: (source, args, context, info) => {
      if (info.path.prev !== undefined) return defaultFieldResolver(source, args, context, info);
      const found = resolved.get(String(info.path.key));
      if (found !== undefined && 'error' in found) throw found.error;
      return found?.value;
    },
  });
}

async function resolveRoot(compiled: Compiled, root: Root, given: Given): Promise<Outcome> {
  const { schema, operation, fragments, type } = compiled;
  const { key, nodes, field } = root;
  const [node] = nodes;
  if (node === undefined || field.resolve === undefined) throw new NotCompiled(field.name);
  const variableValues = { ...given.variables };
  try {
    const args = getArgumentValues(field, node, variableValues);
    const info = {
      ...{ fieldName: field.name, fieldNodes: nodes, returnType: field.type, parentType: type, schema, fragments },
      ...{ path: { prev: undefined, key, typename: type.name }, rootValue: undefined, operation, variableValues },
    };
    return { value: await field.resolve(undefined, args, given.context, info) };
  } catch (error) {
    return { error };
  }
}

/** Fields of a query side by side; a mutation has only one. */
async function resolveAll(compiled: Compiled, given: Given): Promise<Resolved> {
  return new Map(
    await Promise.all(
      compiled.roots.map(async (root): Promise<[string, Outcome]> => [
        root.key,
        await resolveRoot(compiled, root, given),
      ]),
    ),
  );
}

/** null: something in it isn't as the schema promises. */
function projectAll({ roots }: Compiled, resolved: Resolved): Record<string, unknown> | null {
  const data: Record<string, unknown> = {};
  try {
    for (const { key, project } of roots) {
      const found = resolved.get(key);
      if (found === undefined || 'error' in found) return null;
      data[key] = project(found.value);
    }
    return data;
  } catch {
    // Whatever was thrown: graphql-js meets it again, and says what is wrong and where.
    return null;
  }
}

async function run(compiled: Compiled, raw: Variables, context: unknown): Promise<ExecutionResult | null> {
  const { schema, operation } = compiled;
  const coerced = getVariableValues(schema, operation.variableDefinitions ?? [], { ...raw }, { maxErrors: 1 });
  if (coerced.coerced === undefined) return null;
  const resolved = await resolveAll(compiled, { variables: coerced.coerced, context });
  const data = projectAll(compiled, resolved);
  return data === null ? complete(compiled, raw, resolved) : { data };
}

function compile(schema: GraphQLSchema, text: string): Compiled {
  const document = parse(text, { maxTokens: 10_000 });
  const [fault] = validate(schema, document, [...specifiedRules, documentLimits]);
  if (fault !== undefined) throw new NotCompiled(fault.message);
  const operations = document.definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION);
  const [operation] = operations;
  if (operation === undefined || operations.length > 1 || (operation.directives ?? []).length > 0)
    throw new NotCompiled('not one plain operation');
  const type = schema.getRootType(operation.operation);
  if (type === undefined || type === null || operation.operation === OperationTypeNode.SUBSCRIPTION)
    throw new NotCompiled(operation.operation);
  const fragments = Object.fromEntries(
    document.definitions.flatMap((each) => (each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each]] : [])),
  );
  const on = { schema, fragments };
  const roots = [...fieldsOf(on, type, [operation.selectionSet])].map(([key, nodes]): Root => {
    const field = type.getFields()[nodes[0]?.name.value ?? ''];
    if (field?.resolve === undefined || nodes.length > 1) throw new NotCompiled(key);
    return { key, nodes, field, project: projection(on, field.type, nodes) };
  });
  // Whether the next one still runs when one has failed is graphql-js's to say.
  if (operation.operation === OperationTypeNode.MUTATION && roots.length > 1)
    throw new NotCompiled('several mutations');
  return { ...on, document, operation, type, roots };
}

/** Prepares a trusted document; null: it needs something that only graphql-js does, or isn't valid. */
export function compileOperation(schema: GraphQLSchema, text: string): CompiledOperation | null {
  try {
    const compiled = compile(schema, text);
    const { operation } = compiled;
    return {
      name: operation.name?.value ?? null,
      writes: operation.operation === OperationTypeNode.MUTATION,
      run: (variables, context) => run(compiled, variables, context),
    };
  } catch (error) {
    if (error instanceof NotCompiled) return null;
    throw error;
  }
}
