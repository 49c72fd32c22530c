import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A reason that an event refers to by `reasonTextId`; the client reads it. */
@Entity('ticket_text')
export class TicketTextRow {
  @PrimaryColumn('uuid', { name: 'provider_id' }) providerId!: string;
  @PrimaryColumn('uuid', { name: 'text_id' }) textId!: string;
  @Column('uuid', { name: 'tenant_id' }) tenantId!: string;
  @Column('uuid', { name: 'ticket_id' }) ticketId!: string;
  @Column('text') body!: string;
}
