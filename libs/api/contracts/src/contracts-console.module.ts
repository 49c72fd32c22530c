import { Module } from '@nestjs/common';
import { CatalogueConsoleResolver } from './resolvers/catalogue-console.resolver.js';
import { ContractsConsoleResolver } from './resolvers/contracts-console.resolver.js';

/** Contracts and the service catalogue for staff. */
@Module({ providers: [ContractsConsoleResolver, CatalogueConsoleResolver] })
export class ContractsConsoleModule {}
