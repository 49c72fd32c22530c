export { knownCalendars } from '@daylight/api-calendars';
