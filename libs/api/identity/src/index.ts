export { inviteClientUser, type InviteClientUserInput, type InviteClientUserResult } from './client-users.js';
export { isId, namePage, searchText, type NamePage, type PageArgs } from './connection.js';
export {
  auditedBehalf,
  authorityFor,
  behalfOf,
  lentApprovals,
  noAuthority,
  type LentApproval,
} from './delegations/authority.js';
export { delegateApproval, listDelegations, revokeDelegation } from './delegations/delegations.js';
export { emailProblems, nameProblems, normaliseEmail, normaliseName, zoneProblems } from './input.js';
export { IdentityConsoleModule, IdentityPortalModule } from './modules.js';
export { hashPassword } from './passwords.js';
