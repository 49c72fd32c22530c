import { InstantColumn } from '@daylight/api-database';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A person. Rights (role, restriction, status) move only through database functions, so they are read here at most. */
@Entity('person')
export class PersonRow {
  @PrimaryColumn('uuid', { name: 'provider_id' })
  providerId!: string;

  @PrimaryColumn('uuid', { name: 'person_id' })
  personId!: string;

  @Column('text', { name: 'display_name' })
  displayName!: string;

  @Column('text')
  language!: string;

  @Column('text')
  zone!: string;

  @InstantColumn({ name: 'created_at' })
  createdAt!: number;

  @Column('integer')
  version!: number;
}
