// For houses.fixture.ts: one client's contract and what its terms made happen.
import { newId } from '@daylight/api-platform';
import { addContract, termsFor } from '@daylight/api-testing';
import { mark, NOW, put, type RowsOf } from './rows.fixture.js';

/** Ids of the contract and of its version in force. */
export async function putContract(
  { db, key, of }: RowsOf,
  { services, by }: { readonly services: readonly string[]; readonly by: string },
): Promise<Readonly<Record<'contract' | 'version', string>>> {
  const own = mark(key);
  const plain = termsFor(services);
  const words = { ko: `${own} 전부`, en: `${own} all` };
  const named = plain.services.map((each) => ({ ...each, inScope: words, outOfScope: words }));
  const policies = plain.policies.map((each) => ({ ...each, name: words }));
  const terms = { ...plain, services: named, policies };
  const version = await addContract(db, { providerId: of.provider_id, tenantId: of.tenant_id, services, terms });
  await db.owner('update contract set title = $2 where tenant_id = $1', [of.tenant_id, `${own} contract`]);
  const [contract] = await db.owner<{ contract_id: string }>('select contract_id from contract where tenant_id = $1', [
    of.tenant_id,
  ]);
  const consent = { party: 'PROVIDER', person_id: by, digest: 'a'.repeat(64), at: NOW };
  await put(db, 'contract_consent', { ...of, consent_id: newId(), version_id: version, ...consent, address: own });
  const list = { digest: 'b'.repeat(64), changes: JSON.stringify([own]), as_of: NOW };
  await put(db, 'contract_verdict_list', { ...of, version_id: version, ...list });
  const end = { kind: 'RENEWED', days: 0, term_end: NOW, due_at: NOW, fired_at: NOW, late: false };
  await put(db, 'contract_term_notice', { ...of, version_id: version, ...end });
  await putNotice({ db, of }, { version, by, reason: own });
  await giveNotice(db, { version, by, reason: own });
  return { contract: contract?.contract_id ?? '', version };
}

/** Notice that the provider gave; the contract goes on for long still. People give it under a scope, the owner has none. */
async function putNotice(
  { db, of }: Pick<RowsOf, 'db' | 'of'>,
  { version, by, reason }: Readonly<Record<'version' | 'by' | 'reason', string>>,
): Promise<void> {
  await db.owner(`do $$ begin
    alter table contract_version disable trigger contract_notice_own;
    update contract_version set notice_at = now(), notice_party = 'PROVIDER', notice_by = '${by}', notice_reason = '${reason}',
      effective_to = '2099-01-01' where provider_id = '${of.provider_id}' and version_id = '${version}';
    alter table contract_version enable trigger contract_notice_own;
  end $$`);
}

/** A notice given in the name of somebody else. The database lets people give only their own, so past that rule. */
async function giveNotice(
  db: RowsOf['db'],
  { version, by, reason }: { readonly version: string; readonly by: string; readonly reason: string },
): Promise<void> {
  await db.owner('alter table contract_version disable trigger contract_notice_own');
  await db.owner(
    `update contract_version set effective_to = coalesce(effective_to, effective_from + interval '20 years'),
       notice_at = $2, notice_party = 'PROVIDER', notice_by = $3, notice_on_behalf_of = $3, notice_reason = $4
     where version_id = $1`,
    [version, NOW, by, reason],
  );
  await db.owner('alter table contract_version enable trigger contract_notice_own');
}
