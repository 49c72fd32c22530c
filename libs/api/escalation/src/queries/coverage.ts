import type { Tx } from '@daylight/api-database';
import { DaylightError, type StaffScope } from '@daylight/api-platform';
import { coverageOf } from '../coverage/coverage-facts.js';
import { loadDirectory } from '../directory/load-directory.js';

/** `EscalationCoverage` of the schema. Throws BAD_INPUT for more than 60 days. */
export async function coverageView(tx: Tx<StaffScope>, days: number) {
  if (days < 1 || days > 60) throw new DaylightError('BAD_INPUT', 'days has to be within 1..60');
  const directory = await loadDirectory(tx, null);
  const { gaps, unverified, bounced, names } = await coverageOf(tx, directory, days);
  const contacts = new Map(directory.contacts.map((contact) => [contact.id, contact]));
  const policies = new Map(directory.policies.map(({ id, name }) => [id, name]));
  const tenantName = (tenantId: string | null): string | null =>
    tenantId === null ? null : (names.get(tenantId) ?? null);
  const doubt = (contactId: string, since: number, channel: string | null) => {
    const contact = contacts.get(contactId);
    const of = tenantName(contact?.tenantId ?? null);
    return { contactId, name: contact?.name ?? '', tenantName: of, since, channel };
  };
  return {
    gaps: gaps.map(({ policyId, ...gap }) => ({
      ...gap,
      tenantName: tenantName(gap.tenantId) ?? '',
      policyName: policyId === null ? null : (policies.get(policyId) ?? null),
    })),
    inDoubt: [
      ...bounced.map(({ contactId, since, kind }) => doubt(contactId, since, kind)),
      ...unverified.map(({ contactId, since }) => doubt(contactId, since, null)),
    ],
  };
}
