import { sayCause, sayClock, sayMark } from '@daylight/text';
import { SECOND, type Clock, type ClockExplanation, type Language, type TargetAmount } from '@daylight/domain';

/** A target as its unit and number: `TargetUnit` of the schema. */
export function amountView(amount: TargetAmount): { readonly targetUnit: string; readonly targetAmount: number } {
  return amount.unit === 'MINUTES'
    ? { targetUnit: 'MINUTES', targetAmount: amount.minutes }
    : { targetUnit: 'BUSINESS_DAYS', targetAmount: amount.days };
}

function accountView(explanation: ClockExplanation, language: Language) {
  return {
    sentence: sayClock(explanation, language),
    asOf: explanation.asOf,
    zone: explanation.zone,
    segments: explanation.segments.map(({ from, to, cause, countedMs }) => ({
      ...{ from, to, kind: cause.kind, label: sayCause(cause, language), countedSeconds: countedMs / SECOND },
    })),
    marks: explanation.marks.map((mark) => ({
      at: mark.at,
      kind: mark.kind,
      label: sayMark(mark, explanation.zone, language),
    })),
  };
}

function concededView({ ifConceded }: Clock) {
  return ifConceded === undefined ? null : { ...ifConceded, usedSeconds: ifConceded.usedMs / SECOND };
}

function clockView(ticketId: string, clock: Clock, account: ReturnType<typeof accountView>) {
  const { kind, cycle, state, priority, startedAt, dueAt, metAt, breachedAt, verdict, verdictAt, warnings } = clock;
  return {
    id: `${ticketId}:${kind}:${cycle}`,
    ...{ kind, cycle, state, priority, startedAt, dueAt, metAt, breachedAt, verdict, verdictAt, warnings },
    ifConceded: concededView(clock),
    ...amountView(clock.amount),
    ...{ targetSeconds: clock.targetMs / SECOND, usedSeconds: clock.usedMs / SECOND, explanation: account },
  };
}

/** The clocks with their accounts, the same for client and staff (D-SLA-9); `TicketClock` of the schema. */
export function clockViews(ticketId: string, accounts: readonly ClockExplanation[], language: Language) {
  return accounts.map((explanation) => clockView(ticketId, explanation.clock, accountView(explanation, language)));
}
