import { StaffTx, type ForwardPage, type Tx } from '@daylight/api-database';
import { RequirePermission, type StaffScope } from '@daylight/api-platform';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { mailContent } from '../queries/mail-content.js';
import { mailPage, type MailFilter } from '../queries/mail-page.js';
import { retryMail } from '../use-cases/retry-mail.js';

/** Outgoing mail, as an administrator watches it. */
@Resolver()
export class MailConsoleResolver {
  @Query('mailMessages')
  @RequirePermission('settings:manage')
  mailMessages(@StaffTx() tx: Tx<StaffScope>, @Args() args: ForwardPage & { readonly filter?: MailFilter | null }) {
    return mailPage(tx, args.filter ?? {}, args);
  }

  @Query('mailbox')
  @RequirePermission('settings:manage')
  mailbox(@StaffTx() tx: Tx<StaffScope>, @Args() args: ForwardPage) {
    return mailPage(tx, { states: ['LOCAL'] }, args);
  }

  @Query('mailContent')
  @RequirePermission('settings:manage')
  mailContent(@StaffTx() tx: Tx<StaffScope>, @Args('id') id: string) {
    return mailContent(tx, id);
  }

  @Mutation('retryMail')
  @RequirePermission('settings:manage')
  retryMail(@StaffTx() tx: Tx<StaffScope>, @Args('input') input: { readonly id: string }) {
    return retryMail(tx, input);
  }
}
