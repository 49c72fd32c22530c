// For the specs of mail in: a provider with two clients, a mailbox each way, and a mail server that forwards to the listener.
import { entities as fileEntities } from '@daylight/api-files/entities';
import {
  composeHandler,
  inboundHandler,
  mailboxTestHandler,
  mailReader,
  releaseHandler,
  retimeHeldMails,
  sendHandler,
  smtpTransport,
  startSmtpListener,
  type MailReader,
  type SmtpListener,
} from '@daylight/api-mail';
import { escalationSubscribers } from '@daylight/api-escalation';
import { mailEntities } from '@daylight/api-mail/entities';
import { notificationSubscribers } from '@daylight/api-notifications';
import { newId, type StaffScope } from '@daylight/api-platform';
import { asStaff, type QueueHandler, type Tx } from '@daylight/api-database';
import {
  addContract,
  addService,
  createClient,
  createProvider,
  createStaff,
  createTenant,
  createTestDatabase,
  signInAs,
  type ClientRoles,
  type TestDatabase,
} from '@daylight/api-testing';
import { entities as ticketEntities } from '@daylight/api-tickets/entities';
import nodemailer from 'nodemailer';
import { outboxRelay, subscriberRunner } from '../outbox/relay.js';
import { mailThread } from './mail-thread.test.js';
import { startSmtpSink, type SmtpSink } from './smtp-sink.test.js';
import { noJobsLeft, runWorkers } from './workers.test.js';

export const SECRET = 'mail-house-'.padEnd(32, 'x');
export const DOMAIN = 'reply.daylight.example';
const FROM = 'Daylight <no-reply@daylight.example>';
/** What links in mails are made with. */
export const LINK = { origin: 'https://daylight.example', secret: SECRET };
const SUBSCRIBERS = [...notificationSubscribers, retimeHeldMails, ...escalationSubscribers];

/** The reading thread as the worker starts it. */
export function testReader(more: { readonly timeLimitMs?: number } = {}): MailReader {
  return mailReader({ program: mailThread(), ...more });
}

/** An answer of the listener, by its code; 250 when it took the mail. */
async function codeOf(sent: Promise<unknown>): Promise<number> {
  return sent.then(
    () => 250,
    (error: unknown) => (error instanceof Error ? Number(Reflect.get(error, 'responseCode')) : 0),
  );
}

export class MailHouse {
  private readonly server: ReturnType<typeof nodemailer.createTransport>;

  private constructor(
    readonly db: TestDatabase,
    readonly providerId: string,
    readonly adminId: string,
    readonly acme: string,
    readonly beta: string,
    readonly service: string,
    readonly listener: SmtpListener,
    readonly sink: SmtpSink,
    readonly reader: MailReader,
  ) {
    // As a mail server does, it hands over many mails on one connection.
    const at = { host: '127.0.0.1', port: listener.port, ignoreTLS: true };
    this.server = nodemailer.createTransport({ ...at, pool: true, maxConnections: 8, maxMessages: Infinity });
  }

  static async create(): Promise<MailHouse> {
    const db = await createTestDatabase([...mailEntities, ...ticketEntities, ...fileEntities]);
    const { providerId, adminId } = await createProvider(db, 'North');
    const [acme, beta] = [await createTenant(db, providerId, 'ACME'), await createTenant(db, providerId, 'BETA')];
    const service = newId();
    await addService(db, providerId, service, 0);
    for (const tenantId of [acme, beta]) await addContract(db, { providerId, tenantId, services: [service] });
    const trouble = () => undefined;
    const listener = await startSmtpListener({ work: db.worker, secret: SECRET, host: '127.0.0.1', port: 0, trouble });
    const sink = await startSmtpSink();
    const house = new MailHouse(db, providerId, adminId, acme, beta, service, listener, sink, testReader());
    await house.mailbox('help@acme.example', acme);
    await house.mailbox('help@north.example', null);
    return house;
  }

  async mailbox(address: string, tenantId: string | null): Promise<string> {
    const id = newId();
    await this.db.owner(
      `insert into mailbox (provider_id, mailbox_id, tenant_id, address, intake, service_item_id, ticket_type, impact, urgency, created_at, updated_at)
       values ($1, $2, $3, $4, 'SMTP', $5, 'INCIDENT', 2, 2, now(), now())`,
      [this.providerId, id, tenantId, address, this.service],
    );
    return id;
  }

  /** A client user with an address of one's own choosing. */
  async person(email: string, tenantId = this.acme, roles: ClientRoles = ['REQUESTER']): Promise<string> {
    const personId = await createClient(this.db, this.providerId, tenantId, roles);
    await this.db.owner('update person set email = $2 where person_id = $1', [personId, email]);
    return personId;
  }

  async asAdmin<T>(work: (tx: Tx<StaffScope>) => Promise<T>, personId = this.adminId): Promise<T> {
    const caller = await signInAs(this.db, { providerId: this.providerId, personId }, 'CONSOLE');
    return this.db.app.asPerson(caller, (tx) => work(asStaff(tx)));
  }

