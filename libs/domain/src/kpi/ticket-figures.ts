import { changeFigures } from './change-figures.js';
import { satisfactionFigures } from './satisfaction.js';
import { DAY, type Instant, type Ms } from '../time/instant.js';
import type { BacklogMove, TicketFact, WaitFact } from './facts.js';
import {
  countFigure,
  figure,
  percentileFigure,
  shareFigure,
  within,
  type KpiFigure,
  type KpiPeriod,
} from './figure.js';

const FIRST_CONTACT_WINDOW: Ms = 7 * DAY;

/** Moves before an instant; those at the instant belong to the period that begins there. */
function movesBefore(ticket: TicketFact, at: Instant): readonly BacklogMove[] {
  return ticket.moves.filter((move) => move.at < at);
}

/** Ids of the tickets that were in the backlog just before an instant, as the events have it. */
export function unfinishedAt(tickets: readonly TicketFact[], at: Instant): ReadonlySet<string> {
  return new Set(
    tickets.filter((ticket) => movesBefore(ticket, at).at(-1)?.delta === 1).map(({ ticketId }) => ticketId),
  );
}

/** Tickets with a move of the kind in the period, once per move: a ticket resolved twice was resolved twice. */
function moved(tickets: readonly TicketFact[], period: KpiPeriod, kind: BacklogMove['kind']): readonly TicketFact[] {
  return tickets.flatMap((ticket) =>
    ticket.moves.filter((move) => move.kind === kind && within(period, move.at)).map(() => ticket),
  );
}

function flow(tickets: readonly TicketFact[], period: KpiPeriod): readonly KpiFigure[] {
  const kinds = ['OPENED', 'RESOLVED', 'REOPENED', 'CANCELLED', 'MERGED'] as const;
  return kinds.map((kind) => countFigure(kind, moved(tickets, period, kind)));
}

const AGE_BANDS = [
  { band: 'UNDER_1_DAY', from: 0, to: DAY },
  { band: '1_TO_7_DAYS', from: DAY, to: 7 * DAY },
  { band: '7_TO_30_DAYS', from: 7 * DAY, to: 30 * DAY },
  { band: 'OVER_30_DAYS', from: 30 * DAY, to: Infinity },
] as const;

/** Counts of tickets by how long something has lasted (ms); of null it hasn't. */
function aged(
  kind: 'AGE' | 'PAUSED',
  tickets: readonly TicketFact[],
  ageOf: (ticket: TicketFact) => number | null,
): readonly KpiFigure[] {
  return AGE_BANDS.map(({ band, from, to }) => {
    const inBand = tickets.filter((ticket) => {
      const age = ageOf(ticket);
      return age !== null && age >= from && age < to;
    });
    return countFigure(`${kind}_${band}`, inBand);
  });
}

/** The stretch of waiting that holds just before an instant; null: the ticket didn't wait then. */
export function waitAt({ waits }: TicketFact, at: Instant): WaitFact | null {
  return waits.find(({ from, to }) => from < at && (to === null || to >= at)) ?? null;
}

/** Paused for attainment (D-KPI-0): what no managed contract judges, waits beside it. */
function paused(tickets: readonly TicketFact[], { to }: KpiPeriod): readonly KpiFigure[] {
  const managed = tickets.filter(({ pilot, outOfContract }) => !pilot && !outOfContract);
  return aged('PAUSED', managed, (ticket) => {
    const wait = waitAt(ticket, to);
    return wait === null ? null : to - wait.from;
  });
}

function backlog(tickets: readonly TicketFact[], period: KpiPeriod): readonly KpiFigure[] {
  const atStart = unfinishedAt(tickets, period.from);
  const atEnd = unfinishedAt(tickets, period.to);
  const waiting = tickets.filter(({ ticketId }) => atEnd.has(ticketId));
  const ages = aged('AGE', waiting, ({ earliestOpenedAt }) => period.to - earliestOpenedAt);
  const before = tickets.filter(({ ticketId }) => atStart.has(ticketId));
  return [countFigure('BACKLOG_START', before), countFigure('BACKLOG_END', waiting), ...ages];
}

