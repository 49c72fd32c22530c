import { statement, timestamp, type Tx } from '@daylight/api-database';
import { newId } from '@daylight/api-platform';
import {
  decideCredit,
  evolveCredit,
  type CreditActor,
  type CreditCommand,
  type CreditDecision,
  type CreditEvent,
  type CreditState,
  type CreditStatus,
  type Instant,
} from '@daylight/domain';

/** A credit as stored. */
export interface CreditRow {
  readonly credit_id: string;
  readonly tenant_id: string;
  readonly figure_id: string;
  readonly evidence_id: string;
  readonly state: CreditStatus;
  readonly amount_minor: number;
  readonly currency: string;
  readonly evidence_digest: string | null;
  readonly disputed: readonly string[];
  readonly reference: string | null;
  readonly version: number;
}

const COLUMNS = `credit_id, tenant_id, figure_id, evidence_id, state, amount_minor::float8 as amount_minor, currency, evidence_digest, disputed, reference, version`;
const LOCK = statement<CreditRow>(
  'credit-lock',
  `select ${COLUMNS} from credit where provider_id = $1 and credit_id = $2 for no key update`,
);
const UPDATE = statement(
  'credit-update',
  `update credit set state = $3, amount_minor = $4, evidence_digest = $5, disputed = $6, reference = $7, evidence_id = $8, version = version + 1
   where provider_id = $1 and credit_id = $2`,
);
const EVENT = statement(
  'credit-event-add',
  `insert into credit_event (provider_id, tenant_id, event_id, credit_id, seq, kind, at, person_id, amount_minor, text, exclusion_ids, reference, evidence_digest)
   select $1, $2, $3, $4, 1 + coalesce((select max(e.seq) from credit_event e where e.provider_id = $1 and e.credit_id = $4), 0),
     $5, $6, $7, $8, $9, $10, $11, $12`,
);

/** Locks a credit; null: none in reach. */
export async function lockCredit(tx: Tx, creditId: string): Promise<CreditRow | null> {
  const [row] = await tx.query(LOCK, [tx.scope.providerId, creditId]);
  return row ?? null;
}

function stateOf(row: CreditRow): CreditState {
  const { state: status, amount_minor: amountMinor, evidence_digest: evidenceDigest, disputed, reference } = row;
  return { status, amountMinor, evidenceDigest, disputed, reference };
}

/** Decides a command on a credit as it is stored. */
export function decideOn(
  row: CreditRow,
  command: CreditCommand,
  given: { readonly at: Instant; readonly actor: CreditActor },
): CreditDecision {
  return decideCredit(stateOf(row), command, given);
}

const words = (event: CreditEvent): string | null => ('reason' in event ? event.reason.trim() : null);

/** Writes a decided event and the credit as it is then. `text`: what is said with a proposal. */
export async function writeEvent(
  tx: Tx,
  row: CreditRow,
  {
    event,
    text,
    evidenceId,
  }: { readonly event: CreditEvent; readonly text: string | null; readonly evidenceId: string },
): Promise<void> {
  const next = evolveCredit(stateOf(row), event);
  const { providerId } = tx.scope;
  const now = [next.status, next.amountMinor, next.evidenceDigest, next.disputed, next.reference, evidenceId];
  await tx.query(UPDATE, [providerId, row.credit_id, ...now]);
  const said = words(event) ?? text;
  const kind = event.kind.replace('CREDIT_', '');
  await tx.query(EVENT, [
    ...[providerId, row.tenant_id, newId(), row.credit_id, kind, timestamp(event.at), event.actor.userId],
    ...['amountMinor' in event ? event.amountMinor : null, said],
    ...['exclusionIds' in event ? event.exclusionIds : [], 'reference' in event ? event.reference.trim() : null],
    'evidenceDigest' in event ? event.evidenceDigest : null,
  ]);
}

/** A word in the thread that changes nothing. */
export async function writeComment(tx: Tx, row: CreditRow, text: string): Promise<void> {
  const { providerId, personId } = tx.scope;
  const nothing = [null, text, [], null, null];
  await tx.query(EVENT, [
    providerId,
    row.tenant_id,
    newId(),
    row.credit_id,
    'COMMENTED',
    timestamp(tx.now),
    personId,
    ...nothing,
  ]);
}
