import {
  appendEvents,
  recordAudit,
  statement,
  timestamp,
  type RelayedEvent,
  type Subscriber,
  type Tx,
} from '@daylight/api-database';
import { factsFromEvents } from '@daylight/api-kpi';
import { newId, type SystemScope } from '@daylight/api-platform';
import type { ClockFact, Instant } from '@daylight/domain';
import { sayAddendum, type AddendumCause } from '@daylight/text';
import { readDocument } from '../document/document.js';
import { changedVerdicts, type ChangedClock, type ToldClock } from './changed-verdicts.js';

/** Locked, so that two events of one ticket don't tell the same change twice. Few reviews know a ticket: most events find none. */
const REVIEWS = statement<PublishedReview>(
  'addendum-reviews',
  `select r.review_id, r.period_key, r.period_from, r.period_to, r.published_at, r.document, t.prefix from review r
   join tenant t on t.provider_id = r.provider_id and t.tenant_id = r.tenant_id
   where r.provider_id = $1 and r.tenant_id = $2 and r.state in ('PUBLISHED', 'SIGNED') and strpos(r.document, $3) > 0
   order by r.period_to, r.review_id for no key update of r`,
);
const TOLD = statement<ToldClock>(
  'addendum-told',
  `select clock, cycle, verdict from review_addendum
   where provider_id = $1 and review_id = $2 and ticket_id = $3 order by at, addendum_id`,
);
const ADD = statement(
  'addendum-add',
  `insert into review_addendum (provider_id, tenant_id, review_id, addendum_id, at, author_id, body_ko, body_en, ticket_id, clock, cycle, verdict)
   values ($1, $2, $3, $4, $5, null, $6, $7, $8, $9, $10, $11)`,
);

interface PublishedReview {
  readonly review_id: string;
  readonly period_key: string;
  readonly period_from: Instant;
  readonly period_to: Instant;
  readonly published_at: Instant;
  readonly document: string;
  readonly prefix: string;
}

const CAUSES: Readonly<Record<string, AddendumCause>> = {
  'ticket.rebound': 'REBOUND',
  'ticket.contest-settled': 'CONTEST_SETTLED',
  'ticket.no-action-needed': 'REOPENING_UNDONE',
  'clock.breached': 'JUDGED_AGAIN',
  'ticket.closed': 'JUDGED_AGAIN',
};

interface Amended {
  readonly tenantId: string;
  readonly ticketId: string;
  readonly cause: AddendumCause;
}

/** What was published of a ticket and what holds now; null: it isn't a ticket of that review. */
async function changesIn(
  tx: Tx,
  { tenantId, ticketId, cause }: Amended,
  review: PublishedReview,
): Promise<{
  readonly number: string;
  readonly confidential: boolean;
  readonly changes: readonly ChangedClock[];
} | null> {
  const entry = readDocument(review.document)?.figures.tickets.find((each) => each.ticketId === ticketId);
  if (entry === undefined) return null;
  const upTo = new Map([[ticketId, entry.lastSeq]]);
  const wanted = { tenantId, ticketIds: [ticketId] };
  const [published] = await factsFromEvents(tx, { ...wanted, asOf: review.published_at, upTo });
  const [now] = await factsFromEvents(tx, { ...wanted, asOf: tx.now });
  if (now === undefined) return null;
  const told = await tx.query(TOLD, [tx.scope.providerId, review.review_id, ticketId]);
  const was: readonly ClockFact[] = published?.clocks ?? [];
  const period = { from: review.period_from, to: review.period_to };
  const { ticketNumber: number, confidential } = now.ticket;
  const changes = changedVerdicts({ published: was, now: now.clocks, told }, period, cause === 'REBOUND');
  return { number, confidential, changes };
}

async function amend(tx: Tx<SystemScope>, amended: Amended, review: PublishedReview): Promise<void> {
  const { tenantId, ticketId, cause } = amended;
  const found = await changesIn(tx, amended, review);
  if (found === null) return;
  const { review_id: reviewId, period_key: period } = review;
  let last: string | null = null;
  for (const change of found.changes) {
    const addendumId = newId();
    const ticket = found.confidential ? null : `${review.prefix}-${found.number}`;
    const [ko, en] = [sayAddendum({ ...change, ticket, cause }, 'ko'), sayAddendum({ ...change, ticket, cause }, 'en')];
    const { clock, cycle, before, after } = change;
    const named = [ticketId, clock, cycle, after];
    await tx.query(ADD, [tx.scope.providerId, tenantId, reviewId, addendumId, timestamp(tx.now), ko, en, ...named]);
    last = addendumId;
    await recordAudit(tx, {
      ...{ action: 'review.add-addendum', objectType: 'review', objectId: reviewId, tenantId },
      after: { addendumId, ticketId, clock, cycle, before, after },
    });
  }
  // People are told once of what one event changed, however many clocks it was.
  if (last !== null)
    await appendEvents(tx, [{ topic: 'review.amended', tenantId, ids: { reviewId, period, addendumId: last } }]);
}

/**
 * Names in every published review of a ticket the verdicts that are others by now; the figures themselves stand (D-SLA-6,
 * ADR 0014). Told once however often the event comes: what an addendum said last is what the next one is compared with.
 */
export async function amendPublished(tx: Tx<SystemScope>, event: RelayedEvent): Promise<void> {
  const cause = CAUSES[event.topic];
  const ticketId = event.ids['ticketId'];
  const { tenantId } = event;
  if (cause === undefined || ticketId === undefined || tenantId === null) return;
  const reviews = await tx.query(REVIEWS, [tx.scope.providerId, tenantId, ticketId]);
  for (const review of reviews) await amend(tx, { tenantId, ticketId, cause }, review);
}

/** Addenda that follow from what happens to tickets of periods that were published. */
export const reviewSubscribers: readonly Subscriber[] = [
  { name: 'reviews.addenda', topics: Object.keys(CAUSES), handle: amendPublished },
];
