import { statement, type Tx } from '@daylight/api-database';
import { isId } from '@daylight/api-platform';
import { DAY, UNVERIFIED_AFTER_DAYS, type ContactSide, type Instant } from '@daylight/domain';
import { inReach } from '../queries/in-reach.js';
import { contactOf, type ContactRow } from '../directory/load-directory.js';

export interface FullContactRow extends ContactRow {
  readonly version: number;
  readonly shared: boolean;
  readonly tenant_name: string | null;
}

const COLUMNS = `c.contact_id, c.tenant_id, c.person_id, c.side, c.name, c.role, c.place, c.channels, c.languages, c.zone,
  c.hours_calendar_id, c.valid_from, c.valid_to, c.last_verified_at, c.version, c.shared, t.name as tenant_name`;
const FROM = `from escalation_contact c left join tenant t on t.provider_id = c.provider_id and t.tenant_id = c.tenant_id`;

const LIST = statement<FullContactRow>(
  'escalation-contact-list',
  `select ${COLUMNS} ${FROM}
   where c.provider_id = $1 and not c.archived and ($2::uuid is null or c.tenant_id is null or c.tenant_id = $2)
   order by c.place, c.contact_id`,
);
const ONE = statement<FullContactRow>(
  'escalation-contact-one',
  `select ${COLUMNS} ${FROM} where c.provider_id = $1 and c.contact_id = $2 and not c.archived`,
);

/** `EscalationContact` of the schema. */
export function contactView(row: FullContactRow, now: Instant) {
  const { id, tenantId, side, name, role, order, channels, languages, zone, validFrom, validTo, lastVerifiedAt } =
    contactOf(row);
  return {
    ...{ id, tenantId, side, name, role, place: order, channels, languages, timeZone: zone, validFrom, validTo },
    ...{ lastVerifiedAt, version: row.version },
    verificationDue: now - (lastVerifiedAt ?? validFrom) >= UNVERIFIED_AFTER_DAYS * DAY,
  };
}

export type ContactView = ReturnType<typeof contactView>;

/** Contacts that the caller may see, in calling order; with a client's id its list and those for every client. */
export function contactRows(tx: Tx, tenantId: string | null): Promise<readonly FullContactRow[]> {
  return tx.query(LIST, [tx.scope.providerId, tenantId]);
}

export async function contactRow(tx: Tx, contactId: string): Promise<FullContactRow | null> {
  const [row] = isId(contactId) ? await tx.query(ONE, [tx.scope.providerId, contactId]) : [];
  return row ?? null;
}

/** The console's list, with what only staff see. */
export async function contactList(tx: Tx, tenantId: string | null) {
  if (tenantId !== null && !(await inReach(tx, tenantId))) return [];
  const rows = await contactRows(tx, tenantId);
  return rows.map((row) => ({
    contact: contactView(row, tx.now),
    ...{ tenantName: row.tenant_name, personId: row.person_id, shared: row.shared },
  }));
}

/** The portal's: both sides apart. */
export async function ladder(tx: Tx, tenantId: string) {
  const rows = await contactRows(tx, tenantId);
  const of = (side: ContactSide) => rows.filter((row) => row.side === side).map((row) => contactView(row, tx.now));
  return { provider: of('PROVIDER'), own: of('CLIENT') };
}
