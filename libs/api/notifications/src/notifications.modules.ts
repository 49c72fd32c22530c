import { Module } from '@nestjs/common';
import { NotificationsConsoleResolver, NotificationsPortalResolver } from './resolvers/notifications.resolvers.js';

@Module({ providers: [NotificationsPortalResolver] })
export class NotificationsPortalModule {}

@Module({ providers: [NotificationsConsoleResolver] })
export class NotificationsConsoleModule {}
