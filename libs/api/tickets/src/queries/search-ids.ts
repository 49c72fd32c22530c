import { statement, type Tx } from '@daylight/api-database';
import { normalise, searchWords } from '../text/tokens.js';

const MOST = 500;
const BY_WORDS = statement<{ ticket_id: string }>(
  'ticket-search-words',
  'select ticket_id from ticket_search_ids($1, $2, $3)',
);
const BY_KEY = statement<{ ticket_id: string }>(
  'ticket-search-key',
  `select t.ticket_id from ticket t join tenant n on n.provider_id = t.provider_id and n.tenant_id = t.tenant_id
   where t.provider_id = $1 and t.number = $2 and ($3::text is null or n.prefix = $3) and ($4::uuid is null or t.tenant_id = $4)
   limit 50`,
);
// Most words are nobody's name: then no ticket is read.
const BY_PERSON = statement<{ ticket_id: string }>(
  'ticket-search-person',
  `with named as materialized (
     select distinct person_id from directory_entry where provider_id = $1 and strpos(lower(display_name), $2) > 0 limit 50)
   select t.ticket_id from ticket t
   where (select count(*) from named) > 0 and t.provider_id = $1 and ($3::uuid is null or t.tenant_id = $3)
     and (t.requester_id in (select person_id from named) or t.assignee_id in (select person_id from named))
   order by t.opened_at desc limit $4`,
);
const KEY = /^(?:([A-Za-z][A-Za-z0-9]{1,9})-)?#?(\d{1,9})$/;

/** A number or key as a person types it: `1042`, `#1042`, `ACME-1042`; null when it is neither. */
export function asKey(text: string): { readonly prefix: string | null; readonly number: number } | null {
  const match = KEY.exec(text.normalize('NFKC').trim());
  const digits = match?.[2];
  const number = Number(digits);
  return digits === undefined || number < 1 || number > 2_147_483_647
    ? null
    : { prefix: match?.[1]?.toUpperCase() ?? null, number };
}

/**
 * Ids of tickets that a text finds, best first: by number or key, by the words of subject, description and messages (Korean
 * substrings too), by a person's name. Under the caller's scope; at most 500 by words.
 */
export async function searchTicketIds(tx: Tx, text: string, tenantId: string | null): Promise<readonly string[]> {
  const { providerId } = tx.scope;
  const key = asKey(text);
  const words = searchWords(text);
  const name = normalise(text);
  const [byKey, byWords, byPerson] = await Promise.all([
    key === null ? [] : tx.query(BY_KEY, [providerId, key.number, key.prefix, tenantId]),
    words.length === 0 ? [] : tx.query(BY_WORDS, [tenantId, JSON.stringify(words), MOST]),
    name === '' ? [] : tx.query(BY_PERSON, [providerId, name, tenantId, MOST]),
  ]);
  return [...new Set([...byKey, ...byWords, ...byPerson].map((row) => row.ticket_id))];
}
