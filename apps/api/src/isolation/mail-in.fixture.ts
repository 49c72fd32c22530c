// For houses.fixture.ts: a mailbox of one client, a mail that waits and its bytes.
import { createHash } from 'node:crypto';
import { newId } from '@daylight/api-platform';
import type { TestDatabase } from '@daylight/api-testing';
import { NOW, put } from './rows.fixture.js';

interface Seed {
  readonly db: TestDatabase;
  readonly of: { readonly provider_id: string; readonly tenant_id: string };
  /** Words for staff who reach the client. */
  readonly internal: string;
  readonly ticket: string;
  readonly service: string;
}

/** Ids of what was made. */
export async function putMailIn({ db, of, internal, ticket, service }: Seed) {
  const [mailbox, inbound] = [newId(), newId()];
  const taken = { service_item_id: service, ticket_type: 'INCIDENT', impact: 2, urgency: 2 };
  const address = `${internal.toLowerCase()}@mail.example`;
  const made = { intake: 'SMTP', created_at: NOW, updated_at: NOW };
  await put(db, 'mailbox', { ...of, mailbox_id: mailbox, address, ...taken, ...made });
  const words = {
    subject: internal,
    body_text: internal,
    shown_text: internal,
    from_address: `${internal}@out.example`,
  };
  const way = {
    envelope_from: '',
    to_address: address,
    size_bytes: 3,
    sha256: createHash('sha256').update(inbound).digest('hex'),
  };
  const held = { state: 'QUARANTINED', reason: 'THIRD_PARTY', received_at: NOW, received_for: of.tenant_id };
  await put(db, 'mail_inbound', {
    ...of,
    inbound_id: inbound,
    mailbox_id: mailbox,
    ticket_id: ticket,
    ...words,
    ...way,
    ...held,
  });
  await put(db, 'mail_inbound_raw', { provider_id: of.provider_id, inbound_id: inbound, raw: Buffer.from(internal) });
  return { mailbox, inbound };
}
