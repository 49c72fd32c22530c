import { InstantColumn } from '@daylight/api-database';
import type { Instant } from '@daylight/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A file without its bytes. */
@Entity('file')
export class FileRow {
  @PrimaryColumn('uuid', { name: 'provider_id' }) providerId!: string;
  @PrimaryColumn('uuid', { name: 'file_id' }) fileId!: string;
  @Column('uuid', { name: 'tenant_id', nullable: true }) tenantId!: string | null;
  @Column('text') audience!: FileAudience;
  @Column('text') name!: string;
  @Column('text', { name: 'media_type' }) mediaType!: string;
  @Column('integer', { name: 'size_bytes' }) sizeBytes!: number;
  @Column('text') sha256!: string;
  @Column('uuid', { name: 'uploaded_by', nullable: true }) uploadedBy!: string | null;
  @InstantColumn({ name: 'uploaded_at' }) uploadedAt!: Instant;
}

/** LINKED: whoever may see what it hangs on. TENANT: everybody of the client and staff. STAFF: staff only. */
export type FileAudience = 'LINKED' | 'TENANT' | 'STAFF';
