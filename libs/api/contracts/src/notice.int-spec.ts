import { resolveBinding } from './binding.js';
import { versionDetail, type VersionDetail } from './queries/version-detail.js';
import { agreeAndSign, agreed, at, draft, expectKind, propose, tellStory, type Story } from './story.fixture.js';
import { draftAmendment } from './use-cases/draft-amendment.js';
import { giveContractNotice } from './use-cases/give-contract-notice.js';

// A whole life of a contract is much for a busy machine.
jest.setTimeout(30_000);

let story: Story;
beforeEach(async () => {
  story = await tellStory();
  story.db.setNow(at('2025-12-01T00:00:00Z'));
});
afterEach(() => story.db.close());

/** The default terms renew by a year with 30 days' notice; the last day for it is 1 December 2026. */
async function yearly(): Promise<VersionDetail> {
  const first = await draft(story);
  await agreed(story, first);
  return first;
}

const seen = (versionId: string) => story.asApprover(async (tx) => (await versionDetail(tx, versionId))?.version);

async function noticed(versionId: string, more: { readonly endsOn?: string; readonly reason?: string } = {}) {
  const version = await seen(versionId);
  const input = {
    versionId,
    version: version?.version ?? 0,
    endsOn: version?.noticeNow?.endsOn ?? '',
    reason: '사업 축소',
  };
  return story.asApprover((tx) => giveContractNotice(tx, { ...input, ...more }));
}

const covered = (day: string) =>
  story.asManager(async (tx) => {
    const on = { tenantId: story.acme, serviceItemId: story.servers, at: at(day) };
    return (await resolveBinding(tx, on)) !== null;
  });

it('notice in time ends the contract with its term; tickets opened afterwards are out of contract', async () => {
  const { version } = await yearly();
  story.db.setNow(at('2026-06-01T00:00:00Z'));
  expect((await seen(version.id))?.noticeNow).toEqual({ endsOn: '2026-12-31', noticeBy: '2026-12-01', inTime: true });
  expect(await covered('2027-01-02T00:00:00Z')).toBe(true);
  const { version: after } = expectKind(await noticed(version.id), 'ContractNoticeGiven');
  expect(after).toMatchObject({
    notice: { party: 'CLIENT', reason: '사업 축소', effect: { endsOn: '2026-12-31', inTime: true } },
    ...{ noticeNow: null, term: { phase: 'IN_TERM', currentTermEnd: '2026-12-31', noticeBy: null } },
  });
  expect([await covered('2026-12-31T14:59:59Z'), await covered('2026-12-31T15:00:00Z')]).toEqual([true, false]);
});

it('notice after its last day is said to be late: the contract renews once more', async () => {
  const { version } = await yearly();
  story.db.setNow(at('2026-12-05T00:00:00Z'));
  const { version: after } = expectKind(await noticed(version.id), 'ContractNoticeGiven');
  expect(after.notice?.effect).toEqual({ endsOn: '2027-12-31', noticeBy: '2026-12-01', inTime: false });
  expect([await covered('2027-12-31T14:59:59Z'), await covered('2027-12-31T15:00:00Z')]).toEqual([true, false]);
});

it('the other party is told at once, and the trail says who gave it for whom', async () => {
  const { version } = await yearly();
  story.db.setNow(at('2026-06-01T00:00:00Z'));
  await noticed(version.id);
  const [told] = await story.db.owner<{ ids: Record<string, string> }>(
    `select payload -> 'ids' as ids from job where queue = 'outbox' and payload ->> 'topic' = 'contract.term-reached'`,
  );
  expect(told?.ids).toMatchObject({ mark: 'NOTICE_BY_CLIENT', termEnd: '2026-12-31', versionId: version.id });
  const [trail] = await story.db.owner<{ payload: unknown }>(
    `select to_jsonb(a) as payload from audit_entry a where a.action = 'contract.give-notice'`,
  );
  expect(JSON.stringify(trail?.payload)).toContain('2026-12-31');
});

it('notice is given once, with a reason, and never of what was read as another end', async () => {
  const { version } = await yearly();
  story.db.setNow(at('2026-06-01T00:00:00Z'));
  expect((await noticed(version.id, { reason: ' ' })).__typename).toBe('InputRefused');
  expect((await noticed(version.id, { endsOn: '2027-12-31' })).__typename).toBe('StaleContractVersion');
  expect((await noticed(version.id)).__typename).toBe('ContractNoticeGiven');
  expect((await noticed(version.id)).__typename).toBe('ContractStateRefused');
});

it('another agreement takes the place of notice', async () => {
  const { contract, version } = await yearly();
  story.db.setNow(at('2026-06-01T00:00:00Z'));
  await noticed(version.id);
  const amendment = { contractId: contract.id, effectiveFrom: '2026-10-01' };
  const { draft: next } = expectKind(
    await story.asManager((tx) => draftAmendment(tx, amendment)),
    'ContractDraftSaved',
  );
  await agreed(story, next);
  expect(await covered('2027-01-02T00:00:00Z')).toBe(true);
  expect([(await seen(version.id))?.notice, (await seen(next.version.id))?.notice]).toEqual([null, null]);
  expect((await seen(next.version.id))?.noticeNow).not.toBeNull();
});

it('nobody gives notice of a proposal, or for the other party', async () => {
  const first = await draft(story);
  await propose(story, first);
  const version = await seen(first.version.id);
  const input = { versionId: first.version.id, version: version?.version ?? 0, endsOn: '2026-12-31', reason: 'x' };
  const refused = await story.asManager((tx) => giveContractNotice(tx, input));
  expect(refused.__typename).toBe('ContractStateRefused');
  const digest = version?.digest ?? '';
  await agreeAndSign(story, { versionId: first.version.id, version: version?.version ?? 0, digest });
  const forged = `update contract_version set notice_at = now(), notice_party = 'PROVIDER', notice_reason = 'x', effective_to = now(),
    notice_by = scope_person() where version_id = '${first.version.id}'`;
  await expect(story.asApprover((tx) => tx.rows.query(forged))).rejects.toThrow('notice is given once');
});
