import { Module } from '@nestjs/common';
import { ContractsPortalResolver } from './resolvers/contracts-portal.resolver.js';

/** Contracts, services and service hours for clients. */
@Module({ providers: [ContractsPortalResolver] })
export class ContractsPortalModule {}
