import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The bytes of a file: apart, so that lists never carry them. */
@Entity('file_content')
export class FileContentRow {
  @PrimaryColumn('uuid', { name: 'provider_id' }) providerId!: string;
  @PrimaryColumn('uuid', { name: 'file_id' }) fileId!: string;
  @Column('bytea') bytes!: Buffer;
}
