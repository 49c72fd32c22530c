import { appendEvents, statement, type DeliveryHandler, type Job, type Tx } from '@daylight/api-database';
import type { SystemScope } from '@daylight/api-platform';
import * as v from 'valibot';
import { automaticKind } from '../read/automatic.js';
import type { ReadMail } from '../read/read-mail.js';
import type { MailReader, ReadOutcome } from '../read/reader.js';
import { contentDigest, gatherFacts, type FactsOptions } from './gather-facts.js';
import { INBOUND_QUEUE } from './inbound-job.js';
import { languageOf, lockInbound, rawOf, type InboundRow } from './inbound-row.js';
import { INBOUND_WORDS } from './inbound-words.js';
import { recordReturned } from './returned-mail.js';
import { placeMail, type MailFacts, type Placement } from './place-mail.js';
import { takeEffect, type Effect } from './take-effect.js';

export interface InboundOptions extends FactsOptions {
  readonly reader: MailReader;
}

const payload = v.object({ inboundId: v.pipe(v.string(), v.uuid()) });
const inboundIdOf = (job: Job): string => v.parse(payload, job.payload).inboundId;

const WRITE = statement(
  'mail-in-write',
  `update mail_inbound set state = $3, reason = $4, outcome = $5, tenant_id = coalesce($6, tenant_id), ticket_id = $7, person_id = $8,
     header_message_id = $9, from_address = $10, from_name = $11, subject = $12, body_text = $13, shown_text = $14, body_html = $15,
     content_sha256 = $16, attachments = $17
   where provider_id = $1 and inbound_id = $2`,
);
const GIVEN_UP = statement<{ tenant_id: string | null }>(
  'mail-in-given-up',
  `update mail_inbound set state = 'QUARANTINED', reason = 'FAILED'
   where provider_id = $1 and inbound_id = $2 and state in ('RECEIVED', 'RELEASED') returning tenant_id`,
);

interface Ending {
  readonly state: 'DONE' | 'QUARANTINED' | 'IGNORED';
  readonly reason: string | null;
  readonly outcome: string | null;
  readonly tenantId: string | null;
  readonly ticketId: string | null;
  readonly personId: string | null;
}

/** Whom a mail that has no effect (yet) would concern, as far as is known. */
function bystanders({ ticket, sender, tenantId }: MailFacts): Pick<Ending, 'tenantId' | 'ticketId' | 'personId'> {
  const [only, ...others] = sender?.memberships ?? [];
  const theirs = others.length === 0 ? (only?.tenantId ?? null) : null;
  return {
    tenantId: ticket?.tenantId ?? tenantId ?? theirs,
    ticketId: ticket?.ticketId ?? null,
    personId: sender?.personId ?? null,
  };
}

function endingOf(facts: MailFacts, place: Placement, effect: Effect | null): Ending {
  const around = { ...bystanders(facts), outcome: null };
  if (place.kind === 'ignored') return { ...around, state: 'IGNORED', reason: place.reason };
  if (place.kind === 'held') return { ...around, state: 'QUARANTINED', reason: place.reason };
  if (effect?.kind !== 'done') return { ...around, state: 'QUARANTINED', reason: 'REFUSED' };
  const { outcome, tenantId, ticketId } = effect;
  return { ...around, state: 'DONE', reason: null, outcome, tenantId, ticketId };
}

async function write(tx: Tx<SystemScope>, row: InboundRow, mail: ReadMail, ending: Ending): Promise<void> {
  const { state, reason, outcome, tenantId, ticketId, personId } = ending;
  const attachments = mail.attachments.map(({ name, mediaType, bytes }) => ({
    ...{ name: name.slice(-200), mediaType: mediaType.slice(0, 200), sizeBytes: bytes.length },
  }));
  const words = [mail.subject.slice(0, 1_000), mail.text, mail.shownText, mail.html];
  await tx.query(WRITE, [
    ...[tx.scope.providerId, row.inbound_id, state, reason, outcome, tenantId, ticketId, personId],
    ...[mail.messageId, mail.from?.address ?? '', mail.from?.name ?? '', ...words],
    ...[contentDigest(mail), JSON.stringify(attachments)],
  ]);
  if (state !== 'QUARANTINED') return;
  await appendEvents(tx, [{ topic: 'mail.quarantined', tenantId, ids: { inboundId: row.inbound_id } }]);
}

