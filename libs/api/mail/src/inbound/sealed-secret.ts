import { seal, unseal } from '@daylight/api-platform';

/** Whose secret it is: bound to it, so that a ciphertext moved to another row can't be opened (G13). */
export interface SecretOwner {
  readonly providerId: string;
  readonly mailboxId: string;
}

const forMailbox = ({ providerId, mailboxId }: SecretOwner) => ({
  purpose: 'daylight mailbox',
  owner: [providerId, mailboxId],
});

/** A mailbox's password as the database may keep it. */
export function sealSecret(secret: string, owner: SecretOwner, plain: string): Buffer {
  return seal(secret, forMailbox(owner), plain);
}

/** The password; null when it was sealed for another mailbox, with another key, or was altered. */
export function openSecret(secret: string, owner: SecretOwner, sealed: Buffer): string | null {
  return unseal(secret, forMailbox(owner), sealed);
}
