import { InstantColumn } from '@daylight/api-database';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A file on a ticket, or on one of its messages. */
@Entity('ticket_attachment')
export class TicketAttachmentRow {
  @PrimaryColumn('uuid', { name: 'provider_id' }) providerId!: string;
  @PrimaryColumn('uuid', { name: 'file_id' }) fileId!: string;
  @Column('uuid', { name: 'tenant_id' }) tenantId!: string;
  @Column('uuid', { name: 'ticket_id' }) ticketId!: string;
  @Column('uuid', { name: 'message_id', nullable: true }) messageId!: string | null;
  @InstantColumn({ name: 'attached_at' }) attachedAt!: number;
}
