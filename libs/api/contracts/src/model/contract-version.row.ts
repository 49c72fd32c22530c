import { InstantColumn } from '@daylight/api-database';
import type { Instant, LocalDate, RenewalTerms, Terms } from '@daylight/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One version of a contract's terms; the terms of a proposed one never change (a trigger holds that). */
@Entity('contract_version')
export class ContractVersionRow {
  @PrimaryColumn('uuid', { name: 'provider_id' }) providerId!: string;
  @PrimaryColumn('uuid', { name: 'version_id' }) versionId!: string;
  @Column('uuid', { name: 'tenant_id' }) tenantId!: string;
  @Column('uuid', { name: 'contract_id' }) contractId!: string;
  @Column('integer') ordinal!: number;
  @Column('text') state!: 'DRAFT' | 'PROPOSED' | 'AGREED' | 'REJECTED' | 'WITHDRAWN';
  @InstantColumn({ name: 'effective_from' }) effectiveFrom!: Instant;
  @InstantColumn({ name: 'effective_to', nullable: true }) effectiveTo!: Instant | null;
  @Column('date', { name: 'term_end', nullable: true }) termEnd!: LocalDate | null;
  @InstantColumn({ name: 'term_to', nullable: true }) termTo!: Instant | null;
  @Column('jsonb') terms!: Terms;
  @Column('text', { name: 'terms_digest' }) termsDigest!: string;
  @Column('text') zone!: string;
  @Column('jsonb') renewal!: RenewalTerms;
  @Column('text', { nullable: true }) note!: string | null;
  @InstantColumn({ name: 'proposed_at', nullable: true }) proposedAt!: Instant | null;
  @Column('uuid', { name: 'proposed_by', nullable: true }) proposedBy!: string | null;
  @InstantColumn({ name: 'decided_at', nullable: true }) decidedAt!: Instant | null;
  @Column('uuid', { name: 'decided_by', nullable: true }) decidedBy!: string | null;
  @Column('text', { name: 'decision_note', nullable: true }) decisionNote!: string | null;
  @InstantColumn({ name: 'deemed_at', nullable: true }) deemedAt!: Instant | null;
  @InstantColumn({ name: 'created_at' }) createdAt!: Instant;
  @Column('integer') version!: number;
}
