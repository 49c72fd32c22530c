import fc from 'fast-check';
import { DAY, HOUR } from '../time/instant.js';
import { period } from '../time/periods.js';
import { KPI_EDITION } from './definitions.js';
import type { Facts } from './facts.js';
import { computeKpis } from './report.js';
import { met, missed, TICKET } from './sample-facts.fixture.js';
import { FIGURE_SLOTS, packSummary, summaryOf, unpackSummary } from './summary.js';

const AUGUST = period('Asia/Seoul', '2026-08');
const at = (days: number) => AUGUST.from + days * DAY;

/** Of every sort a little: what a figure of August may count. */
const KNOWN: Facts = {
  tickets: [
    {
      ...{ ...TICKET, ticketId: 'a', openedAt: at(1), earliestOpenedAt: at(1), acknowledgedAt: at(1) + HOUR },
      waits: [{ from: at(29), to: null }],
    },
    {
      ...{ ...TICKET, ticketId: 'b', openedAt: at(2), earliestOpenedAt: at(2), restoredAt: at(3), resolvedAt: at(9) },
      moves: [
        { at: at(2), kind: 'OPENED', delta: 1 },
        { at: at(3), kind: 'RESOLVED', delta: -1 },
        { at: at(5), kind: 'REOPENED', delta: 1 },
        { at: at(9), kind: 'RESOLVED', delta: -1 },
      ],
      clientReplies: [{ askedAt: at(5), answeredAt: at(6) }],
      waits: [{ from: at(5), to: at(6) }],
    },
    { ...TICKET, ticketId: 'c', openedAt: at(4), earliestOpenedAt: at(4), outOfContract: true, confidential: true },
  ],
  clocks: [
    met(at(2), { ticketId: 'a', usedMs: HOUR, clock: 'FIRST_RESPONSE' }),
    missed(at(3), { ticketId: 'b', usedMs: DAY }),
    met(at(9), { ticketId: 'b', usedMs: 2 * DAY, pilot: true }),
    met(at(8), { ticketId: 'c', clock: 'AGREED_DATE', type: 'SERVICE_REQUEST' }),
  ],
};

it('what is packed is unpacked to the bit', () => {
  const part = fc.record({ tickets: fc.subarray([...KNOWN.tickets]), clocks: fc.subarray([...KNOWN.clocks]) });
  fc.assert(
    fc.property(part, (facts) => {
      const summary = summaryOf(computeKpis(facts, AUGUST));
      const kept: ReturnType<typeof packSummary> = JSON.parse(JSON.stringify(packSummary(summary)));
      expect(unpackSummary(kept)).toEqual(summary);
    }),
  );
});

it('every figure of a report has its place', () => {
  const { figures } = summaryOf(computeKpis(KNOWN, AUGUST));
  expect(figures.map(({ key, clock }) => ({ key, clock }))).toEqual(FIGURE_SLOTS);
});

it('a report that lacks a figure is not kept', () => {
  const summary = summaryOf(computeKpis(KNOWN, AUGUST));
  expect(() => packSummary({ ...summary, figures: summary.figures.slice(1) })).toThrow('no figure');
});

/** When this fails for a reason that is meant, raise KPI_EDITION: figures kept under the old one are computed again. */
it('the figures of a known month are those of this edition', () => {
  const { figures } = summaryOf(computeKpis(KNOWN, AUGUST));
  const told = figures
    .filter(({ n }) => n > 0)
    .map(({ key, clock, numerator, denominator, n }) =>
      [clock === null ? key : `${key}/${clock}`, numerator, denominator, n].join(' '),
    );
  expect([KPI_EDITION, FIGURE_SLOTS.length, told]).toMatchInlineSnapshot(`
    [
      4,
      75,
      [
        "SLA_ATTAINMENT/FIRST_RESPONSE 1 1 1",
        "SLA_ATTAINMENT/RESOLUTION 0 1 1",
        "SLA_ATTAINMENT/AGREED_DATE 1 1 1",
        "ON_TIME_REQUESTS 1 1 1",
        "PAUSED_1_TO_7_DAYS 1 1 1",
        "FIRST_RESPONSE_TIME_P50 3600000 1000 1",
        "FIRST_RESPONSE_TIME_P90 3600000 1000 1",
        "ACKNOWLEDGE_TIME_MEAN 3600000 1000 1",
        "NEVER_ACKNOWLEDGED 2 3 3",
        "RESTORE_TIME_P50 86400000 1000 1",
        "RESTORE_TIME_P90 86400000 1000 1",
        "RESOLVE_TIME_P50 172800000 1000 1",
        "RESOLVE_TIME_P90 172800000 1000 1",
        "CLIENT_REPLY_TIME_P50 86400000 1000 1",
        "CLIENT_REPLY_TIME_P90 86400000 1000 1",
        "REOPEN_RATE 1 1 1",
        "FIRST_CONTACT_RESOLUTION 1 1 1",
        "OPENED 1 1 1",
        "RESOLVED 2 1 2",
        "REOPENED 1 1 1",
        "BACKLOG_START 2 1 2",
        "BACKLOG_END 2 1 2",
        "AGE_7_TO_30_DAYS 1 1 1",
        "AGE_OVER_30_DAYS 1 1 1",
        "VOLUME_OUT_OF_CONTRACT 1 1 1",
        "VOLUME_CONFIDENTIAL 1 1 1",
      ],
    ]
  `);
});
