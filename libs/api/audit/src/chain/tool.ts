/** What the command-line tool needs: no framework, so that it loads from source in a plain Node. */
export { FAULT_TEXT } from '../messages.js';
export { parseHead, SEALS_AFTER, UNSEALED, verifyChain } from './verify.js';
