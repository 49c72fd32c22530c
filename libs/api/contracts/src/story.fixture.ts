import { calendarEntities } from '@daylight/api-calendars/entities';
import { asClient, asStaff, type Caller, type Tx } from '@daylight/api-database';
import type { ClientScope, StaffScope } from '@daylight/api-platform';
import {
  createClient,
  createProvider,
  createStaff,
  createTenant,
  createTestDatabase,
  signInAs,
  type TestDatabase,
} from '@daylight/api-testing';
import { parseIso, type Terms } from '@daylight/domain';
import { contractEntities } from './model/entities.js';
import type { VersionDetail } from './queries/version-detail.js';
import { agreeContractVersion, type AgreeContractVersionInput } from './use-cases/agree-contract-version.js';
import { createContract, type CreateContractInput } from './use-cases/create-contract.js';
import { proposeContractVersion } from './use-cases/propose-contract-version.js';
import { createServiceItem } from './use-cases/save-service-item.js';

/** A provider with two clients, an account manager, an approver, and three services: where the specs of contracts play. */
export interface Story {
  readonly db: TestDatabase;
  readonly providerId: string;
  readonly acme: string;
  readonly beta: string;
  readonly manager: Caller;
  readonly approver: Caller;
  readonly servers: string;
  readonly cloud: string;
  readonly consulting: string;
  asManager<T>(work: (tx: Tx<StaffScope>) => Promise<T>): Promise<T>;
  asApprover<T>(work: (tx: Tx<ClientScope>) => Promise<T>): Promise<T>;
}

export function at(text: string): number {
  const instant = parseIso(text);
  if (instant === null) throw new Error(`not an instant: ${text}`);
  return instant;
}

/** The outcome of one kind, or a failure that shows the other one. */
export function expectKind<O extends { readonly __typename: string }, K extends O['__typename']>(
  outcome: O,
  kind: K,
): Extract<O, { readonly __typename: K }> {
  if (outcome.__typename !== kind) throw new Error(`expected ${kind}, got ${JSON.stringify(outcome).slice(0, 800)}`);
  return outcome as Extract<O, { readonly __typename: K }>;
}

export async function tellStory(): Promise<Story> {
  const db = await createTestDatabase([...calendarEntities, ...contractEntities]);
  const { providerId } = await createProvider(db, 'North');
  const acme = await createTenant(db, providerId, 'ACME');
  const beta = await createTenant(db, providerId, 'BETA');
  const staffId = await createStaff(db, providerId, { role: 'ACCOUNT_MANAGER', name: 'Kim' });
  const manager = await signInAs(db, { providerId, personId: staffId }, 'CONSOLE');
  const approver = await signInAs(
    db,
    { providerId, personId: await createClient(db, providerId, acme, ['APPROVER']) },
    'PORTAL',
  );
  const asManager = <T>(work: (tx: Tx<StaffScope>) => Promise<T>) =>
    db.app.asPerson(manager, (tx) => work(asStaff(tx)));
  const asApprover = <T>(work: (tx: Tx<ClientScope>) => Promise<T>) =>
    db.app.asPerson(approver, (tx) => work(asClient(tx)));
  const service = async (code: string, ko: string) => {
    const outcome = await asManager((tx) =>
      createServiceItem(tx, { code, category: 'INFRASTRUCTURE', name: { ko, en: code } }),
    );
    return expectKind(outcome, 'ServiceItemSaved').serviceItem.id;
  };
  const [servers, cloud, consulting] = [
    await service('SERVERS', '서버'),
    await service('CLOUD', '클라우드'),
    await service('CONSULT', '컨설팅'),
  ];
  return { db, providerId, acme, beta, manager, approver, servers, cloud, consulting, asManager, asApprover };
}

/** A first draft for Acme: servers from 1 January 2026, for a year, unless said otherwise. */
export async function draft(story: Story, more: Partial<CreateContractInput> = {}): Promise<VersionDetail> {
  const input: CreateContractInput = {
    tenantId: story.acme,
    kind: 'MANAGED',
    title: '통합 운영 계약',
    effectiveFrom: '2026-01-01',
    termEnd: '2026-12-31',
    serviceItemIds: [story.servers],
    ...more,
  };
  return expectKind(await story.asManager((tx) => createContract(tx, input)), 'ContractDraftSaved').draft;
}

export async function propose(
  story: Story,
  { version }: Pick<VersionDetail, 'version'>,
  verdictChangesDigest: string | null = null,
) {
  const input = { versionId: version.id, version: version.version, verdictChangesDigest };
  return story.asManager((tx) => proposeContractVersion(tx, input));
}

export async function proposed(story: Story, detail: VersionDetail) {
  const first = await propose(story, detail);
  const outcome =
    first.__typename === 'PastEffectiveDate' ? await propose(story, detail, first.verdictChangesDigest) : first;
  return expectKind(outcome, 'ContractVersionProposed').version;
}

/** Proposes and agrees; time stands before the version's first day unless the spec moved it. */
export async function agreed(story: Story, detail: VersionDetail) {
  const version = await proposed(story, detail);
  const input = { versionId: version.id, version: version.version, digest: version.digest };
  return expectKind(await agreeAndSign(story, input), 'ContractVersionAgreed').version;
}

/** The approver's consent, with the list of verdicts signed where one is asked for. */
export async function agreeAndSign(story: Story, input: AgreeContractVersionInput) {
  const first = await story.asApprover((tx) => agreeContractVersion(tx, input));
  if (first.__typename !== 'PastEffectiveDate') return first;
  const { verdictChangesDigest } = first;
  return story.asApprover((tx) => agreeContractVersion(tx, { ...input, verdictChangesDigest }));
}

/** Terms with some parts replaced. */
export function withTerms(terms: Terms, more: Partial<Terms>): Terms {
  return { ...terms, ...more };
}
