import { Module } from '@nestjs/common';
import { ConsoleTenantsResolver } from './tenants.resolver.js';

export { nextStages, TENANT_STAGES, type TenantStage } from './stages.js';

/** Clients of the provider, for staff. */
@Module({ providers: [ConsoleTenantsResolver] })
export class TenantsConsoleModule {}
