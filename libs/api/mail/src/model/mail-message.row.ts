import { InstantColumn } from '@daylight/api-database';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Table `mail_message`. The application's role may not read `secret_link`, so only the worker uses this row. */
@Entity('mail_message')
export class MailMessageRow {
  @PrimaryColumn('uuid', { name: 'provider_id' })
  providerId!: string;

  @PrimaryColumn('uuid', { name: 'mail_id' })
  mailId!: string;

  @Column('uuid', { name: 'tenant_id', nullable: true })
  tenantId!: string | null;

  @Column('uuid', { name: 'person_id', nullable: true })
  personId!: string | null;

  /** Somebody without an account; null otherwise. */
  @Column('text', { name: 'guest_name', nullable: true })
  guestName!: string | null;

  @Column('text', { name: 'guest_address', nullable: true })
  guestAddress!: string | null;

  @Column('text', { name: 'to_address', nullable: true })
  toAddress!: string | null;

  @Column('text')
  language!: 'ko' | 'en';

  @Column('text')
  template!: string;

  @Column('text')
  subject!: string;

  @Column('text', { name: 'body_text' })
  bodyText!: string;

  @Column('text', { name: 'body_html' })
  bodyHtml!: string;

  @Column('text', { name: 'secret_link', nullable: true })
  secretLink!: string | null;

  /** Of the token by which its kind is stopped; null: it can't be. */
  @Column('bytea', { name: 'unsubscribe_hash', nullable: true })
  unsubscribeHash!: Buffer | null;

  @Column('text', { name: 'message_id' })
  messageId!: string;

  @Column('text', { name: 'thread_id', nullable: true })
  threadId!: string | null;

  @Column('text')
  state!: 'QUEUED' | 'SENT' | 'DEAD' | 'LOCAL';

  @Column('integer')
  attempts!: number;

  @Column('text', { name: 'last_error', nullable: true })
  lastError!: string | null;

  @InstantColumn({ name: 'created_at' })
  createdAt!: number;

  @InstantColumn({ name: 'sent_at', nullable: true })
  sentAt!: number | null;

  @Column('uuid', { name: 'ticket_id', nullable: true })
  ticketId!: string | null;

  @Column('uuid', { name: 'contract_version_id', nullable: true })
  contractVersionId!: string | null;

  @Column('uuid', { name: 'review_id', nullable: true })
  reviewId!: string | null;
}
