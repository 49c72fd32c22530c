export { AuditConsoleModule, AuditPortalModule } from './audit.modules.js';
export { sealPending, type SealedHead } from './chain/sealer.js';
export {
  parseHead,
  SEALS_AFTER,
  UNSEALED,
  verifyChain,
  type ChainFault,
  type ChainHead,
  type ChainReader,
  type ChainVerdict,
} from './chain/verify.js';
export { FAULT_TEXT } from './messages.js';
