import { asClient } from '@daylight/api-database';
import { createClient, signInAs } from '@daylight/api-testing';
import pg from 'pg';
import { agreeContractVersion } from './use-cases/agree-contract-version.js';
import { draftAmendment } from './use-cases/draft-amendment.js';
import { proposeContractVersion } from './use-cases/propose-contract-version.js';
import { rejectContractVersion } from './use-cases/reject-contract-version.js';
import { saveContractDraft } from './use-cases/save-contract-draft.js';
import { withdrawContractVersion } from './use-cases/withdraw-contract-version.js';
import { resolveBinding } from './binding.js';
import { clientContracts, contractView } from './queries/contracts.js';
import { pendingDetails, versionDetail } from './queries/version-detail.js';
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
} from './story.fixture.js';

let story: Story;

beforeEach(async () => {
  story = await tellStory();
  story.db.setNow(at('2025-12-01T00:00:00Z'));
});
afterEach(() => story.db.close());

const amendment = (contractId: string, effectiveFrom: string) =>
  story.asManager((tx) => draftAmendment(tx, { contractId, effectiveFrom }));

it('a client sees nothing of a draft, and the proposal with what it promises', async () => {
  const first = await draft(story);
  await expect(story.asApprover(clientContracts)).resolves.toEqual([]);
  await expect(story.asApprover((tx) => contractView(tx, first.contract.id))).resolves.toBeNull();
  await expect(story.asApprover((tx) => versionDetail(tx, first.version.id))).resolves.toBeNull();
  const version = await proposed(story, first);
  expect(version).toMatchObject({
    state: 'PROPOSED',
    awaiting: ['CLIENT'],
    consents: [{ party: 'PROVIDER', person: { displayName: 'Kim' } }],
  });
  const [pending] = await story.asApprover(async (tx) => pendingDetails(tx, await clientContracts(tx)));
  expect(pending).toMatchObject({
    version: { id: first.version.id },
    services: [{ name: { ko: '서버' } }],
    changes: [],
  });
  expect(pending?.services[0]?.targets).toContainEqual(
    expect.objectContaining({ clock: 'FIRST_RESPONSE', priority: 'P1', minutes: 15 }),
  );
});

it('one consent of each party puts the terms in force, and both stay on record', async () => {
  const version = await agreed(story, await draft(story));
  expect(version).toMatchObject({
    state: 'AGREED',
    awaiting: [],
    term: { phase: 'UPCOMING', currentTermEnd: '2026-12-31' },
  });
  expect(version.consents.map((consent) => [consent.party, consent.digest])).toEqual([
    ['PROVIDER', version.digest],
    ['CLIENT', version.digest],
  ]);
  const topics = await story.db.owner<{ topic: string }>(
    `select payload->>'topic' as topic from job where queue = 'outbox' order by job_id`,
  );
  expect(topics.map((row) => row.topic)).toEqual(['contract.proposed', 'contract.agreed']);
  const acts = await story.db.owner<{ action: string }>(
    `select action from audit_entry where action like 'contract.%' order by entry_id`,
  );
  expect(acts.map((row) => row.action)).toEqual(['contract.create', 'contract.propose', 'contract.agree']);
});

it('consent is to the terms that were read, not to what they are by now', async () => {
  const version = await proposed(story, await draft(story));
  const read = { versionId: version.id, version: version.version, digest: version.digest };
  const other = await story.asApprover((tx) => agreeContractVersion(tx, { ...read, digest: '0'.repeat(64) }));
  expect(other).toMatchObject({ __typename: 'StaleContractVersion', current: { version: { digest: version.digest } } });
});

it('an approver consents up to the own limit, another one with a higher limit beyond it', async () => {
  const first = await draft(story);
  const terms = withTerms(first.terms, { monthlyFeeMinor: 10_000_000 });
  const input = { versionId: first.version.id, version: 1, effectiveFrom: '2026-01-01', termEnd: '2026-12-31', terms };
  const saved = expectKind(await story.asManager((tx) => saveContractDraft(tx, input)), 'ContractDraftSaved').draft;
  const version = await proposed(story, saved);
  const personId = await createClient(story.db, story.providerId, story.acme, ['APPROVER']);
  await story.db.owner('update tenant_membership set approval_limit_minor = 100000000 where person_id = $1', [
    personId,
  ]);
  const limited = await signInAs(story.db, { providerId: story.providerId, personId }, 'PORTAL');
  const act = { versionId: version.id, version: version.version, digest: version.digest };
  const refused = await story.db.app.asPerson(limited, (tx) => agreeContractVersion(asClient(tx), act));
  expect(refused).toMatchObject({
    __typename: 'ApprovalLimitExceeded',
    amountMinor: 120_000_000,
    limitMinor: 100_000_000,
    currency: 'KRW',
  });
  const consents = await story.db.owner(`select 1 from contract_consent where party = 'CLIENT'`);
  expect(consents).toHaveLength(0);
  expectKind(await story.asApprover((tx) => agreeContractVersion(tx, act)), 'ContractVersionAgreed');
});

