import { PERMISSIONS, type Permission } from './permissions.js';
import { CLIENT_ROLES, isClientRole, isStaffRole, permissionsOf, STAFF_ROLES, type Role } from './roles.js';

const rules: readonly (readonly [sentence: string, role: Role, permission: Permission, allowed: boolean])[] = [
  ['a requester opens tickets', 'REQUESTER', 'ticket:open', true],
  ['a requester reads their own tickets', 'REQUESTER', 'ticket:read-own', true],
  ['a requester does not read everybody’s tickets', 'REQUESTER', 'ticket:read', false],
  ['a requester does not read figures', 'REQUESTER', 'kpi:read', false],
  ['a coordinator reads all tickets of the tenant', 'COORDINATOR', 'ticket:read', true],
  ['a coordinator keeps the escalation contacts', 'COORDINATOR', 'contact:edit', true],
  ['a coordinator invites colleagues', 'COORDINATOR', 'people:invite', true],
  ['a coordinator does not agree to contracts', 'COORDINATOR', 'contract:agree', false],
  ['a coordinator does not sign reviews', 'COORDINATOR', 'review:sign', false],
  ['an approver agrees to amendments', 'APPROVER', 'contract:agree', true],
  ['an approver signs reviews', 'APPROVER', 'review:sign', true],
  ['an approver accepts quotes', 'APPROVER', 'quote:accept', true],
  ['an approver opens tickets too', 'APPROVER', 'ticket:open', true],
  ['an auditor reads the audit trail', 'AUDITOR', 'audit:read', true],
  ['an auditor opens nothing', 'AUDITOR', 'ticket:open', false],
  ['an agent answers tickets', 'AGENT', 'ticket:reply', true],
  ['an agent does not see confidential tickets by role alone', 'AGENT', 'ticket:read-confidential', false],
  ['an agent publishes no review', 'AGENT', 'review:publish', false],
  ['an account manager publishes reviews', 'ACCOUNT_MANAGER', 'review:publish', true],
  ['an account manager creates no tenant', 'ACCOUNT_MANAGER', 'tenant:create', false],
  ['a provider admin creates tenants', 'PROVIDER_ADMIN', 'tenant:create', true],
  ['a provider admin may all that an agent may', 'PROVIDER_ADMIN', 'ticket:reply-internal', true],
];

describe('roles', () => {
  test.each(rules)('%s', (_sentence, role, permission, allowed) => {
    expect(permissionsOf([role]).has(permission)).toBe(allowed);
  });

  test('an auditor holds no permission that changes anything', () => {
    const reading = /:(read|read-own|export|verify)$/;
    expect([...permissionsOf(['AUDITOR'])].filter((permission) => !reading.test(permission))).toEqual([]);
  });

  test('no client role reaches internal notes, foreign tenants or the provider’s settings', () => {
    const staffOnly: readonly Permission[] = [
      'ticket:read-internal',
      'ticket:reply-internal',
      'tenant:create',
      'settings:manage',
      'ticket:read-confidential',
    ];
    const clients = permissionsOf(CLIENT_ROLES);
    expect(staffOnly.filter((permission) => clients.has(permission))).toEqual([]);
  });

  test('no staff role reaches the quotes a client got from other providers', () => {
    expect(permissionsOf(STAFF_ROLES).has('quote:external')).toBe(false);
  });

  test('somebody without a role may do nothing', () => {
    expect(permissionsOf([]).size).toBe(0);
  });

  test('every permission is held by some role, so none is a dead word', () => {
    const held = permissionsOf([...STAFF_ROLES, ...CLIENT_ROLES]);
    expect(PERMISSIONS.filter((permission) => !held.has(permission))).toEqual([]);
  });

  test('role words from outside are recognised by their side', () => {
    expect([isStaffRole('AGENT'), isStaffRole('APPROVER'), isClientRole('APPROVER'), isClientRole('ROOT')]).toEqual([
      true,
      false,
      true,
      false,
    ]);
  });
});
