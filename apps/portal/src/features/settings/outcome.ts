import { outcomeOf } from '@daylight/web-data';
import type {
  InviteColleagueMutation,
  RemoveColleagueMutation,
  ResendColleagueInvitationMutation,
  SetColleagueRolesMutation,
} from './generated/settings.js';

type Result =
  | InviteColleagueMutation['inviteColleague']
  | ResendColleagueInvitationMutation['resendColleagueInvitation']
  | SetColleagueRolesMutation['setColleagueRoles']
  | RemoveColleagueMutation['removeColleague'];

interface Words {
  readonly failed: string;
  readonly gone: string;
}

/** Why an act on a colleague wasn't done; empty when it was. Undefined: no answer came. */
export function problemsOf(result: Result | undefined, { failed, gone }: Words): readonly string[] {
  if (result === undefined) return [failed];
  return outcomeOf<Result, readonly string[]>(result, {
    ColleagueInvited: () => [],
    ColleagueRolesSet: () => [],
    ColleagueRemoved: () => [],
    NotFound: () => [gone],
    InputRefused: ({ problems }) => problems.map(({ message }) => message),
  });
}
