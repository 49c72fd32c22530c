import { isId } from '@daylight/api-calendars';
import {
  connectionOf,
  keysOf,
  pageSize,
  statement,
  timestamp,
  type Connection,
  type ForwardPage,
  type Tx,
} from '@daylight/api-database';
import type { PersonScope } from '@daylight/api-platform';
import type { CreditStatus, Instant, LocalizedText } from '@daylight/domain';
import { sayMinor, sayTermination } from '@daylight/text';
import { figureOfDocument, keptView } from '../figures/read-figures.js';
import { documentsById, type KeptDocument } from '../figures/kept-rows.js';
import { workingOf } from '../figures/view.js';
import { instantJson, personJson } from '../sql/json.js';
import { sayBreach, sayRule } from './credit-words.js';

interface EventJson {
  readonly id: string;
  readonly at: Instant;
  readonly kind: string;
  readonly person: { readonly id: string; readonly displayName: string; readonly side: string } | null;
  readonly amountMinor: number | null;
  readonly text: string | null;
  readonly exclusionIds: readonly string[];
  readonly reference: string | null;
}

interface Row {
  readonly credit_id: string;
  readonly tenant_id: string;
  readonly tenant_name: string;
  readonly service_name: LocalizedText;
  readonly figure_id: string;
  readonly evidence_id: string;
  readonly period_from: Instant;
  readonly state: CreditStatus;
  readonly amount_minor: number;
  readonly currency: string;
  readonly evidence_digest: string | null;
  readonly disputed: readonly string[];
  readonly reference: string | null;
  readonly version: number;
  readonly events: readonly EventJson[] | null;
}

const SELECT = `select c.credit_id, c.tenant_id, n.name as tenant_name, jsonb_build_object('ko', i.name_ko, 'en', i.name_en) as service_name, c.figure_id,
    c.evidence_id, f.period_from, c.state, c.amount_minor::float8 as amount_minor, c.currency, c.evidence_digest, c.disputed, c.reference, c.version,
    (select jsonb_agg(jsonb_build_object('id', e.event_id, 'at', ${instantJson('e.at')}, 'kind', e.kind, 'person', ${personJson('e.provider_id', 'e.person_id')},
        'amountMinor', e.amount_minor, 'text', e.text, 'exclusionIds', to_jsonb(e.exclusion_ids), 'reference', e.reference) order by e.seq)
      from credit_event e where e.provider_id = c.provider_id and e.credit_id = c.credit_id) as events
  from credit c
  join availability_figure f on f.provider_id = c.provider_id and f.figure_id = c.figure_id
  join tenant n on n.provider_id = c.provider_id and n.tenant_id = c.tenant_id
  join service_item i on i.provider_id = f.provider_id and i.service_item_id = f.service_item_id`;
const PAGE = statement<Row>(
  'credits',
  `${SELECT} where c.provider_id = $1 and ($2::uuid is null or c.tenant_id = $2) and ($3::text[] is null or c.state = any ($3))
     and ($4::timestamptz is null or (f.period_from, c.credit_id) < ($4, $5::uuid))
   order by f.period_from desc, c.credit_id desc limit $6`,
);
const BY_ID = statement<Row>(
  'credits-by-id',
  `${SELECT} where c.provider_id = $1 and c.credit_id = any ($2::uuid[]) order by f.period_from desc, c.credit_id desc`,
);

const CLIENT_MAY: Readonly<Partial<Record<CreditStatus, readonly string[]>>> = {
  PROPOSED: ['acceptCredit', 'disputeCredit', 'waiveCredit'],
  DISPUTED: ['acceptCredit', 'waiveCredit'],
};
const STAFF_MAY: Readonly<Partial<Record<CreditStatus, readonly string[]>>> = {
  DISPUTED: ['proposeCredit', 'settleCredit'],
  ACCEPTED: ['settleCredit'],
  WAIVED: ['settleCredit'],
};

