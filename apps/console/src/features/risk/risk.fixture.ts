import type { Dot } from './lanes.js';

/** A dot of the board, for specs. */
export const dot = (
  id: string,
  leftSeconds: number,
  more: { over?: boolean; team?: string; minor?: number; currency?: string } = {},
): Dot => ({
  __typename: 'RiskDot',
  leftSeconds,
  over: more.over ?? false,
  atStake:
    more.minor === undefined
      ? null
      : { __typename: 'CreditAtStake', amountMinor: more.minor, currency: more.currency ?? 'KRW' },
  ticket: {
    __typename: 'TicketRow',
    ...{ id, key: `ACME-${id}`, type: 'INCIDENT', status: 'OPEN', priority: 'P2', subject: id, confidential: false },
    ...{ outOfContract: false, requester: null, assignee: null, waitingReason: null, reopenCount: 0, version: 1 },
    tenant: { __typename: 'TicketClient', id: 't', name: '한빛정밀', prefix: 'ACME' },
    service: { __typename: 'TicketService', id: 's', name: { __typename: 'LocalizedText', ko: '서버', en: 'Servers' } },
    team: more.team === undefined ? null : { __typename: 'TicketTeam', id: more.team, name: more.team },
    ...{ openedAt: '2026-11-23T00:00:00Z', updatedAt: '2026-11-23T00:00:00Z' },
    nextDue: null,
  },
});
