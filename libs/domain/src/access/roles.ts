import type { Permission } from './permissions.js';

export const STAFF_ROLES = ['AGENT', 'ACCOUNT_MANAGER', 'PROVIDER_ADMIN'] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];

export const CLIENT_ROLES = ['REQUESTER', 'COORDINATOR', 'APPROVER', 'AUDITOR'] as const;
export type ClientRole = (typeof CLIENT_ROLES)[number];

export type Role = StaffRole | ClientRole;

/** A role has its own permissions and all those of the roles it includes. */
interface RoleDefinition {
  readonly includes: readonly Role[];
  readonly may: readonly Permission[];
}

/** Reading that every member of a client may do; the rows that come back are cut down by the database. */
const CLIENT_BASE = ['ticket:read-own', 'sla:read', 'maintenance:read', 'outage:read', 'trust:read'] as const;

const CLIENT_READS_ALL = [
  ...CLIENT_BASE,
  'ticket:read',
  'contract:read',
  'credit:read',
  'kpi:read',
  'kpi:export',
  'ticket:export',
  'review:read',
  'roadmap:read',
  'people:read',
  'tenant:read',
  'contact:read',
  'oncall:read',
  'escalation:read',
  'alert:read',
  'asset:read',
] as const;

/** Roles as data: who may do what (domain.md section 1). Asked through {@link permissionsOf} only. */
export const ROLE_TABLE: Readonly<Record<Role, RoleDefinition>> = {
  REQUESTER: {
    includes: [],
    may: [
      ...CLIENT_BASE,
      'ticket:open',
      'ticket:reply',
      'ticket:withdraw-message',
      'ticket:reopen',
      'ticket:close',
      'ticket:rate',
      'ticket:cancel',
      'ticket:watch',
      'ticket:set-confidential',
      'ticket:agree-date',
    ],
  },
  COORDINATOR: {
    includes: ['REQUESTER'],
    may: [
      ...CLIENT_READS_ALL,
      'quote:read',
      'quote:request',
      'sla:contest-waiting',
      'ticket:give-notice',
      'ticket:answer-responsibility',
      'review:comment',
      'roadmap:edit',
      'contract:what-if',
      'contact:edit',
      'asset:edit',
      'people:invite',
      'escalation:acknowledge',
    ],
  },
  APPROVER: {
    includes: ['COORDINATOR'],
    may: [
      'contract:propose',
      'contract:agree',
      'ticket:rebind',
      'quote:accept',
      'quote:external',
      'review:sign',
      'credit:decide',
      'sla:settle-waiting',
      'outage:accept-exclusion',
      'audit:read',
      'people:manage',
    ],
  },
  AUDITOR: { includes: [], may: [...CLIENT_READS_ALL, 'quote:read', 'audit:read', 'audit:verify'] },
  AGENT: {
    includes: [],
    may: [
      'ticket:read-own',
      'ticket:read',
      'ticket:read-internal',
      'ticket:open',
      'ticket:reply',
      'ticket:reply-internal',
      'ticket:withdraw-message',
      'ticket:assign',
      'ticket:accept',
      'ticket:log-response',
      'ticket:classify',
      'ticket:set-priority',
      'ticket:change-service',
      'ticket:wait',
      'ticket:resume',
      'ticket:restore',
      'ticket:resolve',
      'ticket:reopen',
      'ticket:close',
      'ticket:cancel',
      'ticket:merge',
      'ticket:agree-date',
      'ticket:give-notice',
      'ticket:answer-responsibility',
      'ticket:set-confidential',
      'ticket:watch',
      'ticket:bulk',
      'sla:read',
      'contract:read',
      'kpi:read',
      'review:read',
      'roadmap:read',
      'trust:read',
      'people:read',
      'tenant:read',
      'contact:read',
      'oncall:read',
      'escalation:read',
      'escalation:acknowledge',
      'alert:read',
      'maintenance:read',
      'maintenance:announce',
      'outage:read',
      'outage:report',
      'asset:read',
      'asset:edit',
    ],
  },
  ACCOUNT_MANAGER: {
    includes: ['AGENT'],
    may: [
      'ticket:read-confidential',
      'ticket:export',
      'ticket:rebind',
      'sla:settle-waiting',
      'contract:edit',
      'contract:propose',
      'contract:agree',
      'contract:what-if',
      'quote:read',
      'quote:send',
      'credit:read',
      'credit:propose',
      'calendar:edit',
      'kpi:export',
      'review:edit',
      'review:comment',
      'review:publish',
      'review:sign',
      'roadmap:edit',
      'people:invite',
      'tenant:edit',
      'contact:edit',
      'oncall:edit',
      'escalation:edit',
      'outage:correct',
      'import:run',
    ],
  },
  PROVIDER_ADMIN: {
    includes: ['ACCOUNT_MANAGER'],
    may: [
      'people:manage',
      'team:manage',
      'tenant:create',
      'trust:edit',
      'alert-source:manage',
      'import:undo',
      'audit:read',
      'audit:verify',
      'settings:manage',
    ],
  },
};

function addRole(role: Role, into: Set<Permission>): void {
  const { includes, may } = ROLE_TABLE[role];
  for (const permission of may) into.add(permission);
  for (const included of includes) addRole(included, into);
}

/**
 * All that somebody with these roles may do. Staff and client roles are never mixed in one session, so the caller
 * passes the roles of one audience. Which rows are reached (own, tenant, assigned) is the database's answer.
 */
export function permissionsOf(roles: readonly Role[]): ReadonlySet<Permission> {
  const permissions = new Set<Permission>();
  for (const role of roles) addRole(role, permissions);
  return permissions;
}

export function isStaffRole(role: string): role is StaffRole {
  return STAFF_ROLES.some((known) => known === role);
}

export function isClientRole(role: string): role is ClientRole {
  return CLIENT_ROLES.some((known) => known === role);
}
