export {
  contractVersionsOf,
  policyOf,
  resolveBinding,
  versionAt,
  type AgreedVersion,
  type Binding,
} from './binding.js';
export { ContractsConsoleModule } from './contracts-console.module.js';
export { ContractsPortalModule } from './contracts-portal.module.js';
export { serviceItemsByIds, tenantServiceItems, type ServiceItemView } from './queries/service-items.js';
export { termStatus, type TermStatus, type VersionDates } from './term.js';
export { defaultTerms } from './terms/default-terms.js';
export { storedTerms, termsByDigest } from './terms/stored-terms.js';
export { contractTimerHandler } from './timer/follow-contract.js';
export { agreeContractVersion } from './use-cases/agree-contract-version.js';
export { createContract } from './use-cases/create-contract.js';
export { draftAmendment } from './use-cases/draft-amendment.js';
export { proposeContractVersion } from './use-cases/propose-contract-version.js';
export { rejectContractVersion } from './use-cases/reject-contract-version.js';
export { saveContractDraft } from './use-cases/save-contract-draft.js';
export { createServiceItem, updateServiceItem } from './use-cases/save-service-item.js';
export { withdrawContractVersion } from './use-cases/withdraw-contract-version.js';
