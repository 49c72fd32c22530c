export { sayCall, sayGap, saySimulation, saySkipped, type CallWords } from './calls.js';
export { bearerName, channelName, loadFlagName, recipientName, targetName } from './names.js';
export { saySkipReason } from './reasons.js';
export { CHECK_WITH_COUNSEL, sayStatutoryClock } from './statutory.js';