/** Acknowledgement, judged as of the period's end. What ended without one isn't held against anybody. */
function acknowledgement(tickets: readonly TicketFact[], period: KpiPeriod): readonly KpiFigure[] {
  const acknowledged = ({ acknowledgedAt }: TicketFact) => acknowledgedAt !== null && acknowledgedAt < period.to;
  const opened = tickets.filter(({ openedAt }) => within(period, openedAt));
  const gone = (at: Instant | null) => at !== null && at < period.to;
  const cancelled = opened.filter((ticket) => !acknowledged(ticket) && gone(ticket.cancelledAt));
  const merged = opened.filter((ticket) => !acknowledged(ticket) && gone(ticket.mergedAt));
  const excused = new Set([...cancelled, ...merged]);
  const expected = opened.filter((ticket) => !excused.has(ticket));
  const answered = expected.filter(acknowledged);
  const waited = answered.reduce(
    (sum, { openedAt, acknowledgedAt }) => sum + ((acknowledgedAt ?? openedAt) - openedAt),
    0,
  );
  const exclusions = [
    { reason: 'CANCELLED', count: cancelled.length },
    { reason: 'MERGED', count: merged.length },
  ] as const;
  const never = expected.length - answered.length;
  return [
    figure({
      key: 'ACKNOWLEDGE_TIME_MEAN',
      items: answered,
      numerator: waited,
      denominator: 1_000 * answered.length,
      exclusions,
    }),
    figure({ key: 'NEVER_ACKNOWLEDGED', items: expected, numerator: never, denominator: expected.length, exclusions }),
  ];
}

function restoration(tickets: readonly TicketFact[], period: KpiPeriod): readonly KpiFigure[] {
  const restored = tickets.filter(({ restoredAt }) => within(period, restoredAt));
  const outage = ({ restoredAt, earliestOpenedAt }: TicketFact) => (restoredAt ?? earliestOpenedAt) - earliestOpenedAt;
  return [
    percentileFigure('RESTORE_TIME_P50', restored, 50, outage),
    percentileFigure('RESTORE_TIME_P90', restored, 90, outage),
  ];
}

function clientReplies(tickets: readonly TicketFact[], period: KpiPeriod): readonly KpiFigure[] {
  const answers = tickets.flatMap(({ ticketId, confidential, clientReplies: given }) =>
    given
      .filter(({ answeredAt }) => within(period, answeredAt))
      .map(({ askedAt, answeredAt }) => ({ ticketId, confidential, took: answeredAt - askedAt })),
  );
  return [
    percentileFigure('CLIENT_REPLY_TIME_P50', answers, 50, ({ took }) => took),
    percentileFigure('CLIENT_REPLY_TIME_P90', answers, 90, ({ took }) => took),
  ];
}

/** Looks at nothing after the period's end, so that later events don't move what was reported. */
function quality(tickets: readonly TicketFact[], period: KpiPeriod): readonly KpiFigure[] {
  const resolved = tickets.filter(({ moves }) =>
    moves.some((move) => move.kind === 'RESOLVED' && within(period, move.at)),
  );
  const reopenedAfter = ({ moves }: TicketFact) => {
    const first = moves.findIndex((move) => move.kind === 'RESOLVED' && within(period, move.at));
    return moves.slice(first).some((move) => move.kind === 'REOPENED' && within(period, move.at));
  };
  const atOnce = ({ secondInboundAt, reassignedAt, openedAt }: TicketFact) => {
    const calledAgain =
      secondInboundAt !== null && secondInboundAt < Math.min(openedAt + FIRST_CONTACT_WINDOW, period.to);
    return !calledAgain && (reassignedAt === null || reassignedAt >= period.to);
  };
  return [
    shareFigure('REOPEN_RATE', resolved, reopenedAfter),
    shareFigure('FIRST_CONTACT_RESOLUTION', resolved, atOnce),
  ];
}

/** Every figure that rests on tickets alone. */
export function ticketFigures(tickets: readonly TicketFact[], period: KpiPeriod): readonly KpiFigure[] {
  const opened = tickets.filter(({ openedAt }) => within(period, openedAt));
  return [
    ...acknowledgement(tickets, period),
    ...restoration(tickets, period),
    ...clientReplies(tickets, period),
    ...quality(tickets, period),
    ...changeFigures(tickets, period),
    ...satisfactionFigures(tickets, period),
    ...flow(tickets, period),
    ...paused(tickets, period),
    ...backlog(tickets, period),
    countFigure(
      'VOLUME_OUT_OF_CONTRACT',
      opened.filter((ticket) => ticket.outOfContract),
    ),
    countFigure(
      'VOLUME_CONFIDENTIAL',
      opened.filter((ticket) => ticket.confidential),
    ),
  ];
}
