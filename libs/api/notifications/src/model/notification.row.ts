import { InstantColumn } from '@daylight/api-database';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Table `notification`: what one person was told. */
@Entity('notification')
export class NotificationRow {
  @PrimaryColumn('uuid', { name: 'provider_id' })
  providerId!: string;

  @PrimaryColumn('uuid', { name: 'notification_id' })
  notificationId!: string;

  @Column('uuid', { name: 'person_id' })
  personId!: string;

  @Column('text')
  kind!: string;

  @Column('uuid', { name: 'tenant_id', nullable: true })
  tenantId!: string | null;

  @Column('uuid', { name: 'ticket_id', nullable: true })
  ticketId!: string | null;

  @Column('uuid', { name: 'contract_version_id', nullable: true })
  contractVersionId!: string | null;

  @Column('uuid', { name: 'review_id', nullable: true })
  reviewId!: string | null;

  @Column('jsonb')
  data!: Readonly<Record<string, string>>;

  @Column('uuid', { name: 'event_id' })
  eventId!: string;

  @InstantColumn({ name: 'created_at' })
  createdAt!: number;

  @InstantColumn({ name: 'read_at', nullable: true })
  readAt!: number | null;
}
