import { recordAudit, type Tx } from '@daylight/api-database';
import { nameProblems, normaliseName, zoneProblems } from '@daylight/api-identity';
import { newId, type StaffScope } from '@daylight/api-platform';
import { refused, TENANT_NOT_FOUND, type InputRefused, type Problem } from './messages.js';
import { TenantRow } from './model/tenant.row.js';
import { FIRST_STAGES, nextStages, type TenantStage } from './stages.js';
import { findTenant, type TenantView } from './tenant-queries.js';

const PREFIX = /^[A-Z][A-Z0-9]{1,9}$/;

interface Particulars {
  readonly name: string;
  readonly timeZone: string;
  readonly language: 'ko' | 'en';
}

function particularProblems(input: Particulars): readonly Problem[] {
  return [...nameProblems('name', input.name, 200), ...zoneProblems('timeZone', input.timeZone)];
}

export interface CreateTenantInput extends Particulars {
  readonly prefix: string;
  readonly stage: TenantStage;
}

export type CreateTenantResult = { readonly __typename: 'TenantCreated'; readonly tenant: TenantView } | InputRefused;

/** Makes a client of the provider. Its prefix is one of its kind there, and never changes: ticket numbers begin with it. */
export async function createTenant(tx: Tx<StaffScope>, input: CreateTenantInput): Promise<CreateTenantResult> {
  const { providerId, language } = tx.scope;
  const problems: Problem[] = [...particularProblems(input)];
  if (!PREFIX.test(input.prefix)) problems.push({ path: 'prefix', kind: 'prefix-form' });
  if (!FIRST_STAGES.includes(input.stage)) problems.push({ path: 'stage', kind: 'not-a-first-stage' });
  if (problems.length > 0) return refused(language, problems);
  const row = { tenantId: newId(), name: normaliseName(input.name), prefix: input.prefix, stage: input.stage };
  const rest = { providerId, zone: input.timeZone, language: input.language, createdAt: tx.now, version: 1 };
  // A taken prefix makes no row; two at once can't both have it.
  await tx.rows
    .createQueryBuilder()
    .insert()
    .into(TenantRow)
    .values({ ...row, ...rest })
    .orIgnore()
    .execute();
  const tenant = await findTenant(tx, row.tenantId);
  if (tenant === null) {
    return refused(language, [{ path: 'prefix', kind: 'prefix-taken' }]);
  }
  const { tenantId, ...after } = row;
  await recordAudit(tx, { action: 'tenant.create', objectType: 'tenant', objectId: tenantId, tenantId, after });
  return { __typename: 'TenantCreated', tenant };
}

export type EditTenantResult =
  | { readonly __typename: 'TenantEdited'; readonly tenant: TenantView }
  | { readonly __typename: 'TenantChangedMeanwhile'; readonly current: TenantView }
  | typeof TENANT_NOT_FOUND
  | InputRefused;

export interface EditTenantInput extends Particulars {
  readonly tenantId: string;
  readonly version: number;
}

/** Changes name, zone and language, unless somebody changed the client since `version`. */
export async function editTenant(tx: Tx<StaffScope>, input: EditTenantInput): Promise<EditTenantResult> {
  const before = await findTenant(tx, input.tenantId);
  if (before === null) return TENANT_NOT_FOUND;
  const problems = particularProblems(input);
  if (problems.length > 0) return refused(tx.scope.language, problems);
  const change = { name: normaliseName(input.name), zone: input.timeZone, language: input.language };
  return write(tx, { before, version: input.version, change, action: 'tenant.edit' });
}

export interface ChangeTenantStageInput {
  readonly tenantId: string;
  readonly stage: TenantStage;
  readonly version: number;
}

/** Moves a client to a stage that follows from its present one. A closed client's people can't sign in to it any more. */
export async function changeTenantStage(tx: Tx<StaffScope>, input: ChangeTenantStageInput): Promise<EditTenantResult> {
  const before = await findTenant(tx, input.tenantId);
  if (before === null) return TENANT_NOT_FOUND;
  if (before.version !== input.version) return { __typename: 'TenantChangedMeanwhile', current: before };
  if (!nextStages(before.stage).includes(input.stage)) {
    return refused(tx.scope.language, [{ path: 'stage', kind: 'stage-not-next' }]);
  }
  return write(tx, { before, version: input.version, change: { stage: input.stage }, action: 'tenant.change-stage' });
}

interface Write {
  readonly before: TenantView;
  readonly version: number;
  readonly change: Partial<Pick<TenantRow, 'name' | 'zone' | 'language' | 'stage'>>;
  readonly action: string;
}

async function write(tx: Tx<StaffScope>, { before, version, change, action }: Write): Promise<EditTenantResult> {
  const { providerId } = tx.scope;
  const tenantId = before.id;
  const { affected } = await tx.rows.update(
    TenantRow,
    { providerId, tenantId, version },
    { ...change, version: version + 1 },
  );
  const tenant = await findTenant(tx, tenantId);
  if (tenant === null) return TENANT_NOT_FOUND;
  if (affected !== 1) return { __typename: 'TenantChangedMeanwhile', current: tenant };
  await recordAudit(tx, {
    action,
    objectType: 'tenant',
    objectId: tenantId,
    tenantId,
    before: { name: before.name, zone: before.timeZone, language: before.language, stage: before.stage },
    after: change,
  });
  return { __typename: 'TenantEdited', tenant };
}
