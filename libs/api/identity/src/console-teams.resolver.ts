import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { StaffTx, type Tx } from '@daylight/api-database';
import { RequirePermission, type StaffScope } from '@daylight/api-platform';
import {
  createTeam,
  editTeam,
  listTeams,
  setTeamMembers,
  type EditTeamInput,
  type SetTeamMembersInput,
} from './teams.js';

@Resolver()
export class ConsoleTeamsResolver {
  @Query('teams')
  @RequirePermission('people:read')
  teams(@StaffTx() tx: Tx<StaffScope>, @Args() args: { readonly includeArchived?: boolean | null }) {
    return listTeams(tx, args);
  }

  @Mutation('createTeam')
  @RequirePermission('team:manage')
  createTeam(@StaffTx() tx: Tx<StaffScope>, @Args('input') input: { readonly name: string }) {
    return createTeam(tx, input);
  }

  @Mutation('editTeam')
  @RequirePermission('team:manage')
  editTeam(@StaffTx() tx: Tx<StaffScope>, @Args('input') input: EditTeamInput) {
    return editTeam(tx, input);
  }

  @Mutation('setTeamMembers')
  @RequirePermission('team:manage')
  setTeamMembers(@StaffTx() tx: Tx<StaffScope>, @Args('input') input: SetTeamMembersInput) {
    return setTeamMembers(tx, input);
  }
}
