import { statementLog } from '@daylight/api-database';
import { contractVersionsOf, resolveBinding, versionAt } from './binding.js';
import { serviceHours } from './queries/service-hours.js';
import { tenantServiceItems } from './queries/service-items.js';
import { contractView } from './queries/contracts.js';
import { agreed, at, draft, expectKind, tellStory, withTerms, type Story } from './story.fixture.js';
import { saveContractDraft } from './use-cases/save-contract-draft.js';
import { calendarsFor, declareHoliday } from '@daylight/api-calendars';

let story: Story;

beforeEach(async () => {
  story = await tellStory();
  story.db.setNow(at('2025-12-01T00:00:00Z'));
});
afterEach(() => story.db.close());

const bound = (serviceItemId: string, when: string) =>
  story.asManager((tx) => resolveBinding(tx, { tenantId: story.acme, serviceItemId, at: at(when) }));

async function withRenewal(atEnd: 'RENEW' | 'HOLDOVER' | 'END') {
  const first = await draft(story);
  const terms = withTerms(first.terms, { renewal: { atEnd, renewMonths: atEnd === 'RENEW' ? 12 : 0, noticeDays: 30 } });
  const input = { versionId: first.version.id, version: 1, effectiveFrom: '2026-01-01', termEnd: '2026-12-31', terms };
  return agreed(
    story,
    expectKind(await story.asManager((tx) => saveContractDraft(tx, input)), 'ContractDraftSaved').draft,
  );
}

it('a ticket finds its version, policy and terms; nothing covers the time before, nor another service', async () => {
  const version = await agreed(story, await draft(story));
  const binding = await bound(story.servers, '2026-01-01T00:00:00+09:00');
  expect(binding).toMatchObject({
    versionId: version.id,
    contractKind: 'MANAGED',
    termsDigest: version.digest,
    policyId: 'standard',
  });
  expect(binding?.calendarRevision).toBeGreaterThan(0);
  await expect(bound(story.servers, '2025-12-31T14:59:59.999Z')).resolves.toBeNull();
  await expect(bound(story.cloud, '2026-02-01T00:00:00Z')).resolves.toBeNull();
});

it.each([
  ['RENEW', 'RENEWED', '2027-12-31', true],
  ['HOLDOVER', 'HOLDOVER', '2026-12-31', true],
  ['END', 'ENDED', null, false],
] as const)('after its term a contract that says %s is %s', async (atEnd, phase, currentTermEnd, covered) => {
  const version = await withRenewal(atEnd);
  expect((await bound(story.servers, '2026-12-31T14:59:59.999Z'))?.versionId).toBe(version.id);
  expect((await bound(story.servers, '2026-12-31T15:00:00Z')) !== null).toBe(covered);
  story.db.setNow(at('2027-03-01T00:00:00Z'));
  const contract = await story.asApprover((tx) => contractView(tx, version.contractId));
  expect(contract?.versions[0]?.term).toMatchObject({ phase, currentTermEnd });
  expect(contract?.inForce !== null).toBe(covered);
});

it('notice is due as many days before the end as the terms say', async () => {
  const version = await withRenewal('RENEW');
  story.db.setNow(at('2026-12-01T00:00:00Z'));
  const contract = await story.asApprover((tx) => contractView(tx, version.contractId));
  expect(contract?.inForce?.term).toEqual({
    phase: 'IN_TERM',
    currentTermEnd: '2026-12-31',
    noticeBy: '2026-12-01',
    daysLeft: 30,
  });
});

it('finding the version costs one statement once the terms are known', async () => {
  await agreed(story, await draft(story));
  await bound(story.servers, '2026-02-01T00:00:00Z');
  const names: string[] = [];
  await story.asManager(async (tx) => {
    statementLog.names = names;
    const binding = await resolveBinding(tx, {
      tenantId: story.acme,
      serviceItemId: story.servers,
      at: at('2026-02-01T00:00:00Z'),
    });
    if (binding !== null) await calendarsFor(tx, binding.terms, tx.now, binding.calendarRevision);
    statementLog.names = null;
  });
  expect(names[0]).toBe('contract-binding');
  expect(names.filter((name) => name !== 'holiday-load')).toEqual(['contract-binding']);
});

