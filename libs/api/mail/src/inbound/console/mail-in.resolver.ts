import { StaffTx, type ForwardPage, type Tx } from '@daylight/api-database';
import { CONFIG, RequirePermission, type Config, type StaffScope } from '@daylight/api-platform';
import { Inject } from '@nestjs/common';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { rejectInboundMail, releaseInboundMail, type ReleaseInput } from './decide-inbound.js';
import { inboundMailContent, inboundMails, quarantineCount, type InboundMailFilter } from './inbound-queries.js';
import { mailboxes, saveMailbox, type MailboxInput } from './mailboxes.js';
import { testMailbox } from './test-mailbox.js';

/** Mail that came in, as staff see to it, and the addresses that take it. */
@Resolver()
export class MailInConsoleResolver {
  constructor(@Inject(CONFIG) private readonly config: Pick<Config, 'DAYLIGHT_SECRET'>) {}

  @Query('inboundMails')
  @RequirePermission('ticket:classify')
  inboundMails(
    @StaffTx() tx: Tx<StaffScope>,
    @Args() args: ForwardPage & { readonly filter?: InboundMailFilter | null },
  ) {
    return inboundMails(tx, args.filter ?? {}, args);
  }

  @Query('inboundMail')
  @RequirePermission('ticket:classify')
  inboundMail(@StaffTx() tx: Tx<StaffScope>, @Args('id') id: string) {
    return inboundMailContent(tx, id);
  }

  @Query('quarantineCount')
  @RequirePermission('ticket:classify')
  quarantineCount(@StaffTx() tx: Tx<StaffScope>) {
    return quarantineCount(tx);
  }

  @Mutation('releaseInboundMail')
  @RequirePermission('ticket:classify')
  releaseInboundMail(@StaffTx() tx: Tx<StaffScope>, @Args('input') input: ReleaseInput) {
    return releaseInboundMail(tx, input);
  }

  @Mutation('rejectInboundMail')
  @RequirePermission('ticket:classify')
  rejectInboundMail(@StaffTx() tx: Tx<StaffScope>, @Args('input') input: { readonly id: string }) {
    return rejectInboundMail(tx, input);
  }

  @Query('mailboxes')
  @RequirePermission('settings:manage')
  mailboxes(@StaffTx() tx: Tx<StaffScope>) {
    return mailboxes(tx);
  }

  @Mutation('saveMailbox')
  @RequirePermission('settings:manage')
  saveMailbox(@StaffTx() tx: Tx<StaffScope>, @Args('input') input: MailboxInput) {
    return saveMailbox(tx, this.config.DAYLIGHT_SECRET, input);
  }

  @Mutation('testMailbox')
  @RequirePermission('settings:manage')
  testMailbox(@StaffTx() tx: Tx<StaffScope>, @Args('input') input: { readonly mailboxId: string }) {
    return testMailbox(tx, input);
  }
}
