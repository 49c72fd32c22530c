import { parentPort } from 'node:worker_threads';
import type { ReadMail } from './read-mail.js';
import { readMail } from './read-mail.js';

/** What the thread says: that it listens, or what became of one mail. */
export type ThreadWord =
  | { readonly kind: 'ready' }
  | { readonly kind: 'read'; readonly mail: ReadMail }
  | { readonly kind: 'unreadable'; readonly error: string };

/** The whole program of the thread that reads mail: one message in, one word out. Started by `mailReader`. */
export function serveMailReader(): void {
  if (parentPort === null) throw new Error('mail is read in a thread of its own');
  const port = parentPort;
  const say = (word: ThreadWord, files: readonly ArrayBufferLike[] = []): void =>
    port.postMessage(
      word,
      files.filter((buffer) => buffer instanceof ArrayBuffer),
    );
  port.on('message', (raw: Uint8Array) => {
    readMail(Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength)).then(
      (mail) => say({ kind: 'read', mail }, [...new Set(mail.attachments.map(({ bytes }) => bytes.buffer))]),
      (error: unknown) => say({ kind: 'unreadable', error: String(error).slice(0, 500) }),
    );
  });
  say({ kind: 'ready' });
}
