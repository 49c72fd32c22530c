export {
  contractVersionsOf,
  policyOf,
  resolveBinding,
  versionAt,
  type AgreedVersion,
  type Binding,
} from './binding.js';
export { serviceItemsByIds, tenantServiceItems, type ServiceItemView } from './queries/service-items.js';
export { storedTerms, termsByDigest } from './terms/stored-terms.js';
