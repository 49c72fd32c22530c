import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { ClientTx, UnitOfWork, type Tx } from '@daylight/api-database';
import { Public, RequirePermission, type ClientScope, type GraphQLContext } from '@daylight/api-platform';
import {
  inviteColleague,
  listColleagues,
  removeColleague,
  resendColleagueInvitation,
  setColleagueRoles,
} from './colleagues.js';
import type { PageArgs } from './connection.js';
import type { InviteToTenantInput, Roles } from './membership.js';
import { tenantChoices } from './viewer.js';

/** The client's own people. */
@Resolver()
export class PortalPeopleResolver {
  constructor(private readonly uow: UnitOfWork) {}

  @Query('tenantChoices')
  @Public()
  tenantChoices(@Context() { sessionToken }: GraphQLContext) {
    return sessionToken === null ? [] : tenantChoices(this.uow, sessionToken);
  }

  @Query('colleagues')
  @RequirePermission('people:read')
  colleagues(@ClientTx() tx: Tx<ClientScope>, @Args() args: PageArgs & { readonly search?: string | null }) {
    return listColleagues(tx, args);
  }

  @Mutation('inviteColleague')
  @RequirePermission('people:invite')
  inviteColleague(@ClientTx() tx: Tx<ClientScope>, @Args('input') input: InviteToTenantInput) {
    return inviteColleague(tx, input);
  }

  @Mutation('resendColleagueInvitation')
  @RequirePermission('people:invite')
  resendColleagueInvitation(@ClientTx() tx: Tx<ClientScope>, @Args('input') input: { readonly personId: string }) {
    return resendColleagueInvitation(tx, input);
  }

  @Mutation('setColleagueRoles')
  @RequirePermission('people:manage')
  setColleagueRoles(@ClientTx() tx: Tx<ClientScope>, @Args('input') input: Roles & { readonly personId: string }) {
    return setColleagueRoles(tx, input);
  }

  @Mutation('removeColleague')
  @RequirePermission('people:manage')
  removeColleague(@ClientTx() tx: Tx<ClientScope>, @Args('input') input: { readonly personId: string }) {
    return removeColleague(tx, input);
  }
}
