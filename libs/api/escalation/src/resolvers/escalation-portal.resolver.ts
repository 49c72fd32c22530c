import { ClientTx, type Tx } from '@daylight/api-database';
import { RequirePermission, type ClientScope } from '@daylight/api-platform';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { ladder } from '../contacts/contact-view.js';
import { saveContact, type ContactInput } from '../contacts/save-contact.js';
import { clientPreview } from '../queries/client-preview.js';
import { openRuns } from '../queries/runs.js';

@Resolver()
export class EscalationPortalResolver {
  @Query('escalationLadder')
  @RequirePermission('contact:read')
  escalationLadder(@ClientTx() tx: Tx<ClientScope>) {
    return ladder(tx, tx.scope.tenantId);
  }

  @Query('previewEscalation')
  @RequirePermission('ticket:reply')
  previewEscalation(@ClientTx() tx: Tx<ClientScope>, @Args('ticketId') ticketId: string) {
    return clientPreview(tx, ticketId);
  }

  @Query('runningEscalations')
  @RequirePermission('contact:read')
  runningEscalations(@ClientTx() tx: Tx<ClientScope>) {
    return openRuns(tx);
  }

  @Mutation('saveOwnContact')
  @RequirePermission('contact:edit')
  saveOwnContact(
    @ClientTx() tx: Tx<ClientScope>,
    @Args('input') input: Omit<ContactInput, 'tenantId' | 'side' | 'personId' | 'shared'>,
  ) {
    // Its own side of its own list, whatever a request says.
    const own = { tenantId: tx.scope.tenantId, side: 'CLIENT', personId: null, shared: false } as const;
    return saveContact(tx, { ...input, ...own });
  }
}
