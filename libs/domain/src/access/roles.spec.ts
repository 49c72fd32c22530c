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

/** A column per role: Requester, Coordinator, Approver, aUditor of the client; Engineer (agent), Manager, admin of the Provider. */
const COLUMNS: readonly (readonly [letter: string, role: Role])[] = [
  ['R', 'REQUESTER'],
  ['C', 'COORDINATOR'],
  ['A', 'APPROVER'],
  ['U', 'AUDITOR'],
  ['E', 'AGENT'],
  ['M', 'ACCOUNT_MANAGER'],
  ['P', 'PROVIDER_ADMIN'],
];

/** Who may do what, on one page: a role that gains or loses a right changes its letter here too. */
const matrix: readonly (readonly [permission: Permission, holders: string])[] = [
  ['ticket:read-own', 'RCAUEMP'],
  ['ticket:read', '-CAUEMP'],
  ['ticket:read-confidential', '-----MP'],
  ['ticket:read-internal', '----EMP'],
  ['ticket:open', 'RCA-EMP'],
  ['ticket:reply', 'RCA-EMP'],
  ['ticket:reply-internal', '----EMP'],
  ['ticket:withdraw-message', 'RCA-EMP'],
  ['ticket:assign', '----EMP'],
  ['ticket:accept', '----EMP'],
  ['ticket:log-response', '----EMP'],
  ['ticket:classify', '----EMP'],
  ['ticket:set-priority', '----EMP'],
  ['ticket:change-service', '----EMP'],
  ['ticket:wait', '----EMP'],
  ['ticket:resume', '----EMP'],
  ['ticket:restore', '----EMP'],
  ['ticket:resolve', '----EMP'],
  ['ticket:reopen', 'RCA-EMP'],
  ['ticket:close', 'RCA-EMP'],
  ['ticket:rate', 'RCA----'],
  ['ticket:cancel', 'RCA-EMP'],
  ['ticket:merge', '----EMP'],
  ['ticket:rebind', '--A--MP'],
  ['ticket:agree-date', 'RCA-EMP'],
  ['ticket:give-notice', '-CA-EMP'],
  ['ticket:answer-responsibility', '-CA-EMP'],
  ['ticket:set-confidential', 'RCA-EMP'],
  ['ticket:watch', 'RCA-EMP'],
  ['ticket:bulk', '----EMP'],
  ['ticket:export', '-CAU-MP'],
  ['sla:read', 'RCAUEMP'],
  ['sla:contest-waiting', '-CA----'],
  ['sla:settle-waiting', '--A--MP'],
  ['contract:read', '-CAUEMP'],
  ['contract:edit', '-----MP'],
  ['contract:propose', '--A--MP'],
  ['contract:agree', '--A--MP'],
  ['contract:what-if', '-CA--MP'],
  ['quote:read', '-CAU-MP'],
  ['quote:request', '-CA----'],
  ['quote:send', '-----MP'],
  ['quote:accept', '--A----'],
  ['quote:external', '--A----'],
  ['credit:read', '-CAU-MP'],
  ['credit:propose', '-----MP'],
  ['credit:decide', '--A----'],
  ['calendar:edit', '-----MP'],
  ['kpi:read', '-CAUEMP'],
  ['kpi:export', '-CAU-MP'],
  ['review:read', '-CAUEMP'],
  ['review:edit', '-----MP'],
  ['review:comment', '-CA--MP'],
  ['review:publish', '-----MP'],
  ['review:sign', '--A--MP'],
  ['roadmap:read', '-CAUEMP'],
  ['roadmap:edit', '-CA--MP'],
  ['trust:read', 'RCAUEMP'],
  ['trust:edit', '------P'],
  ['people:read', '-CAUEMP'],
  ['people:invite', '-CA--MP'],
  ['people:manage', '--A---P'],
  ['team:manage', '------P'],
  ['tenant:read', '-CAUEMP'],
  ['tenant:create', '------P'],
  ['tenant:edit', '-----MP'],
  ['contact:read', '-CAUEMP'],
  ['contact:edit', '-CA--MP'],
  ['oncall:read', '-CAUEMP'],
  ['oncall:edit', '-----MP'],
  ['escalation:read', '-CAUEMP'],
  ['escalation:acknowledge', '-CA-EMP'],
  ['escalation:edit', '-----MP'],
  ['alert:read', '-CAUEMP'],
  ['alert-source:manage', '------P'],
  ['maintenance:read', 'RCAUEMP'],
  ['maintenance:announce', '----EMP'],
  ['outage:read', 'RCAUEMP'],
  ['outage:report', '----EMP'],
  ['outage:correct', '-----MP'],
  ['outage:accept-exclusion', '--A----'],
  ['asset:read', '-CAUEMP'],
  ['asset:edit', '-CA-EMP'],
  ['import:run', '-----MP'],
  ['import:undo', '------P'],
  ['audit:read', '--AU--P'],
  ['audit:verify', '---U--P'],
  ['settings:manage', '------P'],
];

describe('who may do what', () => {
  test.each(matrix)('%s is for %s', (permission, holders) => {
    const held = COLUMNS.map(([letter, role]) => (permissionsOf([role]).has(permission) ? letter : '-'));
    expect(held.join('')).toBe(holders);
  });

  test('every permission stands here', () => {
    expect(matrix.map(([permission]) => permission)).toEqual([...PERMISSIONS]);
  });
});

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
