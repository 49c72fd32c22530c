import { statement, type Tx } from '@daylight/api-database';
import { storeFile } from '@daylight/api-files';
import type { SystemScope } from '@daylight/api-platform';
import { openTicket, ReplyToTicket, type NewTicket } from '@daylight/api-tickets';
import type { Actor, Language } from '@daylight/domain';
import type { ReadMail } from '../read/read-mail.js';
import { languageOf, type InboundRow } from './inbound-row.js';
import { INBOUND_WORDS, outsiderLine, tooLargeLine } from './inbound-words.js';
import type { Placement, ReplyAs } from './place-mail.js';

export type Outcome = 'OPENED' | 'REPLIED' | 'REOPENED' | 'FOLLOWED_UP' | 'NOTED' | 'THIRD_PARTY' | 'AUTOMATIC';

/** What a mail did, or that it could not be done as things stand; then nothing was written. */
export type Effect =
  | { readonly kind: 'done'; readonly outcome: Outcome; readonly tenantId: string; readonly ticketId: string }
  | { readonly kind: 'refused' };

const LONGEST_BODY = 49_000;
const LONGEST_SUBJECT = 300;
const SYSTEM: Actor = { side: 'SYSTEM', userId: null };

const SAVEPOINT = statement('mail-in-savepoint', 'savepoint mail_in');
const UNDO = statement('mail-in-undo', 'rollback to savepoint mail_in');
const SERVICE = statement<{ service_item_id: string }>(
  'mail-in-service',
  'select service_item_id from ticket where provider_id = $1 and ticket_id = $2',
);

export interface Arrival {
  readonly row: InboundRow;
  readonly mail: ReadMail;
}

interface Words {
  readonly language: Language;
  readonly fileIds: readonly string[];
  /** Lines about files that could not be kept. */
  readonly remarks: readonly string[];
}

async function keepFiles(tx: Tx<SystemScope>, tenantId: string, mail: ReadMail): Promise<Words> {
  const language = await languageOf(tx, tenantId);
  const fileIds: string[] = [];
  const remarks: string[] = [];
  for (const { name, mediaType, bytes } of mail.attachments) {
    const stored = await storeFile(tx, { name, mediaType, bytes: Buffer.from(bytes), tenantId });
    if (stored.kind === 'stored') fileIds.push(stored.file.fileId);
    else remarks.push(tooLargeLine(language, name));
  }
  return { language, fileIds, remarks };
}

function bodyOf(text: string, { language, remarks }: Words): string {
  const cut = text.length > LONGEST_BODY ? `${text.slice(0, LONGEST_BODY)}\n${INBOUND_WORDS.cut[language]}` : text;
  return [cut, ...remarks].join('\n\n').toWellFormed().trim();
}

function opening(arrival: Arrival, place: Extract<Placement, { kind: 'open' }>, words: Words): NewTicket | null {
  const { row, mail } = arrival;
  const { service_item_id: serviceItemId, ticket_type: type, impact, urgency } = row;
  if (serviceItemId === null || type === null || impact === null || urgency === null) return null;
  const { tenantId, personId } = place;
  const outside = personId === null && mail.from !== null ? [outsiderLine(words.language, mail.from)] : [];
  return {
    ...{ tenantId, type, serviceItemId, impact, urgency, priority: null, channel: 'EMAIL', openedAt: row.received_at },
    requesterId: personId,
    subject: mail.subject.slice(0, LONGEST_SUBJECT).trim() || INBOUND_WORDS.noSubject[words.language],
    // A mail that opens a ticket quotes nothing that stands there already.
    description: bodyOf([...outside, mail.text.trim()].join('\n\n'), words),
    ...{ confidential: false, watcherIds: [], fileIds: words.fileIds, followsUpId: null },
    actor: personId === null ? SYSTEM : { side: 'CLIENT', userId: personId },
  };
}

async function open(
  tx: Tx<SystemScope>,
  arrival: Arrival,
  place: Extract<Placement, { kind: 'open' }>,
): Promise<Effect> {
  const ticket = opening(arrival, place, await keepFiles(tx, place.tenantId, arrival.mail));
  const outcome = ticket === null ? null : await openTicket(tx, ticket);
  if (outcome?.kind !== 'opened') return { kind: 'refused' };
  return { kind: 'done', outcome: 'OPENED', tenantId: place.tenantId, ticketId: outcome.ticketId };
}