it('an amendment cuts the version before it at its first day, also for services it drops', async () => {
  const v1 = await agreed(story, await draft(story, { serviceItemIds: [story.servers, story.cloud] }));
  const second = expectKind(await amendment(v1.contractId, '2026-07-01'), 'ContractDraftSaved').draft;
  const services = second.terms.services.filter(({ serviceItemId }) => serviceItemId === story.servers);
  const terms = withTerms(second.terms, { services, monthlyFeeMinor: 5_000_000 });
  const input = { versionId: second.version.id, version: 1, effectiveFrom: '2026-07-01', termEnd: '2026-12-31', terms };
  const saved = expectKind(await story.asManager((tx) => saveContractDraft(tx, input)), 'ContractDraftSaved').draft;
  expect(saved.changes.map((change) => change.text.ko)).toEqual([
    '월 요금 변경: 없음 → 5,000,000원',
    '서비스 삭제: 클라우드',
  ]);
  expect(saved.comparedWith).toMatchObject({ id: v1.id });
  const v2 = await agreed(story, saved);
  const bound = async (serviceItemId: string, when: string) =>
    (await story.asManager((tx) => resolveBinding(tx, { tenantId: story.acme, serviceItemId, at: at(when) })))
      ?.versionId ?? null;
  await expect(bound(story.servers, '2026-06-30T14:59:59.999Z')).resolves.toBe(v1.id);
  await expect(bound(story.servers, '2026-06-30T15:00:00Z')).resolves.toBe(v2.id);
  await expect(bound(story.cloud, '2026-06-30T14:59:59.999Z')).resolves.toBe(v1.id);
  await expect(bound(story.cloud, '2026-06-30T15:00:00Z')).resolves.toBeNull();
});

it('two contracts agreed at once for one service: one takes effect, the other is told what it meets', async () => {
  const [a, b] = [await draft(story, { title: 'A' }), await draft(story, { title: 'B', effectiveFrom: '2026-06-01' })];
  const versions = [await proposed(story, a), await proposed(story, b)];
  const outcomes = await Promise.all(
    versions.map(({ id, version, digest }) =>
      story.asApprover((tx) => agreeContractVersion(tx, { versionId: id, version, digest })),
    ),
  );
  expect(outcomes.map((outcome) => outcome.__typename).sort()).toEqual(['ContractVersionAgreed', 'OverlappingTerms']);
  const refused = outcomes.find((outcome) => outcome.__typename === 'OverlappingTerms');
  const winner = outcomes.findIndex((outcome) => outcome.__typename === 'ContractVersionAgreed');
  expect(refused).toMatchObject({
    overlaps: [{ contractTitle: ['A', 'B'][winner], ordinal: 1, serviceName: { ko: '서버' }, to: null }],
  });
  await expect(story.db.owner('select 1 from contract_scope')).resolves.toHaveLength(1);
  await expect(story.db.owner(`select 1 from contract_consent where party = 'CLIENT'`)).resolves.toHaveLength(1);
});

it('the database itself refuses an overlap that no check could see, and the refusal is still in words', async () => {
  const rival = await agreed(story, await draft(story, { title: 'Rival', serviceItemIds: [story.cloud] }));
  const version = await proposed(story, await draft(story));
  // A writer that asks nobody and hasn't committed when the client agrees.
  const writer = new pg.Client({ connectionString: story.db.url('daylight_owner') });
  await writer.connect();
  await writer.query('begin');
  await writer.query(
    `insert into contract_scope (provider_id, tenant_id, service_item_id, version_id, valid_from) values ($1, $2, $3, $4, '2026-03-01')`,
    [story.providerId, story.acme, story.servers, rival.id],
  );
  const act = { versionId: version.id, version: version.version, digest: version.digest };
  const outcome = story.asApprover((tx) => agreeContractVersion(tx, act));
  const waiting = `select 1 from pg_locks l join pg_stat_activity a using (pid) where not l.granted and a.datname = current_database()`;
  while ((await story.db.owner(waiting)).length === 0);
  await writer.query('commit');
  await writer.end();
  expect(await outcome).toMatchObject({
    __typename: 'OverlappingTerms',
    overlaps: [
      { contractTitle: 'Rival', versionId: rival.id, serviceItemId: story.servers, from: at('2026-03-01T00:00:00Z') },
    ],
  });
  await expect(
    story.db.owner(`select 1 from contract_consent where version_id = $1 and party = 'CLIENT'`, [version.id]),
  ).resolves.toEqual([]);
  await expect(
    story.db.owner('select state from contract_version where version_id = $1', [version.id]),
  ).resolves.toEqual([{ state: 'PROPOSED' }]);
});

