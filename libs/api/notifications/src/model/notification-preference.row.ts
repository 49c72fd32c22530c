import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Table `notification_preference`: a person's choice for one kind. */
@Entity('notification_preference')
export class NotificationPreferenceRow {
  @PrimaryColumn('uuid', { name: 'provider_id' })
  providerId!: string;

  @PrimaryColumn('uuid', { name: 'person_id' })
  personId!: string;

  @PrimaryColumn('text')
  kind!: string;

  @Column('boolean', { name: 'in_app' })
  inApp!: boolean;

  @Column('boolean')
  mail!: boolean;
}