/** Names of the mutations that the reader may call on a credit in this state. */
export function actionsOn(state: CreditStatus, { side, permissions }: PersonScope): readonly string[] {
  const client = side === 'CLIENT' && permissions.has('credit:decide') ? (CLIENT_MAY[state] ?? []) : [];
  const staff = side === 'PROVIDER' && permissions.has('credit:propose') ? (STAFF_MAY[state] ?? []) : [];
  return [...client, ...staff, 'commentCredit'];
}

function view(tx: Tx<PersonScope>, row: Row, documents: readonly KeptDocument[]) {
  const { language } = tx.scope;
  const evidence = documents.find(({ figure_id: id }) => id === row.evidence_id);
  const base = documents.find(({ figure_id: id }) => id === row.figure_id);
  if (evidence === undefined || base === undefined) return null;
  const rows = documents.filter(
    (each) =>
      each.service_item_id === base.service_item_id &&
      each.period_key === base.period_key &&
      each.tenant_id === base.tenant_id,
  );
  const figure = keptView(tx, rows, { tenantId: row.tenant_id, name: row.tenant_name, serviceName: row.service_name });
  if (figure === null) return null;
  const computed = figureOfDocument(evidence);
  const { termination } = computed.statement;
  return {
    ...{ id: row.credit_id, tenantId: row.tenant_id, tenantName: row.tenant_name, serviceItemId: base.service_item_id },
    ...{ serviceName: row.service_name, period: figure.period, state: row.state, amountMinor: row.amount_minor },
    ...{ currency: row.currency, amountDisplay: sayMinor(row.amount_minor, row.currency, language) },
    ...{ breach: sayBreach(computed.statement, language), rule: sayRule(computed.statement, language) },
    ...{ working: workingOf(computed, language), figure, evidenceDigest: row.evidence_digest },
    ...{ disputedExclusionIds: row.disputed, reference: row.reference },
    termination: termination === null ? null : sayTermination(termination, language),
    ...{ events: row.events ?? [], actionsAllowed: actionsOn(row.state, tx.scope), version: row.version },
  };
}

export type CreditView = NonNullable<ReturnType<typeof view>>;

async function views(tx: Tx<PersonScope>, rows: readonly Row[]): Promise<readonly (CreditView | null)[]> {
  const ids = [...new Set(rows.flatMap((row) => [row.figure_id, row.evidence_id]))];
  const documents = ids.length === 0 ? [] : await documentsById(tx, ids);
  return rows.map((row) => view(tx, row, documents));
}

/** Credits in reach, the latest period first. Two statements. */
export async function creditPage(
  tx: Tx<PersonScope>,
  args: ForwardPage & { readonly tenantId?: string | null; readonly states?: readonly CreditStatus[] | null },
): Promise<Connection<CreditView | null>> {
  const asked = { first: pageSize(args.first), after: args.after ?? null };
  const [at = null, id = null] = keysOf(asked.after, 2) ?? [];
  const after = typeof at === 'number' ? timestamp(at) : null;
  const tenantId = tx.scope.side === 'CLIENT' ? tx.scope.tenantId : (args.tenantId ?? null);
  if (tenantId !== null && !isId(tenantId))
    return connectionOf<Row, CreditView | null>([], asked, { keys: () => [], node: () => null });
  const values = [tx.scope.providerId, tenantId, args.states ?? null, after, id, asked.first + 1];
  const rows = await tx.query(PAGE, values);
  const shown = await views(tx, rows);
  return connectionOf(rows, asked, {
    keys: (row) => [row.period_from, row.credit_id],
    node: (row) => shown[rows.indexOf(row)] ?? null,
  });
}

/** Credits by id, those in reach. Two statements. */
export async function creditViews(tx: Tx<PersonScope>, creditIds: readonly string[]): Promise<readonly CreditView[]> {
  if (creditIds.length === 0) return [];
  const rows = await tx.query(BY_ID, [tx.scope.providerId, creditIds]);
  return (await views(tx, rows)).flatMap((each) => each ?? []);
}

/** One credit; null: none in reach. */
export async function creditView(tx: Tx<PersonScope>, creditId: string): Promise<CreditView | null> {
  return isId(creditId) ? ((await creditViews(tx, [creditId]))[0] ?? null) : null;
}