it('terms that begin in the past need both sides to say so; tickets opened since keep theirs', async () => {
  story.db.setNow(at('2026-02-10T00:00:00Z'));
  const first = await draft(story);
  expectKind(await propose(story, first), 'PastEffectiveDate');
  const version = await proposed(story, first);
  const act = { versionId: version.id, version: version.version, digest: version.digest };
  const unsigned = await story.asApprover((tx) => agreeContractVersion(tx, act));
  expect(expectKind(unsigned, 'PastEffectiveDate').verdictChanges).toMatchObject({ total: 0 });
  const other = await story.asApprover((tx) =>
    agreeContractVersion(tx, { ...act, verdictChangesDigest: '0'.repeat(64) }),
  );
  expectKind(other, 'PastEffectiveDate');
  const done = expectKind(await agreeAndSign(story, act), 'ContractVersionAgreed');
  expect(done).toMatchObject({
    complete: true,
    version: { consents: [{ pastAcknowledged: true }, { pastAcknowledged: true }] },
  });
});

it('a date that passes while the client thinks needs the provider’s word as well', async () => {
  const first = await draft(story);
  const version = expectKind(await propose(story, first), 'ContractVersionProposed').version;
  story.db.setNow(at('2026-01-05T00:00:00Z'));
  const act = { versionId: version.id, version: version.version, digest: version.digest };
  const half = expectKind(await agreeAndSign(story, act), 'ContractVersionAgreed');
  expect(half).toMatchObject({ complete: false, version: { state: 'PROPOSED', awaiting: ['PROVIDER'] } });
  const asked = expectKind(await story.asManager((tx) => agreeContractVersion(tx, act)), 'PastEffectiveDate');
  const { verdictChangesDigest } = asked;
  expect(half.version.consents.at(-1)).toMatchObject({ party: 'CLIENT', verdictChangesDigest });
  const signed = { ...act, verdictChangesDigest };
  const whole = expectKind(await story.asManager((tx) => agreeContractVersion(tx, signed)), 'ContractVersionAgreed');
  expect(whole).toMatchObject({ complete: true, version: { state: 'AGREED', term: { phase: 'IN_TERM' } } });
});

it('a rejection keeps its reason and ends the proposal; the next draft starts from what is in force', async () => {
  const v1 = await agreed(story, await draft(story));
  const second = expectKind(await amendment(v1.contractId, '2026-07-01'), 'ContractDraftSaved').draft;
  const again = expectKind(await amendment(v1.contractId, '2026-08-01'), 'AmendmentOpen');
  expect(again.version.id).toBe(second.version.id);
  const version = await proposed(story, second);
  const no = (reason: string) =>
    story.asApprover((tx) => rejectContractVersion(tx, { versionId: version.id, version: version.version, reason }));
  expectKind(await no('  '), 'InputRefused');
  expect(expectKind(await no('예산이 부족합니다.'), 'ContractVersionRejected').version).toMatchObject({
    state: 'REJECTED',
    decisionNote: '예산이 부족합니다.',
  });
  const act = { versionId: version.id, version: version.version + 1, digest: version.digest };
  expectKind(await story.asApprover((tx) => agreeContractVersion(tx, act)), 'ContractStateRefused');
  const third = expectKind(await amendment(v1.contractId, '2026-09-01'), 'ContractDraftSaved').draft;
  expect(third.version).toMatchObject({ ordinal: 3, state: 'DRAFT' });
  expect(third.comparedWith?.id).toBe(v1.id);
});

it('a proposal can be taken back until it is agreed, not after', async () => {
  const version = await proposed(story, await draft(story));
  const act = { versionId: version.id, version: version.version };
  expectKind(await story.asManager((tx) => withdrawContractVersion(tx, act)), 'ContractVersionWithdrawn');
  const other = await agreed(story, await draft(story));
  const late = { versionId: other.id, version: other.version };
  expectKind(await story.asManager((tx) => withdrawContractVersion(tx, late)), 'ContractStateRefused');
});

it('two people editing one draft: the later one is shown both', async () => {
  const first = await draft(story);
  const edit = (feeMinor: number) => {
    const terms = withTerms(first.terms, { monthlyFeeMinor: feeMinor });
    const input = {
      versionId: first.version.id,
      version: 1,
      effectiveFrom: '2026-01-01',
      termEnd: '2026-12-31',
      terms,
    };
    return story.asManager((tx) => saveContractDraft(tx, input));
  };
  const outcomes = await Promise.all([edit(1), edit(2)]);
  expect(outcomes.map((outcome) => outcome.__typename).sort()).toEqual(['ContractDraftSaved', 'StaleContractVersion']);
  const stale = outcomes.find((outcome) => outcome.__typename === 'StaleContractVersion');
  expect(stale).toMatchObject({ yourVersion: 1, current: { version: { version: 2 } } });
});

it('proposed terms cannot be changed, not even by a plain update', async () => {
  const version = await proposed(story, await draft(story));
  await expect(
    story.db.owner(`update contract_version set terms = terms || '{"monthlyFeeMinor": 1}' where version_id = $1`, [
      version.id,
    ]),
  ).rejects.toMatchObject({ code: 'DL403' });
  const act = { versionId: version.id, version: version.version, effectiveFrom: '2026-01-01', terms: {} };
  expectKind(await story.asManager((tx) => saveContractDraft(tx, act)), 'ContractStateRefused');
  expectKind(await story.asManager((tx) => proposeContractVersion(tx, act)), 'ContractStateRefused');
});
