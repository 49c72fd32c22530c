import { CalendarTemplateVersionRow } from './calendar-template-version.row.js';
import { CalendarTemplateRow } from './calendar-template.row.js';

export const calendarEntities = [CalendarTemplateRow, CalendarTemplateVersionRow];
