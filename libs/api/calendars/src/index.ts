export { CalendarsConsoleModule } from './calendars-console.module.js';
export { calendarsFor, regionsOf, type CalendarLookup } from './calendars-for.js';
export { knowsRegion } from './holiday-source.js';
export { calendarRevision, loadHolidays, seedHolidays } from './holidays.js';
export {
  inputRefused,
  isId,
  isStorable,
  nameProblems,
  notFoundResult,
  textProblems,
  unstorableTexts,
  type InputProblem,
  type InputRefused,
  type NotFound,
} from './input-text.js';
export { connectionOf, cursorOf, keysOf, pageSize, type Connection } from './keyset.js';
export { knownCalendars } from './known-calendars.js';
export { Lru } from './lru.js';
export { termsProblemText } from './messages.js';
export { calendarTemplate, calendarTemplates, personName, type PersonNameView } from './queries/calendar-templates.js';
export { checkRange, daysInForce, holidayList, type DateRange, type HolidayView } from './queries/holiday-list.js';
export { declareHoliday, revokeHoliday } from './use-cases/record-holiday.js';
export { createCalendarTemplate, updateCalendarTemplate } from './use-cases/save-calendar-template.js';
