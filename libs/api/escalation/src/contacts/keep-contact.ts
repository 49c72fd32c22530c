import { notFoundResult, type NotFound } from '@daylight/api-calendars';
import { recordAudit, statement, timestamp, type Tx } from '@daylight/api-database';
import { isId, type PersonScope } from '@daylight/api-platform';
import { contactRow, contactView, type ContactView } from './contact-view.js';

const VERIFY = statement<{ tenant_id: string | null }>(
  'escalation-contact-verify',
  `update escalation_contact set last_verified_at = $3, version = version + 1, updated_at = $3
   where provider_id = $1 and contact_id = $2 and not archived returning tenant_id`,
);
const ARCHIVE = statement<{ tenant_id: string | null }>(
  'escalation-contact-archive',
  `update escalation_contact set archived = true, version = version + 1, updated_at = $3
   where provider_id = $1 and contact_id = $2 and not archived returning tenant_id`,
);

/** Says that a contact's details are right, as of now. A client can confirm its own only. */
export async function verifyContact(
  tx: Tx<PersonScope>,
  { contactId }: { readonly contactId: string },
): Promise<{ readonly __typename: 'ContactVerified'; readonly contact: ContactView } | NotFound> {
  const [verified] = isId(contactId) ? await tx.query(VERIFY, [tx.scope.providerId, contactId, timestamp(tx.now)]) : [];
  const row = verified === undefined ? null : await contactRow(tx, contactId);
  if (row === null) return notFoundResult('contact');
  const about = { objectType: 'contact', objectId: contactId, tenantId: row.tenant_id };
  await recordAudit(tx, { action: 'contact.verify', ...about });
  return { __typename: 'ContactVerified', contact: contactView(row, tx.now) };
}

/** Takes a contact off its list; calls that were made keep it. */
export async function archiveContact(
  tx: Tx<PersonScope>,
  { contactId }: { readonly contactId: string },
): Promise<{ readonly __typename: 'ContactArchived'; readonly contactId: string } | NotFound> {
  const [archived] = isId(contactId)
    ? await tx.query(ARCHIVE, [tx.scope.providerId, contactId, timestamp(tx.now)])
    : [];
  if (archived === undefined) return notFoundResult('contact');
  const about = { objectType: 'contact', objectId: contactId, tenantId: archived.tenant_id };
  await recordAudit(tx, { action: 'contact.archive', ...about });
  return { __typename: 'ContactArchived', contactId };
}
