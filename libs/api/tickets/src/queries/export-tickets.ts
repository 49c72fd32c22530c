import { sayInstantAndZone } from '@daylight/text';
import { recordAudit, statement, type Tx } from '@daylight/api-database';
import { sha256, type PersonScope } from '@daylight/api-platform';
import { csvText } from '../text/csv.js';
import { EXPORT_HEADINGS } from '../text/headings.js';
import { keyOf, PAGE_COLUMNS, ROW_COLUMNS, ROW_JOINS, type TicketListRow } from '../views/ticket-row.js';
import type { Conditions } from './conditions.js';

const MOST_ROWS = 50_000;

function cells(row: TicketListRow, { zone, language }: PersonScope): readonly (string | number | null)[] {
  const at = (instant: number | null): string => (instant === null ? '' : sayInstantAndZone(instant, zone, language));
  return [
    ...[keyOf(row.prefix, row.number), row.tenant_name, row.type, row.status, row.priority, row.subject],
    ...[row.service_name[language], row.requester_name, row.assignee_name, row.channel, at(row.opened_at)],
    ...[at(row.resolved_at), at(row.closed_at), at(row.next_due_at), row.reopen_count],
  ];
}

/** The tickets of a list as CSV for spreadsheets, newest first; who exported what is audited. */
export async function exportTickets(
  tx: Tx<PersonScope>,
  conditions: Conditions,
  asked: Readonly<Record<string, unknown>>,
) {
  const limit = conditions.value(MOST_ROWS + 1);
  const text = `select ${ROW_COLUMNS} from (select ${PAGE_COLUMNS} from ticket where ${conditions.text}
    order by opened_at desc, ticket_id desc limit ${limit}) t ${ROW_JOINS} order by t.opened_at desc, t.ticket_id desc`;
  const found = await tx.query(
    statement<TicketListRow>(`ticket-export-${sha256(text).slice(0, 12)}`, text),
    conditions.values,
  );
  const rows = found.slice(0, MOST_ROWS);
  const { tenantId } = tx.scope;
  await recordAudit(tx, {
    action: 'ticket.export',
    objectType: 'ticket',
    objectId: null,
    tenantId,
    after: { ...asked, rows: rows.length },
  });
  return {
    fileName: `tickets-${new Date(tx.now).toISOString().slice(0, 10)}.csv`,
    mediaType: 'text/csv; charset=utf-8',
    ...{ rows: rows.length, truncated: found.length > MOST_ROWS },
    text: csvText([EXPORT_HEADINGS[tx.scope.language], ...rows.map((row) => cells(row, tx.scope))]),
  };
}
