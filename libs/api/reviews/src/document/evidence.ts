import { factsFromEvents, relevantTickets, type FactsOfTicket } from '@daylight/api-kpi';
import type { Tx } from '@daylight/api-database';
import type { Facts, Instant, KpiPeriod } from '@daylight/domain';

export interface Evidence {
  readonly facts: Facts;
  readonly logs: readonly { readonly ticketId: string; readonly logDigest: string }[];
}

function evidenceOf(told: readonly FactsOfTicket[]): Evidence {
  return {
    facts: { tickets: told.map(({ ticket }) => ticket), clocks: told.flatMap(({ clocks }) => clocks) },
    logs: told.map(({ ticket, logDigest }) => ({ ticketId: ticket.ticketId, logDigest })),
  };
}

/** Everything that can matter to a period, recomputed from the events as of now. */
export async function evidenceNow(tx: Tx, tenantId: string, period: KpiPeriod): Promise<Evidence> {
  const ticketIds = await relevantTickets(tx, tenantId, period);
  return evidenceOf(await factsFromEvents(tx, { tenantId, ticketIds, asOf: tx.now }));
}

export interface PublishedThen {
  readonly tenantId: string;
  readonly period: KpiPeriod;
  readonly publishedAt: Instant;
  readonly tickets: readonly { readonly ticketId: string; readonly lastSeq: number }[];
}

/**
 * The same as it was when published: each ticket up to the event that was the last one then, clocks and calendars as of
 * that instant; and tickets that came into the period since, which is a difference by itself.
 */
export async function evidenceThen(
  tx: Tx,
  { tenantId, period, publishedAt, tickets }: PublishedThen,
): Promise<Evidence> {
  const now = await relevantTickets(tx, tenantId, period);
  const ticketIds = [...tickets.map(({ ticketId }) => ticketId), ...now];
  const upTo = new Map(tickets.map(({ ticketId, lastSeq }) => [ticketId, lastSeq]));
  return evidenceOf(await factsFromEvents(tx, { tenantId, ticketIds, asOf: publishedAt, upTo }));
}
