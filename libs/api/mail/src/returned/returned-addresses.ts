import { isId, notFoundResult, type NotFound } from '@daylight/api-calendars';
import { appendEvents, recordAudit, statement, type Tx } from '@daylight/api-database';
import type { PersonScope, StaffScope } from '@daylight/api-platform';
import type { Instant } from '@daylight/domain';

interface TroubleRow {
  readonly trouble_id: string;
  readonly address: string;
  readonly person_id: string | null;
  readonly display_name: string | null;
  readonly side: 'CLIENT' | 'PROVIDER' | null;
  readonly tenant_id: string | null;
  readonly tenant_name: string | null;
  readonly kind: 'HARD' | 'SOFT';
  readonly status: string | null;
  readonly said: string;
  readonly at: Instant;
}

const COLUMNS = `t.trouble_id, t.address, t.person_id, p.display_name, p.side, t.tenant_id, n.name as tenant_name, t.kind, t.status,
  t.said, t.at`;
/** Whoever has another address by now is mended; the row stays until mail comes back from there again. */
const FROM = `from mail_address_trouble t
  left join person p on p.provider_id = t.provider_id and p.person_id = t.person_id
  left join tenant n on n.provider_id = t.provider_id and n.tenant_id = t.tenant_id
  where t.provider_id = $1 and (t.person_id is null or p.email = t.address)`;

const ALL = statement<TroubleRow>(
  'mail-troubles',
  `select ${COLUMNS} ${FROM} order by t.at desc, t.trouble_id limit 100`,
);
const OWN = statement<TroubleRow>('mail-trouble-own', `select ${COLUMNS} ${FROM} and t.person_id = $2`);
const FORGET = statement<{ mail_id: string; tenant_id: string | null; person_id: string | null }>(
  'mail-trouble-forget',
  `delete from mail_address_trouble where provider_id = $1 and (trouble_id = $2 or person_id = $3)
   returning mail_id, tenant_id, person_id`,
);

/** What came back, as `MailReturned` says it. */
export interface ReturnedView {
  readonly kind: 'HARD' | 'SOFT';
  readonly status: string | null;
  readonly said: string;
  readonly at: Instant;
}

const returnedOf = ({ kind, status, said, at }: TroubleRow): ReturnedView => ({ kind, status, said, at });

function personOf({ person_id: id, display_name: displayName, side }: TroubleRow) {
  return id === null || displayName === null ? null : { id, displayName, side };
}

/** Addresses that mail comes back from, latest first, of the clients in reach. */
export async function returnedAddresses(tx: Tx<StaffScope>) {
  const rows = await tx.query(ALL, [tx.scope.providerId]);
  return rows.map((row) => ({
    ...{ id: row.trouble_id, address: row.address, person: personOf(row) },
    ...{ tenantId: row.tenant_id, tenantName: row.tenant_name, returned: returnedOf(row) },
  }));
}

/** What came back from the reader's own address; null: nothing. */
export async function ownReturned(tx: Tx<PersonScope>): Promise<ReturnedView | null> {
  const [row] = await tx.query(OWN, [tx.scope.providerId, tx.scope.personId]);
  return row === undefined ? null : returnedOf(row);
}

async function forget(tx: Tx<PersonScope>, which: { readonly id?: string; readonly personId?: string }) {
  const gone = await tx.query(FORGET, [tx.scope.providerId, which.id ?? null, which.personId ?? null]);
  const events = gone.map(({ mail_id: mailId, tenant_id: tenantId }) => ({
    ...{ topic: 'mail.address-tried', tenantId, ids: { mailId } },
  }));
  await appendEvents(tx, events);
  return gone;
}

/** The address counts as good again; the next mail that comes back says otherwise. Emits `mail.address-tried`. */
export async function tryAddressAgain(
  tx: Tx<StaffScope>,
  { id }: { readonly id: string },
): Promise<{ readonly __typename: 'AddressTried'; readonly id: string } | NotFound> {
  const [gone] = isId(id) ? await forget(tx, { id }) : [];
  if (gone === undefined) return notFoundResult('address');
  const { person_id: personId, tenant_id: tenantId } = gone;
  await recordAudit(tx, { action: 'mail.try-address', objectType: 'person', objectId: personId ?? id, tenantId });
  return { __typename: 'AddressTried', id };
}

/** The same for the reader's own address. */
export async function tryOwnAddressAgain(tx: Tx<PersonScope>): Promise<void> {
  await forget(tx, { personId: tx.scope.personId });
}
