import type { AddressInfo } from 'node:net';
import type { UnitOfWork } from '@daylight/api-database';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { LARGEST_MESSAGE_BYTES, receiveMail, recipientOf, type Recipient } from './receive.js';

export interface SmtpListenerOptions {
  readonly work: UnitOfWork;
  /** Signs addresses for answers. */
  readonly secret: string;
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  /** For what went wrong on our side; no addresses in it. */
  readonly trouble: (error: string) => void;
  readonly largestBytes?: number;
}

export interface SmtpListener {
  readonly port: number;
  /** Takes no new connection and ends those that are open; resolves when none is left. */
  close(): Promise<void>;
}

/** Messages that are being taken at the same time may have so many bytes together; the next sender is asked to come again. */
const IN_HAND_BYTES = 4 * LARGEST_MESSAGE_BYTES;
const MOST_CLIENTS = 50;
const MOST_RECIPIENTS = 100;
const IDLE_MS = 60_000;

class Reply extends Error {
  constructor(
    readonly responseCode: number,
    text: string,
  ) {
    super(text);
  }
}
const UNKNOWN = (): Reply => new Reply(550, '5.1.1 no such mailbox here');
const LATER = (): Reply => new Reply(451, '4.3.0 try again in a few minutes');
const TOO_LARGE = (): Reply => new Reply(552, '5.3.4 the message is too large');
const TOO_MANY = (): Reply => new Reply(452, '4.5.3 too many recipients');

type Done = (error?: Error | null) => void;

/** Addresses of one mail, with whose each is; as RCPT found them. */
class Envelopes {
  private readonly bySession = new WeakMap<SMTPServerSession, Map<string, Recipient>>();

  of(session: SMTPServerSession): Map<string, Recipient> {
    const known = this.bySession.get(session) ?? new Map<string, Recipient>();
    this.bySession.set(session, known);
    return known;
  }
}

/** One message may name a ticket's address and the mailbox beside it: the first says more, and it is to take effect once. */
function wanted(found: readonly (readonly [string, Recipient])[]): readonly (readonly [string, Recipient])[] {
  const answered = new Set(found.flatMap(([, to]) => (to.mailboxId === null ? [to.providerId] : [])));
  const once = new Map(found.map((each) => [`${each[1].providerId}|${each[1].tenantId}|${each[1].mailboxId}`, each]));
  return [...once.values()].filter(([, to]) => to.mailboxId === null || !answered.has(to.providerId));
}

/**
 * Takes mail that a mail server forwards (SMTP, RFC 5321): `250` only after the message is committed, `451` while the database
 * is away, `550` for an address that nobody has, `552` for what is too large. No sign-in, no relaying: it takes mail for its
 * own mailboxes and sends none.
 */
export async function startSmtpListener(options: SmtpListenerOptions): Promise<SmtpListener> {
  const { work, secret, trouble, largestBytes = LARGEST_MESSAGE_BYTES } = options;
  const envelopes = new Envelopes();
  let inHand = 0;

  const later = (error: unknown): Reply => {
    trouble(error instanceof Error ? error.message : String(error));
    return LATER();
  };

  async function rcpt(address: string, session: SMTPServerSession): Promise<void> {
    if (session.envelope.rcptTo.length >= MOST_RECIPIENTS) throw TOO_MANY();
    const found = await recipientOf(work, secret, address).catch((error: unknown) => Promise.reject(later(error)));
    if (found === null) throw UNKNOWN();
    envelopes.of(session).set(address, found);
  }

  /** The message, or null when it is larger than may be; reads to its end either way, as the protocol asks. */
  async function contentOf(stream: SMTPServerDataStream): Promise<Buffer | null> {
    const chunks: Buffer[] = [];
    let size = 0;
    let full = false;
    try {
      for await (const chunk of stream) {
        if (!Buffer.isBuffer(chunk)) continue;
        size += chunk.length;
        inHand += chunk.length;
        full ||= inHand > IN_HAND_BYTES;
        if (size <= largestBytes && !full) chunks.push(chunk);
        else chunks.length = 0;
      }
    } finally {
      inHand -= size;
    }
    if (size > largestBytes || stream.sizeExceeded) return null;
    if (full) throw LATER();
    return Buffer.concat(chunks);
  }

  async function data(stream: SMTPServerDataStream, session: SMTPServerSession): Promise<void> {
    const raw = await contentOf(stream);
    if (raw === null) throw TOO_LARGE();
    const known = envelopes.of(session);
    const accepted = session.envelope.rcptTo.flatMap(({ address }): (readonly [string, Recipient])[] => {
      const to = known.get(address);
      return to === undefined ? [] : [[address, to]];
    });
    const { mailFrom } = session.envelope;
    const envelopeFrom = mailFrom === false ? '' : mailFrom.address;
    try {
      for (const [toAddress, to] of wanted(accepted)) await receiveMail(work, to, { raw, envelopeFrom, toAddress });
    } catch (error) {
      throw later(error);
    }
  }

  const answer = (done: Done, outcome: Promise<void>): void => {
    outcome.then(
      () => done(),
      (error: unknown) => done(error instanceof Reply ? error : later(error)),
    );
  };
  const server = new SMTPServer({
    ...{ name: 'daylight', banner: 'ready', size: largestBytes, logger: false, hidePIPELINING: false },
    // It stands behind the house's own mail server, in its network: that one speaks TLS with the world.
    ...{ disabledCommands: ['AUTH', 'STARTTLS'], authOptional: true, disableReverseLookup: true },
    ...{ maxClients: MOST_CLIENTS, socketTimeout: IDLE_MS, closeTimeout: 5_000 },
    onRcptTo: ({ address }, session, done) => answer(done, rcpt(address, session)),
    onMailFrom: (_address, session, done) => {
      envelopes.of(session).clear();
      done();
    },
    onData: (stream, session, done) => answer(done, data(stream, session)),
  });
  server.on('error', (error: Error) => trouble(error.message));
  const port = await listen(server, options);
  return { port, close: () => new Promise<void>((resolve) => server.close(() => resolve())) };
}

function listen(server: SMTPServer, { port, host }: SmtpListenerOptions): Promise<number> {
  return new Promise((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(port, host, () => {
      const at: AddressInfo | string | null = server.server.address();
      resolve(at === null || typeof at === 'string' ? port : at.port);
    });
  });
}
