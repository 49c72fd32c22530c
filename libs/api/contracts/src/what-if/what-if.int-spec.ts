import { statementLog } from '@daylight/api-database';
import { createStaff, signInAs } from '@daylight/api-testing';
import { asStaff } from '@daylight/api-database';
import type { CreditSchedule, Terms } from '@daylight/domain';
import type { VersionDetail } from '../queries/version-detail.js';
import {
  agreeAndSign,
  agreed,
  at,
  draft,
  expectKind,
  propose,
  proposed,
  tellStory,
  withTerms,
  type Story,
} from '../story.fixture.js';
import { draftAmendment } from '../use-cases/draft-amendment.js';
import { saveContractDraft } from '../use-cases/save-contract-draft.js';
import { happened } from './past-ticket.fixture.js';
import { whatIfQuarter } from './what-if-quarter.js';

// The first replay compiles a century of service hours.
jest.setTimeout(30_000);

let story: Story;

beforeEach(async () => {
  story = await tellStory();
  story.db.setNow(at('2025-12-01T00:00:00Z'));
});
afterEach(() => story.db.close());

/** P3 is answered within so many minutes of office hours. */
const answeringIn = (terms: Terms, minutes: number): Terms =>
  withTerms(terms, {
    policies: terms.policies.map((policy) => ({
      ...policy,
      targets: policy.targets.map((target) =>
        target.id === 'p3-first-response' ? { ...target, amount: { unit: 'MINUTES' as const, minutes } } : target,
      ),
    })),
  });

const LADDER: CreditSchedule = {
  ...{ id: 'answers', name: { ko: '응답 크레딧', en: 'Answer credit' }, rounding: 'TRUNCATE', cap: null },
  basis: { kind: 'ATTAINMENT', clock: 'FIRST_RESPONSE', priority: null },
  tiers: [{ fromPpm: 0, belowPpm: 900_000, creditPpm: 100_000 }],
  ...{ treatment: { kind: 'COMPENSATION' }, termination: null },
};

async function amended(contractId: string, effectiveFrom: string, change: (terms: Terms) => Terms) {
  const first = expectKind(
    await story.asManager((tx) => draftAmendment(tx, { contractId, effectiveFrom })),
    'ContractDraftSaved',
  ).draft;
  return saved(first, effectiveFrom, change(first.terms));
}

async function saved(detail: VersionDetail, effectiveFrom: string, terms: Terms): Promise<VersionDetail> {
  const { id: versionId, version, termEnd } = detail.version;
  const input = { versionId, version, effectiveFrom, termEnd, terms };
  return expectKind(await story.asManager((tx) => saveContractDraft(tx, input)), 'ContractDraftSaved').draft;
}

const ask = (versionId: string, quartersBack: number) =>
  story.asManager((tx) => whatIfQuarter(tx, { versionId, quartersBack }));

// 2026-02-03 is a Tuesday; answered after two working hours.
const TUESDAY = {
  ...{ opened: '2026-02-03T10:00:00+09:00', replied: '2026-02-03T12:00:00+09:00' },
  resolved: '2026-02-03T17:00:00+09:00',
};