/** What is shown of a mail that can't be read: a few fields of its header as they stand, and the whole as a file. */
function unreadMail(raw: Buffer, text: string): ReadMail {
  const head = raw.toString('latin1', 0, 16_384).split(/\r?\n\r?\n/)[0] ?? '';
  const field = (name: string): string => new RegExp(`^${name}:([^\\r\\n]*)`, 'im').exec(head)?.[1]?.trim() ?? '';
  const plain = (value: string): string => value.replaceAll(/[^\u0020-\u007e]/g, '?').slice(0, 300);
  const address = /[^\s<>]+@[^\s<>]+/.exec(plain(field('from')))?.[0]?.toLowerCase();
  return {
    ...{
      messageId: null,
      references: [],
      recipients: [],
      subject: plain(field('subject')),
      text,
      shownText: text,
      html: null,
    },
    from: address === undefined ? null : { address, name: '' },
    attachments: [{ name: 'original.eml', mediaType: 'message/rfc822', bytes: new Uint8Array(raw) }],
    automatic: automaticKind((key) => [plain(field(key))].filter((value) => value !== ''), ''),
    report: null,
  };
}

/** A mail that nothing may be made of before a person has looked at it. */
function unfit(row: InboundRow, read: ReadOutcome): Placement | null {
  if (row.reason === 'TOO_LARGE') return { kind: 'held', reason: 'TOO_LARGE' };
  return read.kind === 'unreadable' ? { kind: 'held', reason: 'UNREADABLE' } : null;
}

async function record(
  tx: Tx<SystemScope>,
  options: InboundOptions,
  { inboundId, raw, read }: { readonly inboundId: string; readonly raw: Buffer; readonly read: ReadOutcome },
): Promise<void> {
  const row = await lockInbound(tx, inboundId);
  if (row === null) return;
  const language = row.tenant_id === null ? 'ko' : await languageOf(tx, row.tenant_id);
  const mail = read.kind === 'read' ? read.mail : unreadMail(raw, INBOUND_WORDS.unreadable[language]);
  await recordReturned(tx, options.secret, { row, mail });
  const facts = await gatherFacts(tx, options, { row, mail });
  const place = facts.released ? placeMail(facts) : (unfit(row, read) ?? placeMail(facts));
  const acts = place.kind === 'open' || place.kind === 'reply';
  const effect = acts ? await takeEffect(tx, { row, mail }, place) : null;
  await write(tx, row, mail, endingOf(facts, place, effect));
  if (place.kind === 'reply' && facts.repliedMailId !== null) await announceReply(tx, place, facts.repliedMailId);
}

/** `mail.replied`: a person answered, from the address it went to, the mail of ours that the signed address names. */
function announceReply(
  tx: Tx<SystemScope>,
  { ticket: { tenantId } }: Extract<Placement, { kind: 'reply' }>,
  mailId: string,
): Promise<void> {
  return appendEvents(tx, [{ topic: 'mail.replied', tenantId, ids: { mailId } }]);
}

/**
 * Queue `mail-in`: reads a kept message in the reading thread, decides where it belongs, and lets it take effect in the same
 * transaction that says so. May run twice without harm: only a message that waits takes effect.
 */
export function inboundHandler(options: InboundOptions): DeliveryHandler {
  return {
    queue: INBOUND_QUEUE,
    prepare: async (tx, job) => {
      const inboundId = inboundIdOf(job);
      const raw = await rawOf(tx, inboundId);
      if (raw === null) return null;
      return {
        deliver: async () => {
          const read = await options.reader.read(raw);
          return async (after) => {
            await record(after, options, { inboundId, raw, read });
            return { kind: 'done' };
          };
        },
      };
    },
    onDead: async (tx, job) => {
      const inboundId = inboundIdOf(job);
      const [given] = await tx.query(GIVEN_UP, [tx.scope.providerId, inboundId]);
      if (given === undefined) return;
      await appendEvents(tx, [{ topic: 'mail.quarantined', tenantId: given.tenant_id, ids: { inboundId } }]);
    },
  };
}
