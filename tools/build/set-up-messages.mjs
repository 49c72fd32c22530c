// Which texts of the console are shown by the pages alone where things are set up: contracts, calendars, imports, people,
// sources, channels. They come with those pages: who works through the queue doesn't fetch them.
const SET_UP =
  /^(?:editor\.(?!calendar\.edit$|discard$|kpi\.figure$)|sources\.(?!client$|service$)|channels\.|mapping\.|people\.|import\.|newImport\.|holidays\.|mailboxes\.|whatIf\.|kpiName\.)/;

/** @param {string} id of a message of the console */
export const ofSetUp = (id) => SET_UP.test(id);