it('a quarter under shorter targets shows what would have been missed, by whom and what it would have cost', async () => {
  const v1 = await agreed(story, await draft(story));
  story.db.setNow(at('2026-05-10T00:00:00Z'));
  const ticketId = await happened(story, { serviceItemId: story.servers, boundTo: v1, ...TUESDAY });
  await happened(story, { serviceItemId: story.servers, boundTo: null, ...TUESDAY });
  await happened(story, { serviceItemId: story.cloud, boundTo: null, ...TUESDAY });
  const next = await amended(v1.contractId, '2026-07-01', (terms) =>
    withTerms(answeringIn(terms, 60), { monthlyFeeMinor: 3_000_000, credits: [LADDER] }),
  );
  const quarter = await ask(next.version.id, 1);
  expect(quarter).toMatchObject({
    ...{ period: '2026-Q1', running: false, tooMany: false, tickets: 1, outOfContract: 1 },
    ...{ staffedHours: { ko: '평일 09:00-18:00' }, loadBefore: { due: 2, outside: 0 }, creditsBefore: [] },
    attainment: [
      {
        ...{ clock: 'FIRST_RESPONSE', priority: 'P3' },
        ...{ metBefore: 1, missedBefore: 0, metAfter: 0, missedAfter: 1 },
        ...{ attainmentBefore: 10_000, attainmentAfter: 0 },
      },
      { clock: 'RESOLUTION', metBefore: 1, missedBefore: 0, metAfter: 1, missedAfter: 0 },
    ],
    creditsAfter: [{ scheduleId: 'answers', amountMinor: 900_000, gap: null }],
    verdictChanges: {
      ...{ total: 1, confidential: 0 },
      changes: [
        {
          ...{ ticketId, ticketSubject: '느린 서버', clock: 'FIRST_RESPONSE', before: { verdict: 'MET' } },
          after: { verdict: 'MISSED', verdictAt: at('2026-02-03T11:00:00+09:00'), overSeconds: 3_600 },
        },
      ],
    },
  });
  expect(quarter?.creditsAfter[0]?.working[0]?.ko).toContain('3,000,000원');
  await expect(ask(next.version.id, 0)).resolves.toMatchObject({ period: '2026-Q2', running: true, tickets: 0 });
});

it('confidential tickets count, and are named only to those who may see them', async () => {
  const v1 = await agreed(story, await draft(story));
  story.db.setNow(at('2026-05-10T00:00:00Z'));
  await happened(story, { serviceItemId: story.servers, boundTo: v1, ...TUESDAY, confidential: true });
  const next = await amended(v1.contractId, '2026-07-01', (terms) => answeringIn(terms, 60));
  const { providerId } = story;
  const personId = await createStaff(story.db, providerId, { role: 'ACCOUNT_MANAGER', name: 'Blind' });
  const caller = await signInAs(story.db, { providerId, personId }, 'CONSOLE');
  const [row] = await story.db.owner<{ sees_confidential: boolean }>(
    'update person set sees_confidential = false where person_id = $1 returning sees_confidential',
    [personId],
  );
  expect(row?.sees_confidential).toBe(false);
  const input = { versionId: next.version.id, quartersBack: 1 };
  const quarter = await story.db.app.asPerson(caller, (tx) => whatIfQuarter(asStaff(tx), input));
  expect(quarter?.verdictChanges).toMatchObject({
    ...{ total: 1, confidential: 1 },
    changes: [{ ticketId: null, ticketNumber: null, ticketSubject: null, after: { verdict: 'MISSED' } }],
  });
});

it('a ticket that both sides rebound is compared with what it was shown as, a miss at the agreement', async () => {
  const v1 = await agreed(story, await draft(story));
  story.db.setNow(at('2026-02-01T00:00:00Z'));
  const v2 = await agreed(story, await amended(v1.contractId, '2026-03-01', (terms) => answeringIn(terms, 60)));
  story.db.setNow(at('2026-05-10T00:00:00Z'));
  const agreement = at('2026-04-10T10:00:00+09:00');
  const rebound = { at: '2026-04-10T10:00:00+09:00', to: v2 };
  await happened(story, { serviceItemId: story.servers, boundTo: v1, ...TUESDAY, rebound });
  const next = await amended(v1.contractId, '2026-07-01', (terms) => answeringIn(terms, 240));
  await expect(ask(next.version.id, 0)).resolves.toMatchObject({
    attainment: [{ clock: 'FIRST_RESPONSE', missedBefore: 1, attainmentBefore: 0, attainmentAfter: null }],
    verdictChanges: { changes: [{ before: { verdict: 'MISSED', verdictAt: agreement }, after: { verdict: 'MET' } }] },
  });
});

