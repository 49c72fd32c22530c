import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('team')
export class TeamRow {
  @PrimaryColumn('uuid', { name: 'provider_id' })
  providerId!: string;

  @PrimaryColumn('uuid', { name: 'team_id' })
  teamId!: string;

  @Column('text')
  name!: string;

  @Column('boolean')
  archived!: boolean;
}

@Entity('team_member')
export class TeamMemberRow {
  @PrimaryColumn('uuid', { name: 'provider_id' })
  providerId!: string;

  @PrimaryColumn('uuid', { name: 'team_id' })
  teamId!: string;

  @PrimaryColumn('uuid', { name: 'person_id' })
  personId!: string;
}
