import { statementLog, type Tx } from '@daylight/api-database';
import type { ClientScope, StaffScope } from '@daylight/api-platform';
import { createProvider, createStaff, createTenant, signInAs } from '@daylight/api-testing';
import { asStaff } from '@daylight/api-database';
import { clientContracts, contractConnection, contractView } from './queries/contracts.js';
import { serviceItems } from './queries/service-items.js';
import { versionChanges } from './queries/version-changes.js';
import { pendingDetails, versionDetail } from './queries/version-detail.js';
import { agreed, at, draft, expectKind, proposed, tellStory, withTerms, type Story } from './story.fixture.js';
import { agreeContractVersion } from './use-cases/agree-contract-version.js';
import { createContract } from './use-cases/create-contract.js';
import { draftAmendment } from './use-cases/draft-amendment.js';
import { proposeContractVersion } from './use-cases/propose-contract-version.js';
import { rejectContractVersion } from './use-cases/reject-contract-version.js';
import { saveContractDraft } from './use-cases/save-contract-draft.js';
import { createServiceItem, updateServiceItem } from './use-cases/save-service-item.js';
import { withdrawContractVersion } from './use-cases/withdraw-contract-version.js';

let story: Story;

beforeAll(async () => {
  story = await tellStory();
  story.db.setNow(at('2025-12-01T00:00:00Z'));
});
afterAll(() => story.db.close());

async function strangers() {
  const { providerId } = await createProvider(story.db, 'South');
  const personId = await createStaff(story.db, providerId, { role: 'ACCOUNT_MANAGER' });
  const caller = await signInAs(story.db, { providerId, personId }, 'CONSOLE');
  const restrictedId = await createStaff(story.db, story.providerId, {
    role: 'ACCOUNT_MANAGER',
    restrictedTo: [story.beta],
  });
  const restricted = await signInAs(story.db, { providerId: story.providerId, personId: restrictedId }, 'CONSOLE');
  return [caller, restricted];
}

it('whose contract it isn’t finds nothing of it and can do nothing to it', async () => {
  const detail = await draft(story, { serviceItemIds: [story.consulting] });
  const version = await proposed(story, detail);
  const act = { versionId: version.id, version: version.version };
  for (const caller of await strangers()) {
    const as = <T>(work: (tx: Tx<StaffScope>) => Promise<T>) =>
      story.db.app.asPerson(caller, (tx) => work(asStaff(tx)));
    await expect(as((tx) => contractView(tx, detail.contract.id))).resolves.toBeNull();
    await expect(as((tx) => versionDetail(tx, version.id))).resolves.toBeNull();
    await expect(
      as((tx) => versionChanges(tx, { fromVersionId: version.id, toVersionId: version.id })),
    ).resolves.toBeNull();
    const outcomes = [
      await as((tx) => agreeContractVersion(tx, { ...act, digest: version.digest })),
      await as((tx) => rejectContractVersion(tx, { ...act, reason: 'x' })),
      await as((tx) => withdrawContractVersion(tx, act)),
      await as((tx) => proposeContractVersion(tx, act)),
      await as((tx) => saveContractDraft(tx, { ...act, effectiveFrom: '2026-01-01', terms: detail.terms })),
      await as((tx) => draftAmendment(tx, { contractId: detail.contract.id, effectiveFrom: '2026-06-01' })),
      await as((tx) =>
        createContract(tx, {
          tenantId: story.acme,
          kind: 'MANAGED',
          title: 'x',
          effectiveFrom: '2026-01-01',
          serviceItemIds: [story.servers],
        }),
      ),
    ];
    expect(outcomes.map((outcome) => outcome.__typename)).toEqual(outcomes.map(() => 'NotFound'));
  }
  const nonsense = { versionId: 'x’; drop table contract', version: 1 };
  expectKind(await story.asManager((tx) => withdrawContractVersion(tx, nonsense)), 'NotFound');
});

