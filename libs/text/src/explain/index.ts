export { sayClock } from './clock.js';
export { sayDuration, sayLength } from './duration.js';
export { sayInstant, sayInstantAndZone } from './instant.js';
export { clockName, clockStateName, numberedClockName, sideName } from './names.js';
export { sayCause, sayMark, saySegment } from './segment.js';
