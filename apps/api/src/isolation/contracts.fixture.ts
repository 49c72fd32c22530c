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
  return { contract: contract?.contract_id ?? '', version };
}
