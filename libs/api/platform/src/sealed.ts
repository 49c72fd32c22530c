import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** What a secret is for and whose it is: a ciphertext that was moved to another row or column can't be opened (G13). */
export interface SealedFor {
  /** Names the key that is derived of the installation's secret, e.g. `daylight mailbox`. */
  readonly purpose: string;
  /** Ids of the row, the provider's first. */
  readonly owner: readonly string[];
}

const FORM = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

const keyOf = (secret: string, purpose: string): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', secret, '', purpose, 32));
const boundTo = (owner: readonly string[]): Buffer => Buffer.from([FORM, ...owner].join('|'));

/** A secret as the database may keep it: AES-256-GCM with a key that only the processes hold. */
export function seal(secret: string, { purpose, owner }: SealedFor, plain: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', keyOf(secret, purpose), nonce).setAAD(boundTo(owner));
  const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
  return Buffer.concat([Buffer.from([FORM]), nonce, cipher.getAuthTag(), sealed]);
}

/** The secret; null when it was sealed for another row or purpose, with another key, or was altered. */
export function unseal(secret: string, { purpose, owner }: SealedFor, sealed: Buffer): string | null {
  if (sealed[0] !== FORM || sealed.length < 1 + NONCE_BYTES + TAG_BYTES) return null;
  const tagAt = 1 + NONCE_BYTES;
  const decipher = createDecipheriv('aes-256-gcm', keyOf(secret, purpose), sealed.subarray(1, tagAt))
    .setAAD(boundTo(owner))
    .setAuthTag(sealed.subarray(tagAt, tagAt + TAG_BYTES));
  try {
    return decipher.update(sealed.subarray(tagAt + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
  } catch {
    return null;
  }
}
