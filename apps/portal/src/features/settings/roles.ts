import type { ClientRole } from './generated/settings.js';

export const ROLES = ['REQUESTER', 'COORDINATOR', 'APPROVER', 'AUDITOR'] as const satisfies readonly ClientRole[];

/** The one role that says what a person may do: APPROVER includes COORDINATOR, which includes REQUESTER. */
export function leadingRole(roles: readonly ClientRole[]): ClientRole {
  const [first] = (['APPROVER', 'COORDINATOR', 'AUDITOR', 'REQUESTER'] as const).filter((role) => roles.includes(role));
  return first ?? 'REQUESTER';
}
