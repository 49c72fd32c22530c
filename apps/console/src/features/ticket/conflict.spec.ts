import { createDataClient } from '@daylight/web-data';
import { ClassifyTicketDocument, type TicketOutcomeFragment } from './generated/work.js';

const person = (id: string, displayName: string) => ({
  __typename: 'PersonName' as const,
  id,
  displayName,
  side: 'PROVIDER' as const,
});
const conflict: TicketOutcomeFragment = {
  __typename: 'TicketConflict',
  yours: 5,
  current: {
    __typename: 'Ticket',
    id: 't1',
    version: 7,
    status: 'WAITING_ON_CLIENT',
    priority: 'P2',
    assignee: person('s3', '이서연'),
  },
  since: [
    {
      __typename: 'TicketTimelineEntry',
      seq: 9,
      at: '2026-11-22T05:00:00Z',
      kind: 'PRIORITY_CHANGED',
      side: 'PROVIDER',
      actor: person('s3', '이서연'),
      sentence: '우선순위를 P3에서 P2로 바꿨습니다.',
      messageId: null,
    },
  ],
};

const answering = (classifyTicket: TicketOutcomeFragment) =>
  createDataClient({
    url: 'http://daylight.test/console/graphql',
    tenantId: () => null,
    language: () => 'ko',
    onSignedOut: () => undefined,
    live: { subscribe: () => () => undefined },
    fetch: () =>
      Promise.resolve(
        new Response(JSON.stringify({ data: { classifyTicket } }), { headers: { 'content-type': 'application/json' } }),
      ),
  });

describe('a ticket that somebody else changed first', () => {
  it('arrives with both versions and what happened between them', async () => {
    const input = {
      ticketId: 't1',
      type: 'INCIDENT' as const,
      impact: 1,
      urgency: 1,
      priorityByMatrix: true,
      cause: 'CIRCUMSTANCES' as const,
      expectedVersion: 5,
    };
    const { data } = await answering(conflict).mutation(ClassifyTicketDocument, { input }).toPromise();
    expect(data?.classifyTicket).toEqual(conflict);
  });
});
