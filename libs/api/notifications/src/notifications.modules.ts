import { Module } from '@nestjs/common';
import { NotificationsResolver } from './resolvers/notifications.resolver.js';
import { UnsubscribeController } from './rest/unsubscribe.controller.js';

@Module({ providers: [NotificationsResolver] })
export class NotificationsPortalModule {}

@Module({ providers: [NotificationsResolver] })
export class NotificationsConsoleModule {}

/** The link in a mail that stops its kind: opened by browsers and mail programs, without a session. */
@Module({ controllers: [UnsubscribeController] })
export class NotificationsRestModule {}
