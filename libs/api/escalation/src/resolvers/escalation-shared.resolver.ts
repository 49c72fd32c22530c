import { PersonTx, type Tx } from '@daylight/api-database';
import { RequirePermission, type PersonScope } from '@daylight/api-platform';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { archiveContact, verifyContact } from '../contacts/keep-contact.js';
import { ticketRuns } from '../queries/runs.js';
import { acknowledgeEscalation, escalateTicket } from '../runs/by-hand.js';

/** What both endpoints ask; the rows are cut down by the database. */
@Resolver()
export class EscalationSharedResolver {
  @Query('ticketEscalations')
  @RequirePermission('ticket:read-own')
  ticketEscalations(@PersonTx() tx: Tx<PersonScope>, @Args('ticketId') ticketId: string) {
    return ticketRuns(tx, ticketId);
  }

  @Mutation('escalateTicket')
  @RequirePermission('ticket:reply')
  escalateTicket(@PersonTx() tx: Tx<PersonScope>, @Args('input') input: { readonly ticketId: string }) {
    return escalateTicket(tx, input);
  }

  @Mutation('acknowledgeEscalation')
  @RequirePermission('escalation:acknowledge')
  acknowledgeEscalation(@PersonTx() tx: Tx<PersonScope>, @Args('input') input: { readonly escalationId: string }) {
    return acknowledgeEscalation(tx, input);
  }

  @Mutation('verifyContact')
  @RequirePermission('contact:edit')
  verifyContact(@PersonTx() tx: Tx<PersonScope>, @Args('input') input: { readonly contactId: string }) {
    return verifyContact(tx, input);
  }

  @Mutation('archiveContact')
  @RequirePermission('contact:edit')
  archiveContact(@PersonTx() tx: Tx<PersonScope>, @Args('input') input: { readonly contactId: string }) {
    return archiveContact(tx, input);
  }
}
