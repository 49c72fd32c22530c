import { statement, type Tx } from '@daylight/api-database';
import type { StaffScope } from '@daylight/api-platform';
import { policyChanges, type EscalationPolicy, type Instant } from '@daylight/domain';
import { sayPolicyBeginning, sayPolicyChange, type PolicyWords } from '@daylight/text';
import { policyRows } from '../documents/document-rows.js';

interface VersionRow {
  readonly version: number;
  readonly document: EscalationPolicy;
  readonly archived: boolean;
  readonly at: Instant;
  readonly by_person: string | null;
  readonly by_name: string | null;
}
interface NamesRow {
  readonly contacts: Readonly<Record<string, string>>;
  readonly contracts: Readonly<Record<string, string>>;
  readonly schedules: PolicyWords['schedules'];
  readonly teams: PolicyWords['teams'];
}

const VERSIONS = statement<VersionRow>(
  'escalation-policy-versions',
  `select d.version, d.document, d.archived, d.at, d.by_person, p.display_name as by_name from escalation_document d
   left join person p on p.provider_id = d.provider_id and p.person_id = d.by_person
   where d.provider_id = $1 and d.kind = 'POLICY' and d.document_id = $2 order by d.version desc`,
);
// Those that are archived too: history speaks of them.
const NAMES = statement<NamesRow>(
  'escalation-policy-names',
  `select
     (select coalesce(jsonb_object_agg(contact_id, name), '{}') from escalation_contact where provider_id = $1) as contacts,
     (select coalesce(jsonb_object_agg(contract_id, title), '{}') from contract where provider_id = $1) as contracts,
     (select coalesce(jsonb_agg(jsonb_build_object('id', schedule_id, 'name', jsonb_build_object('ko', name_ko, 'en', name_en))), '[]')
      from on_call_schedule where provider_id = $1) as schedules,
     (select coalesce(jsonb_agg(jsonb_build_object('id', team_id, 'name', jsonb_build_object('ko', name, 'en', name))), '[]')
      from team where provider_id = $1) as teams`,
);

/** Every version of a policy that the reader may see, the newest first, with what changed in words. Three statements. */
export async function policyHistory(tx: Tx<StaffScope>, policyId: string) {
  const { providerId, language } = tx.scope;
  const [known] = await policyRows(tx, true, policyId);
  if (known === undefined) return [];
  const versions = await tx.query(VERSIONS, [providerId, policyId]);
  const [names] = await tx.query(NAMES, [providerId]);
  const words: PolicyWords = {
    language,
    contacts: new Map(Object.entries(names?.contacts ?? {})),
    contracts: new Map(Object.entries(names?.contracts ?? {})),
    ...{ schedules: names?.schedules ?? [], teams: names?.teams ?? [] },
  };
  return versions.map(({ version, document: policy, archived, at, by_person: by, by_name: name }, index) => {
    const before = versions[index + 1];
    const changes =
      before === undefined
        ? sayPolicyBeginning(policy.steps, words)
        : policyChanges({ policy: before.document, archived: before.archived }, { policy, archived }).map((change) =>
            sayPolicyChange(change, words),
          );
    const person = by === null ? null : { id: by, displayName: name ?? '—', side: 'PROVIDER' as const };
    return { version, at, by: person, archived, changes };
  });
}
