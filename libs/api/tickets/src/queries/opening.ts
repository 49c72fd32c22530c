import { isId } from '@daylight/api-calendars';
import { statement, timestamp, type Tx } from '@daylight/api-database';
import type { StatementToSend } from '@daylight/api-platform';
import type { Instant } from '@daylight/domain';
import { lawInForce, type BoundLaw } from '../binding.js';
import type { TenantName } from '../use-cases/opened-ticket.js';

interface OpeningRow extends TenantName {
  /** null, with the digest: out of contract. */
  readonly version_id: string | null;
  readonly terms_digest: string | null;
  readonly calendar_revision: number;
}

/** What a new ticket is bound to, and its client's name (migration 0108). $1 client, null: the scope's; $3 null: now. */
const OPENING = statement<OpeningRow>(
  'ticket-opening',
  'select prefix, name, version_id, terms_digest, calendar_revision from ticket_opening($1, $2, $3)',
);

/** What has to be known before a ticket can be opened. */
export interface Opening {
  /** null: there is no such service. */
  readonly bound: BoundLaw | null;
  /** null: out of sight. */
  readonly tenant: TenantName | null;
}

/** What a client's opening asks for first. `input` as it came in. */
export function openingAhead(input: unknown): StatementToSend | null {
  if (typeof input !== 'object' || input === null || !('serviceItemId' in input)) return null;
  const { serviceItemId } = input;
  return typeof serviceItemId === 'string' && isId(serviceItemId)
    ? { statement: OPENING, values: [null, serviceItemId, null] }
    : null;
}

/** One statement, and those of terms and holidays that this process doesn't hold yet (D-CON-1). */
export async function openingOf(
  tx: Tx,
  on: { readonly tenantId: string; readonly serviceItemId: string; readonly at: Instant },
): Promise<Opening> {
  const { tenantId, serviceItemId, at } = on;
  const values = [
    tx.scope.tenantId === tenantId ? null : tenantId,
    isId(serviceItemId) ? serviceItemId : null,
    at === tx.begunAt ? null : timestamp(at),
  ];
  const [row] = await tx.query(OPENING, values);
  const found =
    row === undefined || row.version_id === null || row.terms_digest === null
      ? null
      : {
          contractVersionId: row.version_id,
          termsDigest: row.terms_digest,
          calendarRevision: row.calendar_revision,
        };
  const bound = await lawInForce(tx, serviceItemId, found);
  return { bound, tenant: row === undefined ? null : { prefix: row.prefix, name: row.name } };
}
