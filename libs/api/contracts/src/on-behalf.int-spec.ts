import { asClient, type Tx } from '@daylight/api-database';
import { delegateApproval } from '@daylight/api-identity';
import type { ClientScope } from '@daylight/api-platform';
import { createClient, signInAs } from '@daylight/api-testing';
import { versionDetail } from './queries/version-detail.js';
import { at, draft, expectKind, proposed, tellStory, type Story } from './story.fixture.js';
import { agreeContractVersion } from './use-cases/agree-contract-version.js';
import { rejectContractVersion } from './use-cases/reject-contract-version.js';

let story: Story;
let delegate: string;
let approverId: string;

beforeAll(async () => {
  story = await tellStory();
  story.db.setNow(at('2025-12-01T00:00:00Z'));
  approverId = await story.asApprover((tx) => Promise.resolve(tx.scope.personId));
  delegate = await createClient(story.db, story.providerId, story.acme, ['COORDINATOR']);
});
afterAll(() => story.db.close());

async function asDelegate<T>(work: (tx: Tx<ClientScope>) => Promise<T>): Promise<T> {
  const caller = await signInAs(story.db, { providerId: story.providerId, personId: delegate }, 'PORTAL');
  return story.db.app.asPerson(caller, (tx) => work(asClient(tx)));
}

it('who stands in for an approver agrees, the consent names both, and the trail as well', async () => {
  const version = await proposed(story, await draft(story));
  const input = { versionId: version.id, version: version.version, digest: version.digest };
  await expect(asDelegate((tx) => agreeContractVersion(tx, input))).rejects.toMatchObject({ code: 'FORBIDDEN' });
  const period = { personId: delegate, from: '2025-12-01', until: '2025-12-05' };
  await story.asApprover((tx) => delegateApproval(tx, period));
  const done = expectKind(await asDelegate((tx) => agreeContractVersion(tx, input)), 'ContractVersionAgreed');
  expect(done.complete).toBe(true);
  const shown = await story.asManager((tx) => versionDetail(tx, version.id));
  const ours = shown?.version.consents.find(({ party }) => party === 'CLIENT');
  expect(ours).toMatchObject({ person: { id: delegate }, onBehalfOf: { id: approverId } });
  const trail = await story.db.owner<{ after: object }>(
    `select after from audit_entry where action = 'contract.agree' and object_id = $1 and actor_person_id = $2`,
    [version.id, delegate],
  );
  expect(trail).toMatchObject([{ after: { party: 'CLIENT', complete: true, onBehalfOf: approverId } }]);
});

it('who stands in says no as well, and nobody without authority does', async () => {
  const version = await proposed(story, await draft(story, { serviceItemIds: [story.cloud] }));
  const input = { versionId: version.id, version: version.version, reason: '금액을 다시 협의하고 싶습니다.' };
  story.db.setNow(at('2025-12-10T00:00:00Z'));
  await expect(asDelegate((tx) => rejectContractVersion(tx, input))).rejects.toMatchObject({ code: 'FORBIDDEN' });
  story.db.setNow(at('2025-12-02T00:00:00Z'));
  expectKind(await asDelegate((tx) => rejectContractVersion(tx, input)), 'ContractVersionRejected');
});
