import { StaffTx, type ForwardPage, type Tx } from '@daylight/api-database';
import { CONFIG, RequirePermission, type Config, type StaffScope } from '@daylight/api-platform';
import { Inject } from '@nestjs/common';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { mailContent } from '../queries/mail-content.js';
import { mailPage, type MailFilter } from '../queries/mail-page.js';
import { returnedAddresses, tryAddressAgain } from '../returned/returned-addresses.js';
import { retryMail } from '../use-cases/retry-mail.js';

/** Outgoing mail, as an administrator watches it. */
@Resolver()
export class MailConsoleResolver {
  constructor(@Inject(CONFIG) private readonly config: Pick<Config, 'DAYLIGHT_ORIGIN' | 'DAYLIGHT_SECRET'>) {}

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
    const { DAYLIGHT_ORIGIN: origin, DAYLIGHT_SECRET: secret } = this.config;
    return mailContent(tx, id, { origin: origin.replace(/\/+$/, ''), secret });
  }

  @Query('returnedAddresses')
  @RequirePermission('people:read')
  returnedAddresses(@StaffTx() tx: Tx<StaffScope>) {
    return returnedAddresses(tx);
  }

  @Mutation('tryAddressAgain')
  @RequirePermission('people:manage')
  tryAddressAgain(@StaffTx() tx: Tx<StaffScope>, @Args('input') input: { readonly id: string }) {
    return tryAddressAgain(tx, input);
  }

  @Mutation('retryMail')
  @RequirePermission('settings:manage')
  retryMail(@StaffTx() tx: Tx<StaffScope>, @Args('input') input: { readonly id: string }) {
    return retryMail(tx, input);
  }
}
