import { statement, type RelayedEvent, type Tx } from '@daylight/api-database';
import { toIso, type Language } from '@daylight/domain';
import { CHAT_WORDS } from '../messages.js';
import { chatBody, type ChatCard } from './chat-card.js';
import { topicName } from './topics.js';

interface FactsRow {
  readonly tenant_name: string;
  readonly number: string | null;
  readonly subject: string | null;
  readonly confidential: boolean | null;
  readonly type: string | null;
  readonly priority: string | null;
  readonly status: string | null;
}

const FACTS = statement<FactsRow>(
  'webhook-facts',
  `select n.name as tenant_name, n.prefix || '-' || t.number as number, t.subject, t.confidential, t.type, t.priority, t.status
   from tenant n left join ticket t on t.provider_id = n.provider_id and t.tenant_id = n.tenant_id and t.ticket_id = $3
   where n.provider_id = $1 and n.tenant_id = $2`,
);

export interface ToldEvent extends RelayedEvent {
  readonly facts: FactsRow | null;
}

/** What is known of an event's client and ticket; a confidential ticket is told by its number only. */
export async function factsOf(tx: Tx, event: RelayedEvent): Promise<ToldEvent> {
  if (event.tenantId === null) return { ...event, facts: null };
  const [row] = await tx.query(FACTS, [tx.scope.providerId, event.tenantId, event.ids['ticketId'] ?? null]);
  if (row === undefined) return { ...event, facts: null };
  return { ...event, facts: row.confidential === true ? { ...row, subject: null } : row };
}

export interface BodyForm {
  readonly format: 'DAYLIGHT' | 'SLACK' | 'TEAMS';
  readonly language: Language;
  /** Without a slash at its end. */
  readonly origin: string;
}

const ticketUrl = (origin: string, ticketId: string): string => `${origin}/console/tickets/${ticketId}`;

function ownBody(tx: Pick<Tx, 'now'>, { id, topic, tenantId, ids, facts }: ToldEvent, origin: string): string {
  const { ticketId, ...data } = ids;
  const ticket =
    ticketId === undefined || facts === null || facts.number === null
      ? null
      : {
          ...{ id: ticketId, number: facts.number, subject: facts.subject, type: facts.type },
          ...{ priority: facts.priority, status: facts.status, url: ticketUrl(origin, ticketId) },
        };
  const tenant = tenantId === null ? null : { id: tenantId, name: facts?.tenant_name ?? null };
  return JSON.stringify({ id, topic, createdAt: toIso(tx.now), tenant, ticket, data });
}

/** What a chat room is told of an event. */
export function cardOf({ topic, ids, facts }: ToldEvent, language: Language, origin: string): ChatCard {
  const said = topicName(topic, language);
  const { ticketId } = ids;
  const about = facts?.number ?? null;
  const named = facts?.subject ?? (about === null ? null : CHAT_WORDS.confidential[language]);
  const link =
    ticketId === undefined || about === null
      ? null
      : { label: CHAT_WORDS.open[language], url: ticketUrl(origin, ticketId) };
  const priority = facts?.priority ?? null;
  return {
    title: about === null ? said : `${about} ${said}`,
    text: named,
    facts: [
      ...(facts === null ? [] : [[CHAT_WORDS.client[language], facts.tenant_name] as const]),
      ...(priority === null ? [] : [[CHAT_WORDS.priority[language], priority] as const]),
    ],
    link,
  };
}

/** The bytes of a delivery, as text. Made once: every attempt and replay sends the same. */
export function composeBody(tx: Pick<Tx, 'now'>, event: ToldEvent, { format, language, origin }: BodyForm): string {
  return format === 'DAYLIGHT' ? ownBody(tx, event, origin) : chatBody(format, cardOf(event, language, origin));
}
