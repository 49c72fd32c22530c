import { InstantColumn } from '@daylight/api-database';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('tenant')
export class TenantRow {
  @PrimaryColumn('uuid', { name: 'provider_id' }) providerId!: string;
  @PrimaryColumn('uuid', { name: 'tenant_id' }) tenantId!: string;
  @Column('text') name!: string;
  @Column('text') prefix!: string;
  @Column('text') stage!: string;
  @Column('text') zone!: string;
  @Column('text') language!: string;
  @InstantColumn({ name: 'created_at' }) createdAt!: number;
  @Column('integer') version!: number;
}
