import { approvalsApart, factsFromEvents, relevantTickets, type FactsOfTicket } from '@daylight/api-kpi';
import type { Tx } from '@daylight/api-database';
import type { Approval, Facts, Instant, KpiPeriod } from '@daylight/domain';

export interface Evidence {
  readonly facts: Facts;
  readonly logs: readonly { readonly ticketId: string; readonly logDigest: string }[];
}

function evidenceOf(told: readonly FactsOfTicket[], approvals: readonly Approval[]): Evidence {
  return {
    facts: { tickets: told.map(({ ticket }) => ticket), clocks: told.flatMap(({ clocks }) => clocks), approvals },
    logs: told.map(({ ticket, logDigest }) => ({ ticketId: ticket.ticketId, logDigest })),
  };
}

/** Everything that can matter to a period, recomputed from the events as of now. */
export async function evidenceNow(tx: Tx, tenantId: string, period: KpiPeriod): Promise<Evidence> {
  const ticketIds = await relevantTickets(tx, tenantId, period);
  const told = await factsFromEvents(tx, { tenantId, ticketIds, asOf: tx.now });
  return evidenceOf(told, await approvalsApart(tx, tenantId, period));
}

export interface PublishedThen {
  readonly tenantId: string;
  readonly period: KpiPeriod;
  readonly publishedAt: Instant;
  readonly tickets: readonly { readonly ticketId: string; readonly lastSeq: number }[];
}

/**
 * The same as it was when published: each ticket up to the event that was the last one then, clocks and calendars as of
 * that instant; and tickets that came into the period since, which is a difference by itself. What was asked apart from
 * tickets is cut at the period's end by the figures, so that a later answer changes none of them.
 */
export async function evidenceThen(
  tx: Tx,
  { tenantId, period, publishedAt, tickets }: PublishedThen,
): Promise<Evidence> {
  const now = await relevantTickets(tx, tenantId, period);
  const ticketIds = [...tickets.map(({ ticketId }) => ticketId), ...now];
  const upTo = new Map(tickets.map(({ ticketId, lastSeq }) => [ticketId, lastSeq]));
  const told = await factsFromEvents(tx, { tenantId, ticketIds, asOf: publishedAt, upTo });
  return evidenceOf(told, await approvalsApart(tx, tenantId, period));
}
