import { statement, timestamp, type Tx } from '@daylight/api-database';
import { sha256, type PersonScope } from '@daylight/api-platform';
import {
  compileCalendar,
  digestOf,
  type CalendarDocument,
  type ChangedVerdict,
  type Instant,
  type PastTicket,
  type Terms,
  type VerdictChange,
} from '@daylight/domain';
import { contractView } from '../queries/contracts.js';
import type { VersionRow } from '../queries/version-rows.js';
import { pastTickets, ticketIdsOf, type Reach } from './past-tickets.js';
import { replayAll } from './replay.js';

const STORED = statement<StoredList>(
  'contract-verdict-list',
  `select as_of as "asOf", digest, changes from contract_verdict_list where provider_id = $1 and version_id = $2`,
);
const STORE = statement(
  'contract-verdict-list-add',
  `insert into contract_verdict_list (provider_id, tenant_id, version_id, as_of, digest, changes) values ($1, $2, $3, $4, $5, $6)
   on conflict on constraint contract_verdict_list_pkey do nothing`,
);

interface StoredList {
  readonly asOf: Instant;
  readonly digest: string;
  readonly changes: readonly VerdictChange[];
}

/** What both parties sign when a version starts in the past (D-CON-4). */
export interface VerdictList extends StoredList {
  /** Signed by somebody already: it is this list that the others sign too. */
  readonly kept: boolean;
}

/**
 * The list to be signed: the one that was signed first, else what replaying the tickets opened since the version's first
 * day gives now. Their verdicts stand (D-CON-1); the list says what both sides accept that the new terms would have made.
 */
export async function verdictList(tx: Tx<PersonScope>, version: VersionRow, terms: Terms): Promise<VerdictList> {
  const [stored] = await tx.query(STORED, [tx.scope.providerId, version.versionId]);
  if (stored !== undefined) return { ...stored, kept: true };
  const changes = await computed(tx, version, terms);
  return { asOf: tx.now, digest: digestOf(changes.map(signed), sha256), changes, kept: false };
}

/** Keeps a list with the first signature under it. */
export async function keepList(tx: Tx<PersonScope>, version: VersionRow, list: VerdictList): Promise<void> {
  if (list.kept) return;
  const { tenantId, versionId } = version;
  const values = [tx.scope.providerId, tenantId, versionId, timestamp(list.asOf), list.digest];
  await tx.query(STORE, [...values, JSON.stringify(list.changes)]);
}

/** No length beyond the target: that follows from the rest, and a list is signed for its verdicts. */
function signed({ ticketId, clock, cycle, priority, before, after }: VerdictChange) {
  return { ticketId, clock, cycle, priority, before: verdictOf(before), after: verdictOf(after) };
}

function verdictOf(side: ChangedVerdict | null) {
  return side === null ? null : { verdict: side.verdict, verdictAt: side.verdictAt, dueAt: side.dueAt };
}

const ALWAYS: CalendarDocument = {
  ...{ id: 'always', name: { ko: '', en: '' }, zone: 'UTC', kind: 'ALWAYS', weekly: {}, exceptions: [], breaks: [] },
  ...{ holidayPolicy: 'NONE', holidayRegion: null, fixedHolidays: [] },
};

async function computed(tx: Tx<PersonScope>, version: VersionRow, terms: Terms): Promise<readonly VerdictChange[]> {
  const contract = await contractView(tx, version.contractId);
  if (contract === null) throw new Error('a version without its contract');
  const { effectiveFrom: from, zone } = version;
  const reach: Reach = {
    tenantId: version.tenantId,
    versionIds: new Set(contract.versions.map(({ id }) => id)),
    serviceItemIds: new Set(terms.services.map(({ serviceItemId }) => serviceItemId)),
  };
  const ids = await ticketIdsOf(tx, version.tenantId, { from, to: tx.now, most: Number.MAX_SAFE_INTEGER - 1 });
  const period = { key: 'since', zone, from, to: tx.now };
  const staffed = compileCalendar(ALWAYS, [], tx.now);
  const batches = openedSince(pastTickets(tx, reach, ids ?? []), from);
  const { changes } = await replayAll(tx, batches, { proposed: terms, period, asOf: tx.now, staffed });
  return changes;
}

/** A version can only concern tickets opened in its time: those before keep their own whatever is agreed. */
async function* openedSince(
  batches: AsyncIterable<readonly PastTicket[]>,
  from: Instant,
): AsyncGenerator<readonly PastTicket[]> {
  for await (const batch of batches) yield batch.filter(({ events }) => (events[0]?.at ?? 0) >= from);
}
