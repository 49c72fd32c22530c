// Links that work once; the database keeps their hash only.
import { createHash, randomBytes } from 'node:crypto';
import { v7 as newId } from 'uuid';

/** Makes a link for a person in the scope that the transaction has; null when there is nobody to make it for. */
export async function makeLink(client, { personId, purpose, lifetime, origin, side }) {
  const token = randomBytes(32).toString('base64url');
  const hash = createHash('sha256').update(token).digest();
  const { rows } = await client.query('select one_time_link_create($1, $2, $3, $4, $5::interval) as made', [
    newId(),
    hash,
    purpose,
    personId,
    lifetime,
  ]);
  if (!rows[0].made) return null;
  return `${origin}${side === 'PROVIDER' ? '/console' : ''}/welcome?token=${token}`;
}

/** Who acts by the command line is not a person of Daylight: the audit entry says SYSTEM. */
export async function audit(client, { providerId, action, objectType, objectId, after = null }) {
  await client.query(
    `insert into audit_entry (provider_id, entry_id, at, actor_side, action, object_type, object_id, after, request_id)
     values ($1, $2, now(), 'SYSTEM', $3, $4, $5, $6, 'command line')`,
    [providerId, newId(), action, objectType, objectId, after],
  );
}
