import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { StaffTx, type Tx } from '@daylight/api-database';
import { RequirePermission, type StaffScope } from '@daylight/api-platform';
import { findClientUser, listClientUsers, type ClientUserArgs } from './client-user-queries.js';
import {
  inviteClientUser,
  removeMembership,
  setMembership,
  type InviteClientUserInput,
  type SetMembershipInput,
} from './client-users.js';
import { resendInvitation, setPersonActive, type SetPersonActiveInput } from './person-status.js';
import { inviteStaff, setStaffAccess, type InviteStaffInput, type SetStaffAccessInput } from './staff-access.js';
import { findStaffMember, listStaff, staffDirectory, type DirectoryArgs, type StaffArgs } from './staff-queries.js';

/** People as staff see and manage them. */
@Resolver()
export class ConsolePeopleResolver {
  @Query('staff')
  @RequirePermission('people:read')
  staff(@StaffTx() tx: Tx<StaffScope>, @Args() args: StaffArgs) {
    return listStaff(tx, args);
  }

  @Query('staffMember')
  @RequirePermission('people:read')
  staffMember(@StaffTx() tx: Tx<StaffScope>, @Args('id') id: string) {
    return findStaffMember(tx, id);
  }

  @Query('clientUsers')
  @RequirePermission('people:read')
  clientUsers(@StaffTx() tx: Tx<StaffScope>, @Args() args: ClientUserArgs) {
    return listClientUsers(tx, args);
  }

  @Query('clientUser')
  @RequirePermission('people:read')
  clientUser(@StaffTx() tx: Tx<StaffScope>, @Args('id') id: string) {
    return findClientUser(tx, id);
  }

  @Query('staffDirectory')
  @RequirePermission('people:read')
  staffDirectory(@StaffTx() tx: Tx<StaffScope>, @Args() args: DirectoryArgs) {
    return staffDirectory(tx, args);
  }

  @Mutation('inviteStaff')
  @RequirePermission('people:manage')
  inviteStaff(@StaffTx() tx: Tx<StaffScope>, @Args('input') input: InviteStaffInput) {
    return inviteStaff(tx, input);
  }

  @Mutation('setStaffAccess')
  @RequirePermission('people:manage')
  setStaffAccess(@StaffTx() tx: Tx<StaffScope>, @Args('input') input: SetStaffAccessInput) {
    return setStaffAccess(tx, input);
  }

  @Mutation('inviteClientUser')
  @RequirePermission('people:invite')
  inviteClientUser(@StaffTx() tx: Tx<StaffScope>, @Args('input') input: InviteClientUserInput) {
    return inviteClientUser(tx, input);
  }

  @Mutation('resendInvitation')
  @RequirePermission('people:invite')
  resendInvitation(@StaffTx() tx: Tx<StaffScope>, @Args('input') input: { readonly personId: string }) {
    return resendInvitation(tx, input);
  }

  @Mutation('setMembership')
  @RequirePermission('people:invite')
  setMembership(@StaffTx() tx: Tx<StaffScope>, @Args('input') input: SetMembershipInput) {
    return setMembership(tx, input);
  }

  @Mutation('removeMembership')
  @RequirePermission('people:invite')
  removeMembership(
    @StaffTx() tx: Tx<StaffScope>,
    @Args('input') input: { readonly personId: string; readonly tenantId: string },
  ) {
    return removeMembership(tx, input);
  }

  @Mutation('setPersonActive')
  @RequirePermission('people:manage')
  setPersonActive(@StaffTx() tx: Tx<StaffScope>, @Args('input') input: SetPersonActiveInput) {
    return setPersonActive(tx, input);
  }
}