it('costs the same statements for twenty tickets as for two', async () => {
  const v1 = await agreed(story, await draft(story));
  story.db.setNow(at('2026-05-10T00:00:00Z'));
  const next = await amended(v1.contractId, '2026-07-01', (terms) => answeringIn(terms, 60));
  const count = async () => {
    const names: string[] = [];
    await ask(next.version.id, 1);
    await story.asManager(async (tx) => {
      statementLog.names = names;
      await whatIfQuarter(tx, { versionId: next.version.id, quartersBack: 1 });
      statementLog.names = null;
    });
    return names.length;
  };
  for (let index = 0; index < 2; index += 1)
    await happened(story, { serviceItemId: story.servers, boundTo: v1, ...TUESDAY });
  const few = await count();
  for (let index = 0; index < 18; index += 1)
    await happened(story, { serviceItemId: story.servers, boundTo: v1, ...TUESDAY });
  await expect(count()).resolves.toBe(few);
  expect(few).toBeLessThanOrEqual(12);
});

it('another provider’s version is not there, nor one that nobody wrote', async () => {
  await expect(ask('nonsense', 1)).resolves.toBeNull();
  await expect(ask(story.servers, 1)).resolves.toBeNull();
});

it('terms that reach back show both parties the same list, which is kept with the first signature', async () => {
  const v1 = await agreed(story, await draft(story));
  story.db.setNow(at('2026-03-02T00:00:00Z'));
  await happened(story, { serviceItemId: story.servers, boundTo: v1, ...TUESDAY });
  const early = { opened: '2026-01-13T10:00:00+09:00', replied: '2026-01-13T12:00:00+09:00' };
  await happened(story, { serviceItemId: story.servers, boundTo: v1, ...early });
  const next = await amended(v1.contractId, '2026-02-01', (terms) => answeringIn(terms, 60));
  const asked = expectKind(await propose(story, next), 'PastEffectiveDate');
  // The ticket of January was opened before the terms begin: they would never have been its own.
  expect(asked.verdictChanges).toMatchObject({ total: 1, changes: [{ clock: 'FIRST_RESPONSE' }] });
  await expect(story.db.owner('select 1 from contract_verdict_list')).resolves.toEqual([]);
  const version = await proposed(story, next);
  // A ticket that came in after the provider signed isn't on the list: the client signs the same one.
  await happened(story, { serviceItemId: story.servers, boundTo: v1, ...TUESDAY });
  story.db.setNow(at('2026-03-05T00:00:00Z'));
  const act = { versionId: version.id, version: version.version, digest: version.digest };
  const done = expectKind(await agreeAndSign(story, act), 'ContractVersionAgreed');
  expect(done.complete).toBe(true);
  expect(done.version.consents.map(({ verdictChangesDigest }) => verdictChangesDigest)).toEqual([
    asked.verdictChangesDigest,
    asked.verdictChangesDigest,
  ]);
  await expect(
    story.db.owner('select digest, jsonb_array_length(changes) as n from contract_verdict_list'),
  ).resolves.toEqual([{ digest: asked.verdictChangesDigest, n: 1 }]);
});

it('what a draft promises about availability, maintenance, credits and fees is kept as it was written', async () => {
  const first = await draft(story);
  const [service] = first.terms.services;
  if (service === undefined) throw new Error('a draft without services');
  const terms = withTerms(first.terms, {
    services: [{ ...service, monthlyFeeMinor: 2_000_000 }],
    availability: [
      {
        ...{ id: 'web', name: { ko: '웹', en: 'Web' }, serviceItemIds: [story.servers], calendarId: 'always' },
        ...{ period: 'MONTH', targetPpm: 999_500, assetRule: 'ANY', weights: [], degradedPercent: 50 },
        ...{ unmeasured: 'EXCLUDED', excludable: ['CLIENT'] },
      },
    ],
    maintenance: { notice: { unit: 'BUSINESS_DAYS', days: 3 }, noticeCalendarId: 'office', capMinutesPerMonth: 240 },
    credits: [LADDER],
  });
  const detail = await saved(first, '2026-01-01', terms);
  expect(detail.terms).toEqual(terms);
  const version = await agreed(story, detail);
  const next = await amended(version.contractId, '2026-07-01', (same) => same);
  expect(next.terms).toEqual(terms);
  expect(next.changes).toEqual([]);
});
