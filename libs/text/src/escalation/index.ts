export { sayCallToClient } from './client-calls.js';
export { sayCall, sayGap, saySimulation, saySkipped, type CallWords } from './calls.js';
export { bearerName, channelName, loadFlagName, recipientName, targetName } from './names.js';
export { sayPolicyBeginning, sayPolicyChange, type PolicyWords } from './policy-changes.js';
export { saySkipReason } from './reasons.js';
export { CALL_WORDS, callTitle, shortCall, spokenCall, type ShortCall } from './short-call.js';
export { CHECK_WITH_COUNSEL, sayStatutoryClock } from './statutory.js';
