import { statement, type Tx } from '@daylight/api-database';
import type { StaffScope } from '@daylight/api-platform';
import type { CalendarDocument, Instant, LocalizedText } from '@daylight/domain';
import { isId } from '../input-text.js';
import { connectionOf, keysOf, pageSize, type Connection } from '../keyset.js';

const COLUMNS = `t.calendar_id, t.name_ko, t.name_en, t.zone, t.document, t.archived, t.version, t.updated_at,
  t.updated_by, d.display_name, d.side`;
const FROM = `from calendar_template t
  left join directory_entry d on d.provider_id = t.provider_id and d.person_id = t.updated_by and d.tenant_id is null`;

const LIST = statement<TemplateRow>(
  'calendar-template-list',
  `select ${COLUMNS} ${FROM}
   where t.provider_id = $1 and (not t.archived or $2)
     and ($3::text is null or (t.name_ko, t.calendar_id) > ($3, $4::uuid))
   order by t.name_ko, t.calendar_id limit $5`,
);
const ONE = statement<TemplateRow>(
  'calendar-template-one',
  `select ${COLUMNS} ${FROM} where t.provider_id = $1 and t.calendar_id = $2`,
);

interface TemplateRow {
  readonly calendar_id: string;
  readonly name_ko: string;
  readonly name_en: string;
  readonly zone: string;
  readonly document: CalendarDocument;
  readonly archived: boolean;
  readonly version: number;
  readonly updated_at: Instant;
  readonly updated_by: string | null;
  readonly display_name: string | null;
  readonly side: string | null;
}

export interface PersonNameView {
  readonly id: string;
  readonly displayName: string;
  readonly side: string;
}

/** `CalendarTemplate` of the schema. */
export interface CalendarTemplateView {
  readonly id: string;
  readonly name: LocalizedText;
  readonly zone: string;
  readonly document: CalendarDocument;
  readonly version: number;
  readonly archived: boolean;
  readonly updatedAt: Instant;
  readonly updatedBy: PersonNameView | null;
}

/** A name out of a left-joined directory entry. */
export function personName(id: string | null, displayName: string | null, side: string | null): PersonNameView | null {
  return id === null || displayName === null || side === null ? null : { id, displayName, side };
}

function toView(row: TemplateRow): CalendarTemplateView {
  return {
    id: row.calendar_id,
    name: { ko: row.name_ko, en: row.name_en },
    zone: row.zone,
    document: row.document,
    version: row.version,
    archived: row.archived,
    updatedAt: row.updated_at,
    updatedBy: personName(row.updated_by, row.display_name, row.side),
  };
}

export interface PageArgs {
  readonly first: number;
  readonly after?: string | null;
  readonly includeArchived?: boolean;
}

/** The provider's calendar templates by Korean name. One statement. */
export async function calendarTemplates(tx: Tx<StaffScope>, args: PageArgs): Promise<Connection<CalendarTemplateView>> {
  const page = { first: pageSize(args.first), after: args.after ?? null };
  const [name = null, id = null] = keysOf(page.after, 2) ?? [];
  const rows = await tx.query(LIST, [tx.scope.providerId, args.includeArchived ?? false, name, id, page.first + 1]);
  return connectionOf(
    rows.map((row) => ({ keys: [row.name_ko, row.calendar_id], node: toView(row) })),
    page,
  );
}

export async function calendarTemplate(tx: Tx<StaffScope>, id: string): Promise<CalendarTemplateView | null> {
  if (!isId(id)) return null;
  const [row] = await tx.query(ONE, [tx.scope.providerId, id]);
  return row === undefined ? null : toView(row);
}