it.each([
  ['a term that ends before it starts', { termEnd: '2025-01-01' }, 'termEnd', 'ENDS_BEFORE_START'],
  ['a date that no calendar has', { effectiveFrom: '2026-02-30' }, 'effectiveFrom', 'NO_DATE'],
  ['a year that no contract has', { effectiveFrom: '1901-01-01' }, 'effectiveFrom', 'NO_DATE'],
  ['a pilot without an end', { kind: 'PILOT', termEnd: null }, 'termEnd', 'TERM_END_NEEDED'],
  ['no services', { serviceItemIds: [] }, 'serviceItemIds', 'NO_SERVICES'],
  [
    'a service of nobody',
    { serviceItemIds: ['0190a5f0-0000-7000-8000-000000000000'] },
    'serviceItemIds[0]',
    'UNKNOWN_SERVICE',
  ],
  ['a megabyte for a title', { title: 'x'.repeat(1_000_000) }, 'title', 'TOO_LONG'],
  ['a NUL in the title', { title: 'a\u0000b' }, 'title', 'BAD_CHARACTER'],
  ['terms that aren’t a document', { terms: 'all inclusive' }, 'terms', 'WRONG_TYPE'],
] as const)('%s is refused with its place, and nothing is kept', async (_, more, path, kind) => {
  const before = await story.db.owner('select 1 from contract');
  const input = {
    tenantId: story.beta,
    kind: 'MANAGED',
    title: 'T',
    effectiveFrom: '2026-01-01',
    termEnd: '2026-12-31',
    serviceItemIds: [story.servers],
    ...more,
  } as const;
  const refused = expectKind(await story.asManager((tx) => createContract(tx, input)), 'InputRefused');
  expect(refused.problems).toContainEqual({ path, kind, message: expect.stringMatching(/[가-힣]/) });
  await expect(story.db.owner('select 1 from contract')).resolves.toHaveLength(before.length);
});

it('what is wrong inside the terms is named by its place, all of it at once', async () => {
  const first = await draft(story, { tenantId: story.beta });
  const [office] = first.terms.calendars.filter(({ id }) => id === 'office');
  const terms = withTerms(first.terms, {
    policies: [],
    calendars: [{ ...(office as NonNullable<typeof office>), zone: 'Mars/Base', holidayRegion: 'KR' }],
  });
  const save = (broken: unknown) =>
    story.asManager((tx) =>
      saveContractDraft(tx, {
        versionId: first.version.id,
        version: 1,
        effectiveFrom: '2026-01-01',
        termEnd: '2026-12-31',
        terms: broken,
      }),
    );
  const paths = async (broken: unknown) =>
    expectKind(await save(broken), 'InputRefused').problems.map((problem) => `${problem.path} ${problem.kind}`);
  await expect(paths(terms)).resolves.toContain('terms.policies WRONG_LENGTH');
  await expect(paths({ ...terms, policies: first.terms.policies })).resolves.toEqual(
    expect.arrayContaining([
      'terms.calendars[0].zone UNKNOWN_ZONE',
      'terms.policies[0].targets[0].calendarId UNKNOWN_REFERENCE',
    ]),
  );
  await expect(
    paths({ ...first.terms, services: [{ ...first.terms.services[0], inScope: { ko: 'a\u0000', en: '' } }] }),
  ).resolves.toEqual(['terms.services[0].inScope.ko BAD_CHARACTER']);
  await expect(
    paths({ ...first.terms, services: [{ ...first.terms.services[0], serviceItemId: 'nobody' }] }),
  ).resolves.toEqual(['terms.services[0].serviceItemId UNKNOWN_SERVICE']);
  await expect(
    paths({
      ...first.terms,
      calendars: first.terms.calendars.map((c) => (c.id === 'office' ? { ...c, holidayRegion: 'ZZ' } : c)),
    }),
  ).resolves.toEqual(['terms.calendars[1].holidayRegion UNKNOWN_REGION']);
});

it('an amendment cannot begin before the version it changes', async () => {
  const version = await agreed(
    story,
    await draft(story, { serviceItemIds: [story.cloud], effectiveFrom: '2026-03-01' }),
  );
  const outcome = await story.asManager((tx) =>
    draftAmendment(tx, { contractId: version.contractId, effectiveFrom: '2026-03-01' }),
  );
  expect(expectKind(outcome, 'InputRefused').problems).toMatchObject([
    { path: 'effectiveFrom', kind: 'NOT_AFTER_PREVIOUS' },
  ]);
});

