import { InstantColumn } from '@daylight/api-database';
import type { Instant } from '@daylight/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Something the provider runs for its clients. */
@Entity('service_item')
export class ServiceItemRow {
  @PrimaryColumn('uuid', { name: 'provider_id' }) providerId!: string;
  @PrimaryColumn('uuid', { name: 'service_item_id' }) serviceItemId!: string;
  @Column('text') code!: string;
  @Column('text') category!: string;
  @Column('text', { name: 'name_ko' }) nameKo!: string;
  @Column('text', { name: 'name_en' }) nameEn!: string;
  @Column('boolean') archived!: boolean;
  @Column('integer') version!: number;
  @InstantColumn({ name: 'created_at' }) createdAt!: Instant;
}
