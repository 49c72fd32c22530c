import { Module } from '@nestjs/common';
import { DeadLettersResolver } from './dead-letters/dead-letters.resolver.js';
import { MailInConsoleResolver } from './inbound/console/mail-in.resolver.js';
import { RawMailController } from './inbound/rest/raw-mail.controller.js';
import { MailConsoleResolver } from './resolvers/mail-console.resolver.js';

/** Clients read their mail elsewhere: nothing of it is in the portal's schema. */
@Module({})
export class MailPortalModule {}

@Module({ providers: [MailConsoleResolver, DeadLettersResolver, MailInConsoleResolver] })
export class MailConsoleModule {}

/** A message as it came, saved by a browser. */
@Module({ controllers: [RawMailController] })
export class MailRestModule {}
