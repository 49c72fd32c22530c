import {
  inputRefused,
  notFoundResult,
  unstorableTexts,
  type InputRefused,
  type NotFound,
} from '@daylight/api-calendars';
import { recordAudit, statement, type Tx } from '@daylight/api-database';
import { newId, type StaffScope } from '@daylight/api-platform';
import { parsePolicy, type EscalationPolicy, type KnownNames } from '@daylight/domain';
import { refusedOf } from '../messages.js';
import { policyRows, writeDocument, type DocumentRow } from './document-rows.js';
import { withId } from './save-schedule.js';

interface NamesRow {
  readonly contact_ids: readonly string[];
  readonly schedule_ids: readonly string[];
  readonly team_ids: readonly string[];
  readonly calendar_ids: readonly string[];
  readonly contract_ids: readonly string[];
}

const NAMES = statement<NamesRow>(
  'escalation-names',
  `select
     coalesce((select array_agg(contact_id) from escalation_contact where provider_id = $1 and not archived), '{}') as contact_ids,
     coalesce((select array_agg(schedule_id) from on_call_schedule where provider_id = $1 and not archived), '{}') as schedule_ids,
     coalesce((select array_agg(team_id) from team where provider_id = $1 and not archived), '{}') as team_ids,
     coalesce((select array_agg(calendar_id) from calendar_template where provider_id = $1 and not archived), '{}') as calendar_ids,
     coalesce((select array_agg(contract_id) from contract where provider_id = $1), '{}') as contract_ids`,
);

/** `EscalationPolicy` of the schema. */
export function policyView({ id, document, archived, version, updated_at: updatedAt }: DocumentRow<EscalationPolicy>) {
  return { id, name: document.name, document, archived, version, updatedAt };
}

export type PolicyView = ReturnType<typeof policyView>;

export type SavePolicyResult =
  | { readonly __typename: 'EscalationPolicySaved'; readonly policy: PolicyView }
  | { readonly __typename: 'EscalationPolicyChangedMeanwhile'; readonly current: PolicyView }
  | InputRefused
  | NotFound;

export interface SavePolicyInput {
  readonly policyId?: string | null;
  readonly expectedVersion?: number | null;
  readonly document: unknown;
  readonly archived?: boolean | null;
}

/** Adds a policy or changes one; runs that have begun keep the one they began with. */
export async function savePolicy(tx: Tx<StaffScope>, input: SavePolicyInput): Promise<SavePolicyResult> {
  const { language, providerId } = tx.scope;
  const [before] = input.policyId == null ? [] : await policyRows(tx, true, input.policyId);
  if (input.policyId != null && before === undefined) return notFoundResult('policy');
  const id = before?.id ?? newId();
  const [names] = await tx.query(NAMES, [providerId]);
  const parsed = parsePolicy(withId(input.document, id), namesOf(names));
  if (parsed.kind === 'invalid') return refusedOf(parsed.problems, language);
  const unstorable = unstorableTexts(parsed.policy, '', language);
  if (unstorable.length > 0) return inputRefused(unstorable);
  const archived = input.archived ?? false;
  const expectedVersion = before === undefined ? null : (input.expectedVersion ?? 0);
  const done = await writeDocument(tx, { kind: 'POLICY', document: parsed.policy, archived, expectedVersion });
  const [current] = await policyRows(tx, true, id);
  if (current === undefined) return notFoundResult('policy');
  const view = policyView(current);
  if (!done) return { __typename: 'EscalationPolicyChangedMeanwhile', current: view };
  const action = before === undefined ? 'policy.add' : 'policy.change';
  const after = { version: current.version, archived };
  await recordAudit(tx, { action, objectType: 'policy', objectId: id, tenantId: null, after });
  return { __typename: 'EscalationPolicySaved', policy: view };
}

function namesOf(row: NamesRow | undefined): Omit<KnownNames, 'personIds'> {
  return {
    contactIds: new Set(row?.contact_ids),
    scheduleIds: new Set(row?.schedule_ids),
    teamIds: new Set(row?.team_ids),
    calendarIds: new Set(row?.calendar_ids),
    contractIds: new Set(row?.contract_ids),
  };
}
