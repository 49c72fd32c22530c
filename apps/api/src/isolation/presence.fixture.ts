// For houses.fixture.ts: an engineer who never leaves a client's ticket.
import type { TestDatabase } from '@daylight/api-testing';
import { put } from './rows.fixture.js';

interface Seed {
  readonly db: TestDatabase;
  readonly of: { readonly provider_id: string; readonly tenant_id: string };
  readonly ticket: string;
  readonly agent: string;
}

export async function putPresence({ db, of, ticket, agent }: Seed): Promise<void> {
  const lease = { state: 'WRITING', lease_until: new Date('2099-01-01') };
  await put(db, 'ticket_presence', { ...of, ticket_id: ticket, person_id: agent, ...lease });
}
