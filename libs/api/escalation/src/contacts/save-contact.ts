import { inputRefused, notFoundResult, type InputRefused, type NotFound } from '@daylight/api-calendars';
import { recordAudit, statement, timestamp, type Tx } from '@daylight/api-database';
import { isId, newId, type PersonScope } from '@daylight/api-platform';
import { parseContacts, toIso, type ChannelKind, type ContactSide, type EscalationContact } from '@daylight/domain';
import { CLIENT_NEEDS_A_TENANT, refusedOf, WHO_IT_IS } from '../messages.js';
import { contactRow, contactView, type ContactView, type FullContactRow } from './contact-view.js';

export interface ContactInput {
  readonly contactId?: string | null;
  readonly expectedVersion?: number | null;
  readonly tenantId?: string | null;
  readonly side: ContactSide;
  readonly personId?: string | null;
  readonly name: string;
  readonly role: string;
  readonly place: number;
  readonly channels: readonly { readonly kind: ChannelKind; readonly address: string }[];
  readonly languages: readonly string[];
  readonly timeZone: string;
  readonly shared: boolean;
}

export type SaveContactResult =
  | { readonly __typename: 'ContactSaved'; readonly contact: ContactView }
  | { readonly __typename: 'ContactChangedMeanwhile'; readonly current: ContactView }
  | InputRefused
  | NotFound;

const KNOWN = statement<{ tenant: boolean; person: boolean }>(
  'escalation-contact-known',
  `select $2::uuid is null or exists (select 1 from tenant where provider_id = $1 and tenant_id = $2) as tenant,
     $3::uuid is null or exists (
       select 1 from directory_entry d where d.provider_id = $1 and d.person_id = $3 and d.side = $4
         and (d.tenant_id is null or d.tenant_id = $2)) as person`,
);
const INSERT = statement(
  'escalation-contact-add',
  `insert into escalation_contact (provider_id, contact_id, tenant_id, person_id, side, name, role, place, channels, languages,
     zone, valid_from, last_verified_at, shared, version, updated_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $12, $13, 1, $12)`,
);
const UPDATE = statement<{ version: number }>(
  'escalation-contact-change',
  `update escalation_contact set person_id = $4, name = $5, role = $6, place = $7, channels = $8, languages = $9, zone = $10,
     shared = $11, version = version + 1, last_verified_at = $12, updated_at = $12
   where provider_id = $1 and contact_id = $2 and version = $3 and not archived returning version`,
);

/** The input as the domain reads it. A channel that was there keeps its id and what is known of its failing. */
function documentOf(id: string, input: ContactInput, before: FullContactRow | null, now: string) {
  const known = before?.channels ?? [];
  const channels = input.channels.map(({ kind, address }) => {
    const same = known.find((channel) => channel.kind === kind && channel.address === address.trim());
    const bouncedAt = same === undefined || same.bouncedAt === null ? null : toIso(same.bouncedAt);
    return { id: same?.id ?? newId(), kind, address: address.trim(), bouncedAt };
  });
  return {
    ...{ id, tenantId: input.tenantId ?? null, personId: input.personId ?? id, name: input.name.trim(), channels },
    ...{ side: input.side, order: input.place, role: input.role.trim(), languages: input.languages },
    ...{ zone: input.timeZone, hoursCalendarId: null, validFrom: now, validTo: null, lastVerifiedAt: now },
  };
}

/**
 * Adds a contact or changes one, which also confirms it. The client it stands for and its side stay as they were made.
 * Writes nothing when refused, when it changed since `expectedVersion`, or when it isn't the caller's.
 */
export async function saveContact(tx: Tx<PersonScope>, asked: ContactInput): Promise<SaveContactResult> {
  const { language } = tx.scope;
  const before = asked.contactId == null ? null : await contactRow(tx, asked.contactId);
  if (asked.contactId != null && (before === null || before.side !== asked.side)) return notFoundResult('contact');
  if (before !== null && asked.tenantId != null && asked.tenantId !== before.tenant_id) return notFoundResult('tenant');
  const input = { ...asked, tenantId: before === null ? (asked.tenantId ?? null) : before.tenant_id };
  if (input.side === 'CLIENT' && input.tenantId === null) {
    return inputRefused([{ path: 'tenantId', kind: 'MISSING', message: CLIENT_NEEDS_A_TENANT[language] }]);
  }
  const known = await knownTo(tx, input);
  if (!known.tenant) return notFoundResult('tenant');
  if (!known.person) {
    return inputRefused([{ path: 'personId', kind: 'UNKNOWN_REFERENCE', message: WHO_IT_IS[language] }]);
  }
  const id = before?.contact_id ?? newId();
  const parsed = parseContacts([documentOf(id, input, before, toIso(tx.now))], { calendarIds: new Set() });
  if (parsed.kind === 'invalid') return refusedOf(parsed.problems, language, '[0].');
  const [contact] = parsed.contacts;
  if (contact === undefined) throw new Error('a contact that was read is gone');
  const written = before === null ? await insert(tx, contact, input) : await update(tx, contact, input);
  const current = await contactRow(tx, id);
  if (current === null) return notFoundResult('contact');
  const view = contactView(current, tx.now);
  if (!written) return { __typename: 'ContactChangedMeanwhile', current: view };
  const after = { side: contact.side, place: contact.order, channels: contact.channels.map(({ kind }) => kind) };
  const action = before === null ? 'contact.add' : 'contact.change';
  await recordAudit(tx, { action, objectType: 'contact', objectId: id, tenantId: contact.tenantId, after });
  return { __typename: 'ContactSaved', contact: view };
}

/** Which of those whom the input names there are; what is no id names nobody. */
async function knownTo(tx: Tx<PersonScope>, { tenantId, personId, side }: ContactInput) {
  const nobody = { tenant: false, person: false };
  if (tenantId != null && !isId(tenantId)) return nobody;
  if (personId != null && !isId(personId)) return { tenant: true, person: false };
  const [known] = await tx.query(KNOWN, [tx.scope.providerId, tenantId ?? null, personId ?? null, side]);
  return known ?? nobody;
}

async function insert(tx: Tx<PersonScope>, contact: EscalationContact, input: ContactInput): Promise<boolean> {
  const { id, tenantId, side, name, role, order, channels, languages, zone } = contact;
  const who = [tx.scope.providerId, id, tenantId, input.personId ?? null, side];
  const how = [name, role, order, JSON.stringify(channels), languages, zone, timestamp(tx.now), input.shared];
  await tx.query(INSERT, [...who, ...how]);
  return true;
}

async function update(tx: Tx<PersonScope>, contact: EscalationContact, input: ContactInput): Promise<boolean> {
  const { id, name, role, order, channels, languages, zone } = contact;
  const who = [tx.scope.providerId, id, input.expectedVersion ?? 0, input.personId ?? null];
  const how = [name, role, order, JSON.stringify(channels), languages, zone, input.shared, timestamp(tx.now)];
  const rows = await tx.query(UPDATE, [...who, ...how]);
  return rows.length === 1;
}
