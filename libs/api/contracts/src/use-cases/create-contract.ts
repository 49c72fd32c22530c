import {
  calendarTemplate,
  inputRefused,
  isId,
  notFoundResult,
  textProblems,
  type InputProblem,
  type InputRefused,
  type NotFound,
} from '@daylight/api-calendars';
import { recordAudit, statement, type Tx } from '@daylight/api-database';
import { newId, type StaffScope } from '@daylight/api-platform';
import type { CalendarDocument, LocalDate } from '@daylight/domain';
import { checkDraft, problem, seedRegions, type DraftColumns } from '../draft.js';
import { ContractRow } from '../model/contract.row.js';
import { ContractVersionRow } from '../model/contract-version.row.js';
import { draftSaved, type ContractDraftSaved } from '../outcomes.js';
import { serviceItemsByIds } from '../queries/service-items.js';
import { defaultTerms } from '../terms/default-terms.js';

const TENANT = statement<{ zone: string }>(
  'contract-tenant',
  'select zone from tenant where provider_id = $1 and tenant_id = $2',
);
const MOST_CHOSEN = 1_000;

export interface CreateContractInput {
  readonly tenantId: string;
  readonly kind: 'PILOT' | 'MANAGED';
  readonly title: string;
  readonly effectiveFrom: LocalDate;
  readonly termEnd?: LocalDate | null;
  readonly serviceItemIds: readonly string[];
  readonly calendarTemplateIds?: readonly string[] | null;
  readonly terms?: unknown;
}

/** A contract with its first draft, from the given terms or from sensible ones. Clients don't see it until it is proposed. */
export async function createContract(
  tx: Tx<StaffScope>,
  input: CreateContractInput,
): Promise<ContractDraftSaved | InputRefused | NotFound> {
  const [tenant] = isId(input.tenantId) ? await tx.query(TENANT, [tx.scope.providerId, input.tenantId]) : [];
  if (tenant === undefined) return notFoundResult('tenant');
  const title = textProblems(input.title, { path: 'title', max: 200, language: tx.scope.language });
  const chosen = await termsFor(tx, input, tenant.zone);
  if (chosen.kind === 'invalid') return inputRefused([...title, ...chosen.problems]);
  const { kind, effectiveFrom } = input;
  const draft = await checkDraft(tx, {
    kind,
    effectiveFrom,
    termEnd: input.termEnd ?? null,
    terms: chosen.terms,
    note: null,
  });
  if (draft.kind === 'invalid') return inputRefused([...title, ...draft.problems]);
  return title.length > 0 ? inputRefused(title) : write(tx, input, draft.columns);
}

type Chosen =
  | { readonly kind: 'valid'; readonly terms: unknown }
  | { readonly kind: 'invalid'; readonly problems: readonly InputProblem[] };

async function termsFor(tx: Tx<StaffScope>, input: CreateContractInput, zone: string): Promise<Chosen> {
  if (input.terms !== undefined && input.terms !== null) return { kind: 'valid', terms: input.terms };
  const { language } = tx.scope;
  const ids = [...new Set(input.serviceItemIds)];
  if (ids.length === 0) return { kind: 'invalid', problems: [problem('serviceItemIds', 'NO_SERVICES', language)] };
  if (ids.length > MOST_CHOSEN) return { kind: 'invalid', problems: [problem('serviceItemIds', 'TOO_MANY', language)] };
  const items = (await serviceItemsByIds(tx, ids)).filter((item) => !item.archived);
  const known = new Set(items.map((item) => item.id));
  const unknown = ids.flatMap((id, index) =>
    known.has(id) ? [] : [problem(`serviceItemIds[${index}]`, 'UNKNOWN_SERVICE', language)],
  );
  const calendars = await chosenCalendars(tx, input.calendarTemplateIds ?? []);
  const problems = [...unknown, ...calendars.problems];
  if (problems.length > 0) return { kind: 'invalid', problems };
  const hasTermEnd = (input.termEnd ?? null) !== null;
  const terms = defaultTerms({ kind: input.kind, zone, hasTermEnd, services: items, calendars: calendars.documents });
  return { kind: 'valid', terms };
}

async function chosenCalendars(
  tx: Tx<StaffScope>,
  ids: readonly string[],
): Promise<{ readonly documents: readonly CalendarDocument[]; readonly problems: readonly InputProblem[] }> {
  const documents: CalendarDocument[] = [];
  const problems: InputProblem[] = [];
  for (const [index, id] of ids.slice(0, 20).entries()) {
    const template = await calendarTemplate(tx, id);
    if (template === null)
      problems.push(problem(`calendarTemplateIds[${index}]`, 'UNKNOWN_CALENDAR', tx.scope.language));
    else documents.push(template.document);
  }
  if (ids.length > 20) problems.push(problem('calendarTemplateIds', 'TOO_MANY', tx.scope.language));
  return { documents, problems };
}

async function write(
  tx: Tx<StaffScope>,
  input: CreateContractInput,
  columns: DraftColumns,
): Promise<ContractDraftSaved> {
  const { providerId } = tx.scope;
  const { tenantId, kind, title } = input;
  const [contractId, versionId] = [newId(), newId()];
  await tx.rows.insert(ContractRow, { providerId, contractId, tenantId, kind, title, createdAt: tx.now });
  await seedRegions(tx, columns.terms);
  await insertDraft(tx, { ...columns, tenantId, contractId, versionId, ordinal: 1 });
  const after = { kind, contractId, versionId, termsDigest: columns.termsDigest };
  await recordAudit(tx, { action: 'contract.create', objectType: 'contract', objectId: contractId, tenantId, after });
  return draftSaved(tx, versionId);
}

export interface NewDraft extends DraftColumns {
  readonly tenantId: string;
  readonly contractId: string;
  readonly versionId: string;
  readonly ordinal: number;
}

/** Inserts a version in state DRAFT. */
export async function insertDraft(tx: Tx<StaffScope>, draft: NewDraft): Promise<void> {
  await tx.rows.insert(ContractVersionRow, {
    providerId: tx.scope.providerId,
    ...draft,
    state: 'DRAFT',
    effectiveTo: null,
    createdAt: tx.now,
    version: 1,
  });
}