it('a code is taken once, also by two at the same time, and a changed service shows both versions', async () => {
  const input = { code: 'NET', category: 'INFRASTRUCTURE', name: { ko: '네트워크', en: 'Network' } } as const;
  const outcomes = await Promise.all([1, 2].map(() => story.asManager((tx) => createServiceItem(tx, input))));
  expect(outcomes.map((outcome) => outcome.__typename).sort()).toEqual(['InputRefused', 'ServiceItemSaved']);
  const [item] = outcomes.flatMap((outcome) =>
    outcome.__typename === 'ServiceItemSaved' ? [outcome.serviceItem] : [],
  );
  if (item === undefined) throw new Error('nobody got the code');
  const change = { ...input, id: item.id, version: 1, archived: true };
  expect(await story.asManager((tx) => updateServiceItem(tx, change))).toMatchObject({
    serviceItem: { archived: true, version: 2 },
  });
  expectKind(await story.asManager((tx) => updateServiceItem(tx, change)), 'StaleServiceItem');
  const taken = await story.asManager((tx) => updateServiceItem(tx, { ...change, version: 2, code: 'SERVERS' }));
  expect(taken).toMatchObject({ __typename: 'InputRefused', problems: [{ path: 'code', kind: 'CODE_TAKEN' }] });
});

it('lists cost as many statements for twenty as for two', async () => {
  const count = async (ask: (tx: Tx<StaffScope>) => Promise<unknown>) => {
    const names: string[] = [];
    await story.asManager(async (tx) => {
      statementLog.names = names;
      await ask(tx);
      statementLog.names = null;
    });
    return names.length;
  };
  const asked = async () => [
    await count((tx) => contractConnection(tx, { first: 100, tenantId: story.beta })),
    await count((tx) => serviceItems(tx, { first: 100 })),
  ];
  for (let index = 0; index < 2; index += 1) await draft(story, { tenantId: story.beta });
  const few = await asked();
  for (let index = 0; index < 18; index += 1) {
    await draft(story, { tenantId: story.beta });
    await story.asManager((tx) =>
      createServiceItem(tx, { code: `S-${index}`, category: 'CONSULTING', name: { ko: '항목', en: 'Item' } }),
    );
  }
  expect(few).toEqual([3, 1]);
  await expect(asked()).resolves.toEqual(few);
});

it('pages of contracts follow each other without a gap or a repetition', async () => {
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof contractConnection>> = await story.asManager((tx) =>
      contractConnection(tx, { first: 7, after, tenantId: story.beta }),
    );
    seen.push(...page.edges.map((edge) => edge.node.id));
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
  const rows = await story.db.owner('select 1 from contract where tenant_id = $1', [story.beta]);
  expect(new Set(seen).size).toBe(rows.length);
  expect(seen).toHaveLength(rows.length);
});

it('what a client waits to decide costs the same statements for two proposals as for ten', async () => {
  const ask = async (tx: Tx<ClientScope>) => pendingDetails(tx, await clientContracts(tx));
  const count = async () => {
    const names: string[] = [];
    await story.asApprover(ask);
    await story.asApprover(async (tx) => {
      statementLog.names = names;
      await ask(tx);
      statementLog.names = null;
    });
    return names.length;
  };
  const first = await count();
  for (let index = 0; index < 8; index += 1)
    await proposed(story, await draft(story, { effectiveFrom: `2030-0${index + 1}-01`, termEnd: '2031-01-01' }));
  await expect(count()).resolves.toBe(first);
});

it('another tenant of the same provider has no version in a comparison', async () => {
  const [mine] = (await story.asManager((tx) => contractConnection(tx, { first: 1, tenantId: story.acme }))).edges;
  const [other] = (await story.asManager((tx) => contractConnection(tx, { first: 1, tenantId: story.beta }))).edges;
  const between = { fromVersionId: mine?.node.versions[0]?.id ?? '', toVersionId: other?.node.versions[0]?.id ?? '' };
  await expect(story.asManager((tx) => versionChanges(tx, between))).resolves.toBeNull();
});

it('a tenant made without anything has an empty list', async () => {
  const tenantId = await createTenant(story.db, story.providerId, 'EMPTY');
  const page = await story.asManager((tx) => contractConnection(tx, { first: 10, tenantId }));
  expect(page.edges).toEqual([]);
});
