import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** Whose secret it is: bound to it, so that a ciphertext moved to another row can't be opened (G13). */
export interface SecretOwner {
  readonly providerId: string;
  readonly mailboxId: string;
}

const FORM = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

const keyOf = (secret: string): Uint8Array => new Uint8Array(hkdfSync('sha256', secret, '', 'daylight mailbox', 32));
const boundTo = ({ providerId, mailboxId }: SecretOwner): Buffer => Buffer.from(`${FORM}|${providerId}|${mailboxId}`);

/** A mailbox's password as the database may keep it: AES-256-GCM with a key that only the processes hold. */
export function sealSecret(secret: string, owner: SecretOwner, plain: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', keyOf(secret), nonce).setAAD(boundTo(owner));
  const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
  return Buffer.concat([Buffer.from([FORM]), nonce, cipher.getAuthTag(), sealed]);
}

/** The password; null when it was sealed for another mailbox, with another key, or was altered. */
export function openSecret(secret: string, owner: SecretOwner, sealed: Buffer): string | null {
  if (sealed[0] !== FORM || sealed.length < 1 + NONCE_BYTES + TAG_BYTES) return null;
  const tagAt = 1 + NONCE_BYTES;
  const decipher = createDecipheriv('aes-256-gcm', keyOf(secret), sealed.subarray(1, tagAt))
    .setAAD(boundTo(owner))
    .setAuthTag(sealed.subarray(tagAt, tagAt + TAG_BYTES));
  try {
    return decipher.update(sealed.subarray(tagAt + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
  } catch {
    return null;
  }
}
