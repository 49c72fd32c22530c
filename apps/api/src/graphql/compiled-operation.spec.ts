import { buildSchema, graphql, GraphQLScalarType, type GraphQLSchema } from 'graphql';
import { compileOperation } from './compiled-operation.js';

const SDL = `
  scalar Instant
  enum State { NEW DONE }
  interface Named { id: ID!, name: String }
  type Person implements Named { id: ID!, name: String, age: Int, mail: String! }
  type Team implements Named { id: ID!, name: String, members: [Person!]! }
  union Result = Person | Team
  type Query {
    person(id: ID!, deep: Boolean = true): Person
    sure: Person!
    result: Result
    named: Named
    people: [Person]
    state: State
    at: Instant
    ids: [[ID!]!]
  }
  type Mutation { rename(id: ID!): Result, other: Boolean }
  type Subscription { ticks: Int }
`;
const ALL = /* GraphQL */ `
  query All($id: ID!) {
    __typename
    first: person(id: $id) {
      ...Whole
      id
    }
    sure {
      key: id
      mail
    }
    result {
      __typename
      ... on Person {
        ...Whole
      }
      ... on Team {
        members {
          mail
        }
      }
      ... on Named {
        label: name
      }
    }
    named {
      id
      ... on Team {
        members {
          id
        }
      }
    }
    people {
      name
      mail
    }
    state
    at
    ids
  }
  fragment Whole on Person {
    __typename
    id
    name
    age
  }
`;
const ANN = { __typename: 'Person', id: 'p1', name: 'Ann', age: 41, mail: 'ann@example.com' };
const DESK = { __typename: 'Team', id: 't1', name: 'Desk', members: [ANN] };
const GOOD = {
  ...{ person: ANN, sure: ANN, result: DESK, named: ANN, people: [ANN, null], state: 'NEW', at: 0, ids: [['a'], []] },
  rename: ANN,
};

function schemaOf(answers: Readonly<Record<string, unknown>>): GraphQLSchema {
  const schema = buildSchema(SDL);
  const instant = new GraphQLScalarType<number, string>({
    name: 'Instant',
    serialize: (value) => new Date(Number(value)).toISOString(),
  });
  Object.assign(schema.getType('Instant') ?? {}, { serialize: instant.serialize });
  for (const type of [schema.getQueryType(), schema.getMutationType()]) {
    for (const [name, field] of Object.entries(type?.getFields() ?? {})) {
      field.resolve = async () => {
        const answer = answers[name];
        if (answer instanceof Error && answer.message === 'thrown') throw answer;
        return answer;
      };
    }
  }
  return schema;
}

async function both(answers: Readonly<Record<string, unknown>>, source: string, variables: Record<string, unknown>) {
  const schema = schemaOf(answers);
  const ours = await compileOperation(schema, source)?.run(variables, {});
  const theirs = await graphql({ schema, source, variableValues: variables });
  return { ours: JSON.stringify(ours), theirs: JSON.stringify(theirs) };
}

const WITHOUT_TYPENAME = ALL.replace('    __typename\n    first', '    first');

it.each<[string, Readonly<Record<string, unknown>>]>([
  ['what the schema promises', {}],
  ['nothing where nothing may be', { person: null, result: undefined, people: null, state: null, ids: null }],
  ['an error that a resolver throws', { person: new Error('thrown') }],
  ['an error that a resolver returns', { person: new Error('returned') }],
  ['an error where the schema promises something', { sure: new Error('thrown') }],
  ['nothing where the schema promises something', { sure: null }],
  ['nothing deep in a list where something is promised', { people: [ANN, { ...ANN, mail: null }] }],
  ['a union of an unknown kind', { result: { __typename: 'Robot', id: 'r' } }],
  ['a union that does not say its kind', { result: { id: 'r' } }],
  ['an interface of another kind', { named: DESK }],
  ['a word that is no member of the enum', { state: 'LOST' }],
  ['a number where a text stands', { person: { ...ANN, name: 7 } }],
  ['a text where a number stands', { person: { ...ANN, age: 'old' } }],
  ['a scalar that refuses its value', { at: 'no time' }],
  ['a text where a list stands', { people: 'Ann' }],
  ['a set where a list stands', { people: new Set([ANN]) }],
  ['a number where an object stands', { person: 7 }],
  ['a list where an object stands', { person: [ANN] }],
  ['a promise deep inside', { person: { ...ANN, name: Promise.resolve('Later') } }],
  ['a promised object in a list', { people: [Promise.resolve(ANN)] }],
  ['a method deep inside', { person: { ...ANN, name: () => 'Called' } }],
])('answers %s as graphql-js does', async (_, answers) => {
  const { ours, theirs } = await both({ ...GOOD, ...answers }, WITHOUT_TYPENAME, { id: 'p1' });
  expect(ours).toBe(theirs);
});

it('answers a mutation as graphql-js does', async () => {
  const source = 'mutation($id: ID!) { rename(id: $id) { ... on Person { name } } }';
  for (const rename of [ANN, new Error('thrown')]) {
    const { ours, theirs } = await both({ rename }, source, { id: 'p1' });
    expect(ours).toBe(theirs);
  }
});

it('gives resolvers the arguments, the context and what was asked, as graphql-js does', async () => {
  const seen: unknown[] = [];
  const schema = schemaOf(GOOD);
  const person = schema.getQueryType()?.getFields()['person'];
  if (person === undefined) throw new Error('no such field');
  person.resolve = (source, args, context, info) => {
    const { fieldName, path, variableValues, operation, fragments } = info;
    const asked = info.fieldNodes.map((node) => node.selectionSet?.selections.length);
    seen.push({ source, args, context, fieldName, path, variableValues, asked, kind: operation.operation });
    seen.push(Object.keys(fragments), info.returnType, info.parentType, info.schema === schema, info.rootValue);
    return ANN;
  };
  const variables = { id: 'p1' };
  await compileOperation(schema, WITHOUT_TYPENAME)?.run(variables, { who: 'me' });
  const ours = seen.splice(0);
  await graphql({ schema, source: WITHOUT_TYPENAME, variableValues: variables, contextValue: { who: 'me' } });
  expect(ours).toEqual(seen);
});

it('does nothing when the variables do not fit', async () => {
  const schema = schemaOf(GOOD);
  const resolve = jest.fn();
  Object.assign(schema.getQueryType()?.getFields()['person'] ?? {}, { resolve });
  await expect(compileOperation(schema, WITHOUT_TYPENAME)?.run({}, {})).resolves.toBeNull();
  expect(resolve).not.toHaveBeenCalled();
});

it.each([
  ['a directive', 'query($on: Boolean!) { state @include(if: $on) }'],
  ['two operations', 'query A { state } query B { at }'],
  ['two mutations', 'mutation { other rename(id: 1) { __typename } }'],
  ['a subscription', 'subscription { ticks }'],
  ['a field that is not there', '{ nothing }'],
  ['the schema itself', '{ __schema { types { name } } }'],
])('leaves %s to graphql-js', (_, text) => {
  expect(compileOperation(schemaOf(GOOD), text)).toBeNull();
});

it('leaves a document to graphql-js where a resolver stands below the root', () => {
  const schema = schemaOf(GOOD);
  const type = schema.getType('Person');
  if (type === undefined || !('getFields' in type)) throw new Error('no such type');
  Object.assign(type.getFields()['age'] ?? {}, { resolve: () => 41 });
  expect(compileOperation(schema, '{ sure { age } }')).toBeNull();
});
