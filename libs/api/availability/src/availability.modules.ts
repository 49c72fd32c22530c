import { Module } from '@nestjs/common';
import { AvailabilityConsoleResolver } from './resolvers/availability-console.resolver.js';
import { AvailabilityPortalResolver } from './resolvers/availability-portal.resolver.js';
import { IncidentsConsoleResolver } from './resolvers/incidents-console.resolver.js';

@Module({ providers: [AvailabilityPortalResolver] })
export class AvailabilityPortalModule {}

@Module({ providers: [AvailabilityConsoleResolver, IncidentsConsoleResolver] })
export class AvailabilityConsoleModule {}
