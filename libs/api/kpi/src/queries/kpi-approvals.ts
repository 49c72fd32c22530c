import { connectionOf, keysOf, pageSize, statement, type ForwardPage, type Tx } from '@daylight/api-database';
import type { PersonScope } from '@daylight/api-platform';
import {
  approvalsOf,
  isDecidedIn,
  isOpenAt,
  KPI_KEYS,
  parsePeriod,
  type AskedApproval,
  type ContractParty,
  type Facts,
  type KpiKey,
  type KpiPeriod,
  type Language,
} from '@daylight/domain';
import { periodName, APPROVAL_SUBJECT_NAMES } from '@daylight/text';
import { loadFacts } from '../facts/load-facts.js';
import { seconds } from './item-measures.js';
import { reportingOf, soFar } from './reporting.js';

/** What the reader may see of what was asked: a ticket, a version or a review, by its id. */
const NAMES = statement<NameRow>(
  'kpi-approval-names',
  `select ticket_id as id, 'TICKET' as kind, number, subject as title, null::uuid as contract_id, null as period_key
   from ticket where provider_id = $1 and ticket_id = any ($2::uuid[])
   union all
   select v.version_id, 'CONTRACT_VERSION', v.ordinal, c.title, c.contract_id, null
   from contract_version v join contract c on c.provider_id = v.provider_id and c.contract_id = v.contract_id
   where v.provider_id = $1 and v.version_id = any ($2::uuid[])
   union all
   select review_id, 'REVIEW', null, null, null, period_key from review where provider_id = $1 and review_id = any ($2::uuid[])`,
);

interface NameRow {
  readonly id: string;
  readonly kind: 'TICKET' | 'CONTRACT_VERSION' | 'REVIEW';
  readonly number: number | null;
  readonly title: string | null;
  readonly contract_id: string | null;
  readonly period_key: string | null;
}

const OF_APPROVALS = /^(CLIENT|PROVIDER)_APPROVAL(_TIME_P50|_TIME_P90|S_OPEN)$/;

/** Whether a figure is about approvals and not about tickets. */
export function isApprovalKey(key: KpiKey): boolean {
  return OF_APPROVALS.test(key);
}

interface Entry {
  readonly approval: AskedApproval;
  /** The ticket, version or review that it is about. */
  readonly aboutId: string;
}

/** What the figure counts, latest first. */
function entriesOf(facts: Facts, period: KpiPeriod, key: KpiKey): readonly Entry[] {
  const party: ContractParty = key.startsWith('CLIENT') ? 'CLIENT' : 'PROVIDER';
  const counts = key.endsWith('_OPEN') ? isOpenAt : isDecidedIn;
  const tickets = new Map(
    facts.tickets.flatMap(({ ticketId, approvals }) =>
      approvals.map(({ approvalId }) => [approvalId, ticketId] as const),
    ),
  );
  return approvalsOf(facts)
    .filter((approval) => approval.party === party && counts(approval, period))
    .map((approval) => ({ approval, aboutId: tickets.get(approval.approvalId) ?? approval.approvalId }))
    .toSorted((a, b) => placeOf(b) - placeOf(a) || (a.approval.approvalId < b.approval.approvalId ? 1 : -1));
}

function placeOf({ approval: { decidedAt, askedAt } }: Entry): number {
  return decidedAt ?? askedAt;
}

interface Reader {
  readonly language: Language;
  readonly prefix: string;
  readonly zone: string;
  readonly to: number;
}

function titleOf({ kind, number, title, period_key: key }: NameRow, { language, prefix, zone }: Reader): string {
  if (kind === 'TICKET') return `${prefix}-${number} ${title ?? ''}`;
  if (kind === 'CONTRACT_VERSION') return language === 'ko' ? `${title} 제${number}차` : `${title}, version ${number}`;
  const period = key === null ? null : parsePeriod(zone, key);
  return period === null ? '' : periodName(period, language);
}

/** `KpiApproval` of the schema. */
function approvalView({ approval, aboutId }: Entry, row: NameRow, reader: Reader) {
  const { approvalId, subject, party, askedAt, decidedAt } = approval;
  // What is decided after the period was open in it.
  const decided = decidedAt !== null && decidedAt < reader.to ? decidedAt : null;
  return {
    ...{ id: approvalId, subject, party, askedAt, decidedAt: decided },
    ...{ subjectName: APPROVAL_SUBJECT_NAMES[subject][reader.language], title: titleOf(row, reader) },
    seconds: seconds((decided ?? reader.to) - askedAt),
    ticketId: row.kind === 'TICKET' ? aboutId : null,
    contractId: row.contract_id,
    contractVersionId: row.kind === 'CONTRACT_VERSION' ? aboutId : null,
    reviewId: row.kind === 'REVIEW' ? aboutId : null,
  };
}

export interface KpiApprovalsArgs extends ForwardPage {
  readonly tenantId: string;
  readonly period: string;
  readonly key: string;
}

/** What is behind a figure of approvals (D-KPI-1), latest first; null when there is no such tenant, period or figure. */
export async function kpiApprovals(tx: Tx<PersonScope>, args: KpiApprovalsArgs) {
  const key = KPI_KEYS.find((known) => known === args.key && isApprovalKey(known));
  const [first, after] = [pageSize(args.first), keysOf(args.after, 2)];
  const reporting = await reportingOf(tx, args.tenantId, args.period);
  if (reporting === null || key === undefined) return null;
  const period = soFar(reporting.period, tx.now);
  const all = entriesOf(await loadFacts(tx, reporting.tenantId, period), period, key);
  const rows = await tx.query(NAMES, [tx.scope.providerId, [...new Set(all.map(({ aboutId }) => aboutId))]]);
  const names = new Map(rows.map((row) => [row.id, row]));
  // Of what the reader may not see only the number is told (decision 26).
  const visible = all.flatMap((entry) => {
    const row = names.get(entry.aboutId);
    return row === undefined ? [] : [{ entry, row }];
  });
  const [at, id] = [Number(after?.[0]), String(after?.[1])];
  const rest = visible.filter(
    ({ entry }) => after === null || placeOf(entry) < at || (placeOf(entry) === at && entry.approval.approvalId < id),
  );
  const reader = { language: tx.scope.language, prefix: reporting.prefix, zone: reporting.zone, to: period.to };
  const connection = connectionOf(
    rest.slice(0, first + 1),
    { first, after: args.after ?? null },
    {
      keys: ({ entry }) => [placeOf(entry), entry.approval.approvalId],
      node: ({ entry, row }) => approvalView(entry, row, reader),
    },
  );
  return { ...connection, totalCount: visible.length, confidentialHidden: all.length - visible.length };
}
