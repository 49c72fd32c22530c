import { statement, type Tx } from '@daylight/api-database';
import type { ClockKind, Instant } from '@daylight/domain';
import { isToldOfTicket, type MailFacts, type MailTicket } from '@daylight/text';
import { placeOf, type About } from './about.js';
import type { MailPayload } from './payload.js';

interface TicketRow {
  readonly number: number;
  readonly prefix: string;
  readonly subject: string;
  readonly tenant_name: string;
  readonly priority: string;
  readonly confidential: boolean;
  readonly opened_at: Instant;
  readonly resolved_at: Instant | null;
  readonly body: string | null;
  readonly question: boolean | null;
  readonly message_at: Instant | null;
  readonly author_name: string | null;
  readonly clock_kind: ClockKind | null;
  readonly due_at: Instant | null;
}

/**
 * The ticket with the message or clock it is about; no row when the recipient may not see the ticket (any more), or when the
 * message was withdrawn meanwhile or is internal and the recipient a client.
 */
const TICKET = statement<TicketRow>(
  'mail-ticket',
  `select t.number, n.prefix, t.subject, n.name as tenant_name, t.priority, t.confidential, t.opened_at, t.resolved_at,
     m.body, m.question, m.at as message_at, a.display_name as author_name, c.kind as clock_kind, c.due_at
   from ticket t
   join tenant n on n.provider_id = t.provider_id and n.tenant_id = t.tenant_id
   left join ticket_message m on m.provider_id = t.provider_id and m.ticket_id = t.ticket_id and m.message_id = $3::uuid
     and m.withdrawn_at is null and (m.visibility = 'PUBLIC' or $6 = 'PROVIDER')
   left join person a on a.provider_id = t.provider_id and a.person_id = m.author_id
   left join ticket_clock c on c.provider_id = t.provider_id and c.ticket_id = t.ticket_id and c.kind = $4 and c.cycle = $5::integer
   where t.provider_id = $1 and t.ticket_id = $2 and ($3::uuid is null or m.message_id is not null)
     and (not t.confidential or $7::boolean or t.requester_id = $8 or t.assignee_id = $8 or $8 = any (t.watcher_ids))`,
);

const CONFIDENTIAL = { ko: '비공개 문의', en: 'Confidential ticket' } as const;

type TicketTemplate = Extract<MailFacts, { readonly ticket: MailTicket }>['template'];

export function isAboutTicket(template: MailFacts['template']): template is TicketTemplate {
  return template.startsWith('TICKET_') || template.startsWith('CLOCK_');
}

function factsOf(
  tx: Tx,
  template: TicketTemplate,
  row: TicketRow,
  more: { ticket: MailTicket; percent: number; ids: MailPayload['ids'] },
): MailFacts | null {
  const { ticket, percent } = more;
  if (isToldOfTicket(template)) return { template, ticket, data: more.ids };
  switch (template) {
    case 'TICKET_OPENED':
      return { template, ticket, at: row.opened_at };
    case 'TICKET_ASSIGNED':
      return { template, ticket, at: tx.now };
    case 'TICKET_RESOLVED':
      // Reopened before the mail was written: there is nothing to tell any more.
      return row.resolved_at === null ? null : { template, ticket, at: row.resolved_at };
    case 'TICKET_REPLIED': {
      if (row.body === null || row.message_at === null) return null;
      const { body, message_at: at, author_name: authorName } = row;
      return { template, ticket, at, authorName, body, question: row.question === true };
    }
    case 'CLOCK_WARNED':
      return row.clock_kind === null ? null : { template, ticket, clock: row.clock_kind, percent, dueAt: row.due_at };
    case 'CLOCK_BREACHED':
      return row.clock_kind === null ? null : { template, ticket, clock: row.clock_kind, dueAt: row.due_at };
  }
}

/** A mail that tells what was said leads to exactly that. */
function anchorOf(template: TicketTemplate, { messageId }: MailPayload['ids']): string {
  if (isToldOfTicket(template))
    return template === 'CLOCK_DUE_MOVED' || template === 'TICKET_UNMERGED' ? '' : '#agreements';
  if (template === 'TICKET_RESOLVED') return '#rate';
  return template === 'TICKET_REPLIED' && messageId !== undefined ? `#c-${messageId}` : '';
}

/** What a mail about a ticket says; null: nothing, or not to this person. */
export async function ticketFacts(tx: Tx, template: TicketTemplate, about: About): Promise<MailFacts | null> {
  const { ids } = about.payload;
  const { to } = about;
  const { ticketId } = ids;
  if (ticketId === undefined) return null;
  const clock = [ids['kind'] ?? null, ids['cycle'] ?? null];
  const reader = [to.side, to.sees_confidential, to.person_id];
  const [row] = await tx.query(TICKET, [tx.scope.providerId, ticketId, ids['messageId'] ?? null, ...clock, ...reader]);
  if (row === undefined) return null;
  const ticket: MailTicket = {
    number: `${row.prefix}-${row.number}`,
    subject: about.discreet && row.confidential ? CONFIDENTIAL[to.language] : row.subject,
    tenantName: row.tenant_name,
    priority: row.priority,
    url: `${placeOf(about)}/tickets/${ticketId}${anchorOf(template, ids)}`,
  };
  return factsOf(tx, template, row, { ticket, percent: Number(ids['percent'] ?? '0'), ids });
}
