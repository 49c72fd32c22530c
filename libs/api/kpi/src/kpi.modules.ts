import { Module } from '@nestjs/common';
import { KpiConsoleResolver } from './resolvers/kpi-console.resolver.js';
import { KpiPortalResolver } from './resolvers/kpi-portal.resolver.js';

@Module({ providers: [KpiPortalResolver] })
export class KpiPortalModule {}

@Module({ providers: [KpiConsoleResolver] })
export class KpiConsoleModule {}
