import { nameProblems, textProblems, type InputProblem } from '@daylight/api-calendars';
import { statement, timestamp, type Tx } from '@daylight/api-database';
import { DAY, type Instant, type Language, type LocalizedText } from '@daylight/domain';
import type { Promised } from '../facts/promises.js';
import { FAULTS } from '../messages.js';
import { problem } from '../outcomes.js';

/** How an outage was, as a person says. */
export interface OutageFacts {
  readonly state: 'DOWN' | 'DEGRADED';
  readonly title: LocalizedText;
  readonly startedAt: Instant;
  readonly endedAt?: Instant | null;
  readonly assetIds: readonly string[];
  readonly ticketKeys: readonly string[];
}

const LONGEST_BACK_MS = 400 * DAY;
const MOST = 100;

const TICKETS = statement<{ ticket_id: string; key: string }>(
  'outage-tickets',
  `select t.ticket_id, n.prefix || '-' || t.number as key from ticket t join tenant n on n.provider_id = t.provider_id and n.tenant_id = t.tenant_id
   where t.provider_id = $1 and t.tenant_id = $2 and n.prefix || '-' || t.number = any ($3::text[])`,
);
const OVERLAP = statement(
  'outage-overlap',
  `select 1 as found from outage where provider_id = $1 and tenant_id = $2 and service_item_id = $3 and state = $4 and outage_id is distinct from $7::uuid
     and withdrawn_at is null and started_at < coalesce($6::timestamptz, 'infinity') and (ended_at is null or ended_at > $5)
     and (asset_ids && $8::text[] or cardinality(asset_ids) = 0 or cardinality($8::text[]) = 0) limit 1`,
);

/** What is wrong with the times of an outage. */
export function timeProblems(
  { startedAt, endedAt = null }: Pick<OutageFacts, 'startedAt' | 'endedAt'>,
  now: Instant,
  language: Language,
): readonly InputProblem[] {
  return [
    ...(startedAt > now ? [problem('startedAt', 'IN_THE_FUTURE', FAULTS.future, language)] : []),
    ...(startedAt < now - LONGEST_BACK_MS ? [problem('startedAt', 'TOO_OLD', FAULTS.tooOld, language)] : []),
    ...(endedAt !== null && endedAt <= startedAt ? [problem('endedAt', 'REVERSED', FAULTS.reversed, language)] : []),
    ...(endedAt !== null && endedAt > now ? [problem('endedAt', 'IN_THE_FUTURE', FAULTS.future, language)] : []),
  ];
}

/** A text of which one language is enough. */
export function bodyProblems(body: LocalizedText, path: string, language: Language): readonly InputProblem[] {
  if (body.ko.trim() === '' && body.en.trim() === '') {
    return [problem(path, 'EMPTY', FAULTS.bodyMissing, language)];
  }
  return (['ko', 'en'] as const).flatMap((each) =>
    body[each].trim() === '' ? [] : textProblems(body[each], { path: `${path}.${each}`, max: 4_000, language }),
  );
}

function assetProblems({ assetIds }: OutageFacts, promised: Promised | null, language: Language) {
  const weights = promised?.promise?.assetRule === 'WEIGHTED' ? promised.promise.weights : [];
  const known = new Set(weights.map(({ assetId }) => assetId));
  return assetIds.flatMap((asset, index) => {
    const path = `assetIds[${index}]`;
    if (assetIds.indexOf(asset) < index) return [problem(path, 'DUPLICATE', FAULTS.twice, language)];
    return known.has(asset) ? [] : [problem(path, 'UNKNOWN', FAULTS.asset, language)];
  });
}

/** All that is wrong with an outage as a person says it was, but for the tickets it names. */
export function outageProblems(
  facts: OutageFacts,
  on: { readonly promised: Promised | null; readonly now: Instant; readonly language: Language },
): readonly InputProblem[] {
  const { promised, now, language } = on;
  const many = facts.ticketKeys.length > MOST || facts.assetIds.length > MOST;
  return [
    ...nameProblems(facts.title, { path: 'title', max: 300, language }),
    ...timeProblems(facts, now, language),
    ...(promised === null ? [problem('serviceItemId', 'NOT_AGREED', FAULTS.noContract, language)] : []),
    ...assetProblems(facts, promised, language),
    ...(many ? [problem('ticketKeys', 'TOO_MANY', FAULTS.services, language)] : []),
  ];
}

/** Ids of tickets by their keys, and which of them the client doesn't have. */
export async function ticketsByKey(
  tx: Tx,
  tenantId: string,
  keys: readonly string[],
): Promise<{ readonly ids: readonly string[]; readonly problems: readonly InputProblem[] }> {
  if (keys.length === 0) return { ids: [], problems: [] };
  const wanted = keys.map((key) => key.trim().toUpperCase());
  const rows = await tx.query(TICKETS, [tx.scope.providerId, tenantId, wanted]);
  const found = new Set(rows.map(({ key }) => key));
  const language: Language = 'language' in tx.scope ? tx.scope.language : 'ko';
  const problems = wanted.flatMap((key, index) =>
    found.has(key) ? [] : [problem(`ticketKeys[${index}]`, 'UNKNOWN', FAULTS.ticket, language)],
  );
  return { ids: rows.map(({ ticket_id: id }) => id), problems };
}

export interface OutagePlace {
  readonly tenantId: string;
  readonly serviceItemId: string;
  /** The one that is being corrected. */
  readonly outageId: string | null;
}

/** Whether another outage of the same service and state is recorded for that time, of all or of the same assets. */
export async function overlapsAnother(
  tx: Tx,
  { tenantId, serviceItemId, outageId }: OutagePlace,
  { state, startedAt, endedAt = null, assetIds }: OutageFacts,
): Promise<boolean> {
  const span = [timestamp(startedAt), timestamp(endedAt)];
  const values = [tx.scope.providerId, tenantId, serviceItemId, state, ...span, outageId, assetIds];
  return (await tx.query(OVERLAP, values)).length > 0;
}
