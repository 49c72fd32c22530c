import { Module } from '@nestjs/common';
import { AuditConsoleResolver } from './resolvers/audit-console.resolver.js';
import { AuditPortalResolver } from './resolvers/audit-portal.resolver.js';

@Module({ providers: [AuditPortalResolver] })
export class AuditPortalModule {}

@Module({ providers: [AuditConsoleResolver] })
export class AuditConsoleModule {}
