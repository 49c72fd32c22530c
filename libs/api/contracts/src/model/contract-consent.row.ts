import { InstantColumn } from '@daylight/api-database';
import type { Instant } from '@daylight/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One person's consent to certain bytes (D-CON-4); never changed. */
@Entity('contract_consent')
export class ContractConsentRow {
  @PrimaryColumn('uuid', { name: 'provider_id' }) providerId!: string;
  @PrimaryColumn('uuid', { name: 'consent_id' }) consentId!: string;
  @Column('uuid', { name: 'tenant_id' }) tenantId!: string;
  @Column('uuid', { name: 'version_id' }) versionId!: string;
  @Column('text') party!: 'CLIENT' | 'PROVIDER';
  /** Null: the client's silence, which the terms in force deem its consent. */
  @Column('uuid', { name: 'person_id', nullable: true }) personId!: string | null;
  /** Whose authority it rests on, where the person stood in for somebody. */
  @Column('uuid', { name: 'on_behalf_of', nullable: true }) onBehalfOf!: string | null;
  @Column('text') cause!: 'GIVEN' | 'DEEMED';
  @InstantColumn() at!: Instant;
  @Column('text') digest!: string;
  @Column('text', { name: 'verdict_changes_digest', nullable: true }) verdictChangesDigest!: string | null;
  @Column('text', { nullable: true }) address!: string | null;
}
