import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isUnionType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';

export type OperationKind = 'query' | 'mutation' | 'subscription';

/** One root field of one endpoint. */
export interface RootField {
  readonly audience: 'PORTAL' | 'CONSOLE';
  readonly kind: OperationKind;
  readonly field: GraphQLField<unknown, unknown>;
  readonly schema: GraphQLSchema;
}

export function rootFields(audience: 'PORTAL' | 'CONSOLE', schema: GraphQLSchema): readonly RootField[] {
  const types = [
    ['query', schema.getQueryType()],
    ['mutation', schema.getMutationType()],
    ['subscription', schema.getSubscriptionType()],
  ] as const;
  return types.flatMap(([kind, type]) =>
    Object.values(type?.getFields() ?? {}).map((field) => ({ audience, kind, field, schema })),
  );
}

/** Everything that can be asked of a type, `depth` levels down; members of a union get names of their own. */
function selection(schema: GraphQLSchema, type: GraphQLOutputType, depth: number, prefix = ''): string {
  const named = getNamedType(type);
  if (isLeafType(named)) return '';
  if (isUnionType(named) || isInterfaceType(named)) {
    const members = schema
      .getPossibleTypes(named)
      .map((member) => `... on ${member.name} ${selection(schema, member, depth, `${member.name}_`)}`);
    return `{ __typename ${members.join(' ')} }`;
  }
  const fields = Object.values(named.getFields()).flatMap((field) => {
    if (field.args.some((arg) => isNonNullType(arg.type) && arg.defaultValue === undefined)) return [];
    if (!isLeafType(getNamedType(field.type)) && depth <= 0) return [];
    const inner = selection(schema, field.type, depth - 1);
    return [`${prefix === '' ? '' : `${prefix}${field.name}: `}${field.name}${inner === '' ? '' : ` ${inner}`}`];
  });
  return `{ __typename ${fields.join(' ')} }`;
}

const size = (text: string) => text.split(/[\s{}]+/).length;

/** Thousands of requests ask the same few hundred documents. */
const written = new WeakMap<RootField, string>();

/** The operation that asks a root field for all it has, within the limits of the endpoint. */
export function documentOf(of: RootField): string {
  const document = written.get(of) ?? writeDocument(of);
  written.set(of, document);
  return document;
}

function writeDocument({ kind, field, schema }: RootField): string {
  let text = '';
  for (let depth = 7; depth >= 0; depth -= 1) {
    text = selection(schema, field.type, depth);
    if (size(text) < 1_200) break;
  }
  const variables = field.args.map((arg) => `$${arg.name}: ${String(arg.type)}`);
  const passed = field.args.map((arg) => `${arg.name}: $${arg.name}`);
  const head = variables.length === 0 ? '' : `(${variables.join(', ')})`;
  const call = passed.length === 0 ? '' : `(${passed.join(', ')})`;
  return `${kind} Spec${head} { ${field.name}${call} ${text} }`;
}

/** Where an argument stands: `['input', 'access', 'tenantIds']`. */
export interface Place {
  readonly path: readonly string[];
  readonly type: GraphQLInputType;
  readonly list: boolean;
}

/** All places of a root field's arguments, inputs opened, whose named type is `typeName`. */
export function placesOf(field: GraphQLField<unknown, unknown>, typeName: string): readonly Place[] {
  const found: Place[] = [];
  const visit = (path: readonly string[], type: GraphQLInputType, seen: readonly string[]): void => {
    const named = getNamedType(type);
    if (named.name === typeName) {
      const bare = isNonNullType(type) ? type.ofType : type;
      found.push({ path, type, list: isListType(bare) });
    }
    if (!isInputObjectType(named) || seen.includes(named.name)) return;
    for (const inner of Object.values(named.getFields()))
      visit([...path, inner.name], inner.type, [...seen, named.name]);
  };
  for (const arg of field.args) visit([arg.name], arg.type, []);
  return found;
}

export type ValueAt = (path: readonly string[], typeName: string) => unknown;

function build(
  type: GraphQLInputType,
  path: readonly string[],
  target: readonly string[] | null,
  value: { readonly at: ValueAt; readonly put: unknown },
): unknown {
  const onTarget = target !== null && path.every((name, index) => target[index] === name);
  if (onTarget && target.length === path.length) return value.put;
  if (isNonNullType(type)) return build(type.ofType, path, target, value);
  if (isListType(type)) return [build(type.ofType, path, target, value)];
  if (isEnumType(type)) return value.at(path, type.name) ?? type.getValues()[0]?.name;
  if (!isInputObjectType(type)) return value.at(path, type.name);
  const fields = Object.values(type.getFields()).filter(
    (field) =>
      (isNonNullType(field.type) && field.defaultValue === undefined) ||
      (onTarget && target[path.length] === field.name),
  );
  return Object.fromEntries(
    fields.map((field) => [field.name, build(field.type, [...path, field.name], onTarget ? target : null, value)]),
  );
}

/** Variables with what a field requires, and `put` at the target. */
export function variablesOf(
  { field }: RootField,
  at: ValueAt,
  target: Place | null = null,
  put: unknown = null,
): Record<string, unknown> {
  const path = target?.path ?? null;
  const wanted = field.args.filter(
    (arg) => (isNonNullType(arg.type) && arg.defaultValue === undefined) || path?.[0] === arg.name,
  );
  return Object.fromEntries(wanted.map((arg) => [arg.name, build(arg.type, [arg.name], path, { at, put })]));
}
