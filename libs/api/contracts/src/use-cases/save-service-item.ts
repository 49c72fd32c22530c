import {
  inputRefused,
  isId,
  nameProblems,
  notFoundResult,
  type InputProblem,
  type InputRefused,
  type NotFound,
} from '@daylight/api-calendars';
import { recordAudit, statement, type Tx } from '@daylight/api-database';
import { newId, type StaffScope } from '@daylight/api-platform';
import type { LocalizedText } from '@daylight/domain';
import { problem } from '../draft.js';
import { ServiceItemRow } from '../model/service-item.row.js';
import { serviceItemsByIds, type ServiceItemView } from '../queries/service-items.js';

const CODE = /^[A-Z0-9][A-Z0-9-]{1,39}$/;
// Two people can't take one code: whoever changes the catalogue waits for the other.
const LOCK = statement(
  'service-item-lock',
  `select pg_advisory_xact_lock(hashtextextended('catalogue/' || $1::text, 0))`,
);
const TAKEN = statement<{ service_item_id: string }>(
  'service-item-code',
  `select service_item_id from service_item where provider_id = $1 and code = $2 and service_item_id <> $3`,
);

export interface CreateServiceItemInput {
  readonly code: string;
  readonly category: 'INFRASTRUCTURE' | 'CLOUD_SECURITY' | 'APPLICATION' | 'CONSULTING';
  readonly name: LocalizedText;
}

export interface UpdateServiceItemInput extends CreateServiceItemInput {
  readonly id: string;
  readonly version: number;
  readonly archived: boolean;
}

export interface ServiceItemSaved {
  readonly __typename: 'ServiceItemSaved';
  readonly serviceItem: ServiceItemView;
}

export interface StaleServiceItem {
  readonly __typename: 'StaleServiceItem';
  readonly yourVersion: number;
  readonly current: ServiceItemView;
}

function problemsOf(tx: Tx<StaffScope>, { code, name }: CreateServiceItemInput): readonly InputProblem[] {
  const { language } = tx.scope;
  const form = CODE.test(code) ? [] : [problem('code', 'CODE_FORM', language)];
  return [...form, ...nameProblems(name, { path: 'name', max: 200, language })];
}

/** Adds a service to the catalogue. */
export async function createServiceItem(
  tx: Tx<StaffScope>,
  input: CreateServiceItemInput,
): Promise<ServiceItemSaved | InputRefused> {
  const problems = problemsOf(tx, input);
  if (problems.length > 0) return inputRefused(problems);
  const { code, category, name } = input;
  const id = newId();
  const { providerId, language } = tx.scope;
  if (await isTaken(tx, id, code)) return inputRefused([problem('code', 'CODE_TAKEN', language)]);
  const names = { nameKo: name.ko, nameEn: name.en };
  const start = { archived: false, version: 1, createdAt: tx.now };
  await tx.rows.insert(ServiceItemRow, { providerId, serviceItemId: id, code, category, ...names, ...start });
  return saved(tx, id, 'service-item.create');
}

/** Changes or archives a service. Contracts keep the name that they were agreed with. */
export async function updateServiceItem(
  tx: Tx<StaffScope>,
  input: UpdateServiceItemInput,
): Promise<ServiceItemSaved | StaleServiceItem | InputRefused | NotFound> {
  const [current] = isId(input.id) ? await serviceItemsByIds(tx, [input.id]) : [];
  if (current === undefined) return notFoundResult('service item');
  const problems = problemsOf(tx, input);
  if (problems.length > 0) return inputRefused(problems);
  const { providerId, language } = tx.scope;
  if (await isTaken(tx, current.id, input.code)) return inputRefused([problem('code', 'CODE_TAKEN', language)]);
  const { code, category, archived, name, version } = input;
  const at = { providerId, serviceItemId: current.id, version };
  const change = { code, category, archived, nameKo: name.ko, nameEn: name.en, version: version + 1 };
  const { affected } = await tx.rows.update(ServiceItemRow, at, change);
  if (affected !== 1) return stale(tx, input);
  return saved(tx, current.id, 'service-item.update');
}

async function isTaken(tx: Tx<StaffScope>, id: string, code: string): Promise<boolean> {
  await tx.query(LOCK, [tx.scope.providerId]);
  return (await tx.query(TAKEN, [tx.scope.providerId, code, id])).length > 0;
}

async function stale(
  tx: Tx<StaffScope>,
  { id, version }: UpdateServiceItemInput,
): Promise<StaleServiceItem | NotFound> {
  const [current] = await serviceItemsByIds(tx, [id]);
  if (current === undefined) return notFoundResult('service item');
  return { __typename: 'StaleServiceItem', yourVersion: version, current };
}

async function saved(tx: Tx<StaffScope>, id: string, action: string): Promise<ServiceItemSaved> {
  const [serviceItem] = await serviceItemsByIds(tx, [id]);
  if (serviceItem === undefined) throw new Error('a service that was just saved is gone');
  const { code, category, archived, version } = serviceItem;
  const after = { code, category, archived, version };
  await recordAudit(tx, { action, objectType: 'service-item', objectId: id, tenantId: null, after });
  return { __typename: 'ServiceItemSaved', serviceItem };
}
