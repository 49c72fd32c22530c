import { Module } from '@nestjs/common';
import { LiveAlertsResolver } from './resolvers/live-alerts.resolver.js';
import { MonitoringConsoleResolver } from './resolvers/monitoring-console.resolver.js';
import { MonitoringPortalResolver } from './resolvers/monitoring-portal.resolver.js';

@Module({ providers: [MonitoringPortalResolver] })
export class MonitoringPortalModule {}

@Module({ providers: [MonitoringConsoleResolver, LiveAlertsResolver] })
export class MonitoringConsoleModule {}
