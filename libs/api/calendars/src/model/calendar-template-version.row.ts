import { InstantColumn } from '@daylight/api-database';
import type { CalendarDocument, Instant } from '@daylight/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A document that a template once had; never changed. */
@Entity('calendar_template_version')
export class CalendarTemplateVersionRow {
  @PrimaryColumn('uuid', { name: 'provider_id' }) providerId!: string;
  @PrimaryColumn('uuid', { name: 'calendar_id' }) calendarId!: string;
  @PrimaryColumn('integer') version!: number;
  @Column('jsonb') document!: CalendarDocument;
  @Column('text') digest!: string;
  @InstantColumn() at!: Instant;
  @Column('uuid', { name: 'by_person', nullable: true }) byPerson!: string | null;
}
