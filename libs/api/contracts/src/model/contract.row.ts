import { InstantColumn } from '@daylight/api-database';
import type { Instant } from '@daylight/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A contract between provider and tenant; what it says lies in its versions. */
@Entity('contract')
export class ContractRow {
  @PrimaryColumn('uuid', { name: 'provider_id' }) providerId!: string;
  @PrimaryColumn('uuid', { name: 'contract_id' }) contractId!: string;
  @Column('uuid', { name: 'tenant_id' }) tenantId!: string;
  @Column('text') kind!: 'PILOT' | 'MANAGED';
  @Column('text') title!: string;
  @InstantColumn({ name: 'created_at' }) createdAt!: Instant;
}
