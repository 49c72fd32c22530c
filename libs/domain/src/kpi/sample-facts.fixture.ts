import type { ClockFact, TicketFact } from './facts.js';

/** Facts for specs, to be varied. Not exported by the lib. */
export const TICKET: TicketFact = {
  ...{
    ticketId: 't1',
    ticketNumber: 'ACME-1',
    serviceItemId: 'servers',
    priority: 'P2',
    type: 'INCIDENT',
    channel: 'PORTAL',
  },
  ...{ openedAt: 0, earliestOpenedAt: 0, acknowledgedAt: null, restoredAt: null, resolvedAt: null, closedAt: null },
  ...{
    cancelledAt: null,
    mergedAt: null,
    moves: [{ at: 0, kind: 'OPENED', delta: 1 }],
    secondInboundAt: null,
    clientReplies: [],
    waits: [],
    approvals: [],
    changeOutcomes: [],
    surveyedAt: null,
    ratings: [],
  },
  ...{ reassignedAt: null, pilot: false, outOfContract: false, confidential: false, termsDigest: 'd1' },
  ...{ calendarRevision: 'r1', lastSeq: 1 },
};

export const CLOCK: ClockFact = {
  ...{ ticketId: 't1', ticketNumber: 'ACME-1', serviceItemId: 'servers', priority: 'P2', type: 'INCIDENT' },
  ...{ clock: 'RESOLUTION', cycle: 1, targetId: 'p2-resolution', targetMs: 1_000, usedMs: 0, dueAt: null, metAt: null },
  ...{ breachedAt: null, verdict: null, verdictAt: null, cancelledAt: null, cancelCause: null, contested: false },
  ...{ pilot: false, confidential: false, termsDigest: 'd1', calendarRevision: 'r1', lastSeq: 1 },
};

export function met(at: number, changes: Partial<ClockFact> = {}): ClockFact {
  return { ...CLOCK, metAt: at, verdict: 'MET', verdictAt: at, ...changes };
}

export function missed(at: number, changes: Partial<ClockFact> = {}): ClockFact {
  return { ...CLOCK, breachedAt: at, verdict: 'MISSED', verdictAt: at, ...changes };
}