const ACTOR_SIDE = { CLIENT: 'CLIENT', AUTOMATIC: 'CLIENT', NOTE: 'PROVIDER', THIRD_PARTY: 'SYSTEM' } as const;
const OUTCOME = { CLIENT: 'REPLIED', AUTOMATIC: 'AUTOMATIC', NOTE: 'NOTED', THIRD_PARTY: 'THIRD_PARTY' } as const;

/** A note of somebody without an account who was called for help is Daylight's own, and says whose words it holds. */
function saidBy(as: ReplyAs, personId: string | null): Actor {
  const side = as === 'NOTE' && personId === null ? 'SYSTEM' : ACTOR_SIDE[as];
  return { side, userId: side === 'SYSTEM' ? null : personId };
}

async function reply(
  tx: Tx<SystemScope>,
  arrival: Arrival,
  place: Extract<Placement, { kind: 'reply' }>,
): Promise<Effect> {
  const { mail } = arrival;
  const { ticket, as, personId } = place;
  const { ticketId, tenantId } = ticket;
  const words = await keepFiles(tx, tenantId, mail);
  const actor = saidBy(as, personId);
  const outside = actor.side === 'SYSTEM' && mail.from !== null ? [outsiderLine(words.language, mail.from)] : [];
  const said = bodyOf([...outside, mail.shownText].join('\n\n'), words);
  const outcome = await new ReplyToTicket().run(tx, {
    ...{ ticketId, expectedVersion: null, body: said === '' ? INBOUND_WORDS.noText[words.language] : said },
    ...{ visibility: as === 'NOTE' ? 'INTERNAL' : 'PUBLIC', question: false, automatic: as === 'AUTOMATIC' },
    ...{ fileIds: words.fileIds, thenWait: null, thenResolve: null, actor },
  });
  if (outcome.kind === 'changed') {
    const done = as === 'CLIENT' && ticket.resolved ? 'REOPENED' : OUTCOME[as];
    return { kind: 'done', outcome: done, tenantId, ticketId };
  }
  const late = outcome.kind === 'refused' && outcome.problem.kind === 'FOLLOW_UP_NEEDED';
  if (!late || as !== 'CLIENT') return { kind: 'refused' };
  return followUp(tx, arrival, { ticketId, tenantId, personId, words });
}

/** The ticket is long over: the answer opens one that refers to it (domain.md section 4), for the same service. */
async function followUp(
  tx: Tx<SystemScope>,
  { row, mail }: Arrival,
  on: { readonly ticketId: string; readonly tenantId: string; readonly personId: string | null; readonly words: Words },
): Promise<Effect> {
  const { ticketId, tenantId, personId, words } = on;
  const [service] = await tx.query(SERVICE, [tx.scope.providerId, ticketId]);
  const taken = {
    ...row,
    service_item_id: row.service_item_id ?? service?.service_item_id ?? null,
    ticket_type: row.ticket_type ?? ('SERVICE_REQUEST' as const),
    impact: row.impact ?? (2 as const),
    urgency: row.urgency ?? (2 as const),
  };
  const ticket = opening({ row: taken, mail }, { kind: 'open', tenantId, personId }, words);
  const outcome = ticket === null ? null : await openTicket(tx, { ...ticket, followsUpId: ticketId });
  if (outcome?.kind !== 'opened') return { kind: 'refused' };
  return { kind: 'done', outcome: 'FOLLOWED_UP', tenantId, ticketId: outcome.ticketId };
}

/** Lets a mail do what its place says, through the same use cases that people call. */
export async function takeEffect(
  tx: Tx<SystemScope>,
  arrival: Arrival,
  place: Extract<Placement, { kind: 'open' | 'reply' }>,
): Promise<Effect> {
  await tx.query(SAVEPOINT);
  const effect = place.kind === 'open' ? await open(tx, arrival, place) : await reply(tx, arrival, place);
  if (effect.kind === 'refused') await tx.query(UNDO);
  return effect;
}