  staff(): Promise<string> {
    return createStaff(this.db, this.providerId);
  }

  /** Hands a raw message to the listener as a mail server does; resolves to the code of its answer. */
  async forward(
    raw: string | Buffer,
    to: string | readonly string[],
    from = 'sender@somewhere.example',
  ): Promise<number> {
    return codeOf(this.server.sendMail({ envelope: { from, to: [to].flat() }, raw }));
  }

  /** Lets the worker do all that is due: read, let take effect, relay, compose, send to the sink. */
  async settle(reader = this.reader, more: readonly QueueHandler[] = []): Promise<void> {
    const handlers = [
      ...more,
      inboundHandler({ reader, secret: SECRET, ownAddress: 'no-reply@daylight.example' }),
      outboxRelay(SUBSCRIBERS),
      subscriberRunner(SUBSCRIBERS),
      composeHandler(LINK),
      releaseHandler(LINK),
      mailboxTestHandler(LINK),
      sendHandler(smtpTransport(this.sink.url, FROM), { ...LINK, domain: DOMAIN }),
    ];
    const ours = new Set(handlers.map(({ queue }) => queue));
    const others = { handle: () => Promise.resolve() };
    const rest = ['escalation-start', 'escalation-step', 'ticket-timer'].filter((queue) => !ours.has(queue));
    const all = [...handlers, ...rest.map((queue) => ({ ...others, queue }))];
    // A thousand mails take their time where many programs share a machine.
    await runWorkers(this.db, all, () => noJobsLeft(this.db), { count: 2, concurrency: 3, limitMs: 120_000 });
  }

  inbound(): Promise<readonly Inbound[]> {
    return this.db.owner<Inbound & Record<string, unknown>>(
      `select inbound_id, state, reason, outcome, tenant_id, ticket_id, person_id, from_address, from_name, subject, body_text, shown_text, body_html, attachments
       from mail_inbound order by received_at, inbound_id`,
    );
  }

  tickets(): Promise<readonly Opened[]> {
    return this.db.owner<Opened & Record<string, unknown>>(
      `select t.ticket_id, t.tenant_id, t.subject, t.description, t.channel, t.requester_id, t.status, t.follows_up, t.priority, t.version,
         t.opened_at from ticket t order by t.opened_at, t.ticket_id`,
    );
  }

  messages(ticketId: string): Promise<readonly Said[]> {
    return this.db.owner<Said & Record<string, unknown>>(
      'select side, author_id, visibility, automatic, body from ticket_message where ticket_id = $1 order by at, message_id',
      [ticketId],
    );
  }

  /** Everything that a mail may not change while it is held: the tickets with their logs and clocks, as one digest. */
  async state(): Promise<string> {
    const [row] = await this.db.owner<{ state: string }>(
      `select md5(coalesce(string_agg(line, '|' order by line), '')) as state from (
         select t::text as line from ticket t union all select e::text from ticket_event e
         union all select m::text from ticket_message m union all select c::text from ticket_clock c) lines`,
    );
    return row?.state ?? '';
  }

  async empty(): Promise<void> {
    this.sink.taken.length = 0;
    for (const table of ['mail_inbound_raw', 'mail_inbound', 'mail_message', 'notification', 'job']) {
      await this.db.owner(`delete from ${table}`);
    }
    await this.db.owner('truncate ticket cascade');
  }

  async close(): Promise<void> {
    this.server.close();
    await this.listener.close();
    await this.sink.close();
    await this.reader.close();
    await this.db.close();
  }
}

export interface Inbound {
  readonly inbound_id: string;
  readonly state: string;
  readonly reason: string | null;
  readonly outcome: string | null;
  readonly tenant_id: string | null;
  readonly ticket_id: string | null;
  readonly person_id: string | null;
  readonly from_address: string;
  readonly from_name: string;
  readonly subject: string;
  readonly body_text: string;
  readonly shown_text: string;
  readonly body_html: string | null;
  readonly attachments: readonly { readonly name: string; readonly sizeBytes: number }[];
}

export interface Opened {
  readonly ticket_id: string;
  readonly tenant_id: string;
  readonly subject: string;
  readonly description: string;
  readonly channel: string;
  readonly requester_id: string | null;
  readonly status: string;
  readonly follows_up: string | null;
  readonly priority: string;
  readonly version: number;
  readonly opened_at: Date;
}

export interface Said {
  readonly side: string;
  readonly author_id: string | null;
  readonly visibility: string;
  readonly automatic: boolean;
  readonly body: string;
}

/** A plain mail as text; header fields as given, in their order. */
export function mailText(header: Readonly<Record<string, string>>, body = 'The server does not answer.'): string {
  const lines = Object.entries(header).map(([name, value]) => `${name}: ${value}`);
  return [...lines, '', body.replaceAll('\n', '\r\n'), ''].join('\r\n');
}
