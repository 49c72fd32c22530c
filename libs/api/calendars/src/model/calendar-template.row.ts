import { InstantColumn } from '@daylight/api-database';
import type { CalendarDocument, Instant } from '@daylight/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Service hours that a provider keeps to start contracts from. */
@Entity('calendar_template')
export class CalendarTemplateRow {
  @PrimaryColumn('uuid', { name: 'provider_id' }) providerId!: string;
  @PrimaryColumn('uuid', { name: 'calendar_id' }) calendarId!: string;
  @Column('text', { name: 'name_ko' }) nameKo!: string;
  @Column('text', { name: 'name_en' }) nameEn!: string;
  @Column('text') zone!: string;
  @Column('jsonb') document!: CalendarDocument;
  @Column('boolean') archived!: boolean;
  @Column('integer') version!: number;
  @InstantColumn({ name: 'updated_at' }) updatedAt!: Instant;
  @Column('uuid', { name: 'updated_by', nullable: true }) updatedBy!: string | null;
}
