import { resolve } from 'node:path';
import { calendarTemplates, holidayList, createCalendarTemplate } from '@daylight/api-calendars';
import { sdlOf, type SchemaAudience } from '@daylight/graphql';
import {
  buildSchema,
  execute,
  isCompositeType,
  isRequiredArgument,
  isUnionType,
  getNamedType,
  parse,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';
import { clientContracts, contractConnection, contractView } from './queries/contracts.js';
import { clientHolidays, serviceHours } from './queries/service-hours.js';
import { serviceItems, tenantServiceItems } from './queries/service-items.js';
import { versionChanges } from './queries/version-changes.js';
import { pendingDetails, versionDetail } from './queries/version-detail.js';
import { agreed, at, draft, expectKind, proposed, tellStory, type Story } from './story.fixture.js';
import { draftAmendment } from './use-cases/draft-amendment.js';

const FOLDER = resolve(__dirname, '../../../graphql/schema');

let story: Story;
let agreedId: string;
let proposedId: string;

beforeAll(async () => {
  story = await tellStory();
  story.db.setNow(at('2025-12-01T00:00:00Z'));
  const first = await agreed(story, await draft(story));
  const second = await story.asManager((tx) =>
    draftAmendment(tx, { contractId: first.contractId, effectiveFrom: '2026-07-01' }),
  );
  agreedId = first.id;
  proposedId = (await proposed(story, expectKind(second, 'ContractDraftSaved').draft)).id;
  story.db.setNow(at('2026-02-01T00:00:00Z'));
});
afterAll(() => story.db.close());

/** A selection of everything a type has, unions by their members. */
function everything(schema: GraphQLSchema, type: GraphQLNamedType): string {
  if (!isCompositeType(type)) return '';
  if (isUnionType(type)) {
    const members = type.getTypes().map((member) => `... on ${member.name} ${everything(schema, member)}`);
    return `{ __typename ${members.join(' ')} }`;
  }
  const fields = Object.values(type.getFields()).map(
    (field) => `${field.name} ${everything(schema, getNamedType(field.type))}`,
  );
  return `{ ${fields.join(' ')} }`;
}

/** Asks for every field of a root query whose answer is given, and says what GraphQL finds missing or wrong. */
async function complaints(audience: SchemaAudience, field: string, answer: unknown): Promise<readonly string[]> {
  const schema = buildSchema(sdlOf(FOLDER, audience));
  const definition = schema.getQueryType()?.getFields()[field];
  if (definition === undefined) return [`there is no query ${field}`];
  const selection = everything(schema, getNamedType(definition.type));
  // The answer is given already: what is asked for doesn't matter, only that it is.
  const given = definition.args.filter(isRequiredArgument).map((argument) => `${argument.name}: "2026-01-01"`);
  const document = parse(`{ ${field} ${given.length > 0 ? `(${given.join(', ')})` : ''} ${selection} }`);
  const { errors } = await execute({ schema, document, rootValue: { [field]: answer } });
  return (errors ?? []).map((error) => `${error.path?.join('.') ?? ''}: ${error.message}`);
}

it('what staff ask of contracts, services and calendars is answered in full', async () => {
  await story.asManager((tx) => createCalendarTemplate(tx, { document: { ...CLOSED_WEEKEND } }));
  const answers = await story.asManager(async (tx) => ({
    contracts: await contractConnection(tx, { first: 10 }),
    contractVersion: await versionDetail(tx, proposedId),
    contractVersionChanges: await versionChanges(tx, { fromVersionId: agreedId, toVersionId: proposedId }),
    serviceItems: await serviceItems(tx, { first: 10 }),
    calendarTemplates: await calendarTemplates(tx, { first: 10 }),
    holidayList: await holidayList(tx, 'KR', { from: '2026-01-01', to: '2027-01-01' }),
  }));
  for (const [field, answer] of Object.entries(answers)) {
    expect(await complaints('console', field, answer)).toEqual([]);
  }
});

it('what a client asks of its contracts and service hours is answered in full', async () => {
  const answers = await story.asApprover(async (tx) => {
    const contracts = await clientContracts(tx);
    return {
      contracts,
      contract: await contractView(tx, contracts[0]?.id ?? ''),
      contractVersion: await versionDetail(tx, proposedId),
      pendingAmendments: await pendingDetails(tx, contracts),
      serviceItems: await tenantServiceItems(tx, story.acme),
      serviceHours: await serviceHours(tx),
      holidays: await clientHolidays(tx, { from: '2026-01-01', to: '2027-01-01' }),
    };
  });
  expect(answers.pendingAmendments).toHaveLength(1);
  expect(answers.holidays.length).toBeGreaterThan(10);
  for (const [field, answer] of Object.entries(answers)) {
    expect(await complaints('portal', field, answer)).toEqual([]);
  }
});

const CLOSED_WEEKEND = {
  id: '-',
  name: { ko: '평일', en: 'Weekdays' },
  zone: 'Asia/Seoul',
  kind: 'WEEKLY',
  weekly: { mon: [{ from: '09:00', to: '18:00' }] },
  exceptions: [],
  breaks: [],
  holidayPolicy: 'NONE',
  holidayRegion: null,
  fixedHolidays: [],
};
