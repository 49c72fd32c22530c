import { enqueue, statement, type Tx } from '@daylight/api-database';
import { newId, newToken, tokenHash, type Scope } from '@daylight/api-platform';

const INVITATION_LIFETIME = '7 days';

/** Where a link leads, below the configured origin that the mail worker puts before it (A2). */
export function welcomePath(side: 'CLIENT' | 'PROVIDER', token: string): string {
  return `${side === 'PROVIDER' ? '/console' : ''}/welcome?token=${token}`;
}

const CREATE = statement<{ made: boolean }>(
  'identity-one-time-link-create',
  'select one_time_link_create($1, $2, $3, $4, $5::interval) as made',
);

/**
 * Makes an invitation link that ends older ones and queues its mail, in the acting transaction. False when the person
 * is deactivated or (for anyone but an administrator) has signed in before.
 */
export async function sendInvitation(
  tx: Tx<Scope>,
  to: { readonly personId: string; readonly side: 'CLIENT' | 'PROVIDER'; readonly tenantId: string | null },
): Promise<boolean> {
  const token = newToken();
  const values = [newId(), tokenHash(token), 'INVITATION', to.personId, INVITATION_LIFETIME];
  const [row] = await tx.query(CREATE, values);
  if (row?.made !== true) return false;
  const payload = { template: 'INVITATION', personId: to.personId, link: welcomePath(to.side, token) };
  await enqueue(tx, [{ queue: 'mail', tenantId: to.tenantId, payload, runAt: null, dedupeKey: null }]);
  return true;
}