it('the hot lookup uses its index under row-level security', async () => {
  await agreed(story, await draft(story));
  await story.db.owner(
    `insert into contract_scope (provider_id, tenant_id, service_item_id, version_id, valid_from, valid_to)
     select s.provider_id, s.tenant_id, i.service_item_id, s.version_id, '2001-01-01', '2001-01-02'
     from contract_scope s join service_item i using (provider_id) where i.service_item_id <> s.service_item_id`,
  );
  await story.asManager(async (tx) => {
    await tx.query({ name: 'spec-no-seq', text: 'set local enable_seqscan = off' });
    const rows = await tx.query<{ 'QUERY PLAN': string }>(
      {
        name: 'spec-explain',
        text: `explain select version_id from contract_scope s where s.provider_id = $1 and s.tenant_id = $2
          and s.service_item_id = $3 and s.valid_from <= $4 and (s.valid_to is null or s.valid_to > $4) order by s.valid_from desc limit 1`,
      },
      [story.providerId, story.acme, story.servers, new Date(at('2026-02-01T00:00:00Z'))],
    );
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
    expect(plan).toMatch(/contract_scope_in_force/);
    expect(plan).toMatch(/Index Cond: .*service_item_id.*valid_from/);
  });
});

it('all agreed versions of a client, with what they cover when, in one statement', async () => {
  const v1 = await agreed(story, await draft(story, { serviceItemIds: [story.servers, story.cloud] }));
  const versions = await story.asManager((tx) => contractVersionsOf(tx, story.acme));
  expect(versions.map((version) => version.versionId)).toEqual([v1.id]);
  expect(versionAt(versions, story.cloud, at('2026-05-01T00:00:00Z'))?.termsDigest).toBe(v1.digest);
  expect(versionAt(versions, story.cloud, at('2025-05-01T00:00:00Z'))).toBeNull();
  expect(versionAt(versions, story.consulting, at('2026-05-01T00:00:00Z'))).toBeNull();
  await expect(story.asManager((tx) => contractVersionsOf(tx, story.beta))).resolves.toEqual([]);
});

it('a client sees the services in scope now and when somebody is there', async () => {
  await agreed(story, await draft(story, { serviceItemIds: [story.servers, story.cloud] }));
  await expect(story.asApprover((tx) => tenantServiceItems(tx, story.acme))).resolves.toEqual([]);
  story.db.setNow(at('2026-03-02T01:00:00Z'));
  const items = await story.asApprover((tx) => tenantServiceItems(tx, story.acme));
  expect(items.map((item) => item.code)).toEqual(['CLOUD', 'SERVERS']);
  const hours = await story.asApprover(serviceHours);
  // 2 March 2026 is the substitute for Independence Movement Day.
  expect(hours).toMatchObject([
    { calendarId: 'always', always: true, openNow: true, nextClosing: null },
    {
      calendarId: 'office',
      openNow: false,
      nextOpening: at('2026-03-03T00:00:00Z'),
      upcomingClosedDays: [{ date: '2026-03-02' }, { date: '2026-05-01' }, {}, {}, {}],
    },
  ]);
});

it('a day declared late closes the calendars of contracts agreed before', async () => {
  await agreed(story, await draft(story));
  story.db.setNow(at('2026-03-10T00:00:00Z'));
  const day = {
    region: 'KR',
    date: '2026-03-11',
    name: { ko: '임시공휴일', en: 'Temporary public holiday' },
    source: '관보',
  };
  expectKind(await story.asManager((tx) => declareHoliday(tx, day)), 'HolidayRecorded');
  const hours = await story.asApprover(serviceHours);
  expect(hours.find(({ calendarId }) => calendarId === 'office')?.upcomingClosedDays[0]).toEqual({
    date: '2026-03-11',
    name: day.name,
  });
});
