// For houses.fixture.ts: authority that an approver has lent for a time long past.
import { newId } from '@daylight/api-platform';
import type { TestDatabase } from '@daylight/api-testing';
import { NOW, put } from './rows.fixture.js';

interface Seed {
  readonly db: TestDatabase;
  readonly of: { readonly provider_id: string; readonly tenant_id: string };
  readonly people: { readonly APPROVER: string; readonly COORDINATOR: string };
}

export async function putDelegation({ db, of, people }: Seed): Promise<{ readonly delegation: string }> {
  const delegation = newId();
  const whose = { delegator_id: people.APPROVER, delegate_id: people.COORDINATOR };
  const period = { starts_at: new Date('2026-01-01'), ends_at: new Date('2026-02-01'), created_at: NOW };
  const ended = { revoked_at: NOW, revoked_by: people.APPROVER };
  await put(db, 'approval_delegation', { ...of, delegation_id: delegation, ...whose, ...period, ...ended });
  return { delegation };
}
