import { Module } from '@nestjs/common';
import { NotificationsResolver } from './resolvers/notifications.resolver.js';

@Module({ providers: [NotificationsResolver] })
export class NotificationsPortalModule {}

@Module({ providers: [NotificationsResolver] })
export class NotificationsConsoleModule {}
