import { COMMAND_SIDES, type TicketCommandKind } from '../ticketing/commands.js';
import { CLIENT_ROLES, permissionsOf, STAFF_ROLES } from './roles.js';
import { COMMAND_PERMISSIONS, permissionFor } from './ticket-permissions.js';

describe('permissions and the sides of a ticket’s commands agree', () => {
  const sides = [
    ['client', 'CLIENT', permissionsOf(CLIENT_ROLES)],
    ['provider', 'PROVIDER', permissionsOf(STAFF_ROLES)],
  ] as const;
  const entries = Object.entries(COMMAND_SIDES);
  const isKind = (kind: string): kind is TicketCommandKind => Object.hasOwn(COMMAND_PERMISSIONS, kind);

  test.each(sides)(
    'somebody on the %s’s side may give each command that side can give, and no other',
    (_name, side, held) => {
      const may = entries.filter(([, allowed]) => allowed.includes(side)).map(([kind]) => kind);
      const can = entries.map(([kind]) => kind).filter((kind) => isKind(kind) && held.has(COMMAND_PERMISSIONS[kind]));
      expect(can).toEqual(may);
    },
  );

  test('an internal note needs more than a reply', () => {
    const reply = { kind: 'REPLY', messageId: 'm', automatic: false, question: false } as const;
    expect(permissionFor({ ...reply, visibility: 'PUBLIC' })).toBe('ticket:reply');
    expect(permissionFor({ ...reply, visibility: 'INTERNAL' })).toBe('ticket:reply-internal');
  });
});
