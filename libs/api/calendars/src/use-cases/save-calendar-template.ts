import { recordAudit, type Tx } from '@daylight/api-database';
import { newId, sha256, type StaffScope } from '@daylight/api-platform';
import { digestOf, type CalendarDocument } from '@daylight/domain';
import { inputRefused, notFoundResult, type InputRefused, type NotFound } from '../input-text.js';
import { CalendarTemplateVersionRow } from '../model/calendar-template-version.row.js';
import { CalendarTemplateRow } from '../model/calendar-template.row.js';
import { parseCalendar } from '../parse-calendar.js';
import { calendarTemplate, type CalendarTemplateView } from '../queries/calendar-templates.js';
import { seedHolidays } from '../holidays.js';
import { regionsOf } from '../calendars-for.js';

export interface CalendarTemplateSaved {
  readonly __typename: 'CalendarTemplateSaved';
  readonly calendar: CalendarTemplateView;
}

export interface StaleCalendarTemplate {
  readonly __typename: 'StaleCalendarTemplate';
  readonly yourVersion: number;
  readonly current: CalendarTemplateView;
}

export interface UpdateCalendarTemplateInput {
  readonly id: string;
  readonly version: number;
  readonly document: unknown;
  readonly archived?: boolean | null;
}

/** Keeps service hours for later contracts; the document is read by the rules of contracts. */
export async function createCalendarTemplate(
  tx: Tx<StaffScope>,
  input: { readonly document: unknown },
): Promise<CalendarTemplateSaved | InputRefused> {
  const calendarId = newId();
  const parsed = parseCalendar(withId(input.document, calendarId), tx.scope.language);
  if (parsed.kind === 'invalid') return inputRefused(parsed.problems);
  await tx.rows.insert(CalendarTemplateRow, {
    providerId: tx.scope.providerId,
    calendarId,
    archived: false,
    version: 1,
    ...columnsOf(tx, parsed.document),
  });
  await keepVersion(tx, { calendarId, version: 1, document: parsed.document });
  return saved(tx, calendarId, 'calendar.create');
}

/** Changes a template; contracts that were made from it keep their own copy. */
export async function updateCalendarTemplate(
  tx: Tx<StaffScope>,
  input: UpdateCalendarTemplateInput,
): Promise<CalendarTemplateSaved | StaleCalendarTemplate | InputRefused | NotFound> {
  const current = await calendarTemplate(tx, input.id);
  if (current === null) return notFoundResult('calendar');
  const parsed = parseCalendar(withId(input.document, current.id), tx.scope.language);
  if (parsed.kind === 'invalid') return inputRefused(parsed.problems);
  const at = { providerId: tx.scope.providerId, calendarId: current.id, version: input.version };
  const version = input.version + 1;
  const { affected } = await tx.rows.update(CalendarTemplateRow, at, {
    version,
    archived: input.archived ?? false,
    ...columnsOf(tx, parsed.document),
  });
  if (affected !== 1) return stale(tx, input);
  await keepVersion(tx, { calendarId: current.id, version, document: parsed.document });
  return saved(tx, current.id, 'calendar.update');
}

/** The id is Daylight's to give: what the document says about it doesn't count. */
function withId(document: unknown, id: string): unknown {
  return typeof document === 'object' && document !== null && !Array.isArray(document) ? { ...document, id } : document;
}

function columnsOf(tx: Tx<StaffScope>, document: CalendarDocument) {
  const { name, zone } = document;
  return { nameKo: name.ko, nameEn: name.en, zone, document, updatedAt: tx.now, updatedBy: tx.scope.personId };
}

async function keepVersion(
  tx: Tx<StaffScope>,
  kept: { readonly calendarId: string; readonly version: number; readonly document: CalendarDocument },
): Promise<void> {
  const { providerId, personId } = tx.scope;
  const digest = digestOf(kept.document, sha256);
  await tx.rows.insert(CalendarTemplateVersionRow, { providerId, ...kept, digest, at: tx.now, byPerson: personId });
  for (const region of regionsOf({ calendars: [kept.document] })) await seedHolidays(tx, region);
}

async function saved(tx: Tx<StaffScope>, calendarId: string, action: string): Promise<CalendarTemplateSaved> {
  const calendar = await calendarTemplate(tx, calendarId);
  if (calendar === null) throw new Error('a calendar that was just saved is gone');
  const after = { version: calendar.version, archived: calendar.archived, digest: digestOf(calendar.document, sha256) };
  await recordAudit(tx, { action, objectType: 'calendar', objectId: calendarId, tenantId: null, after });
  return { __typename: 'CalendarTemplateSaved', calendar };
}

async function stale(
  tx: Tx<StaffScope>,
  input: UpdateCalendarTemplateInput,
): Promise<StaleCalendarTemplate | NotFound> {
  const current = await calendarTemplate(tx, input.id);
  if (current === null) return notFoundResult('calendar');
  return { __typename: 'StaleCalendarTemplate', yourVersion: input.version, current };
}
