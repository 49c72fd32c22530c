import {
  addDays,
  computeCredit,
  payableAttainment,
  type AttainmentLine,
  type CreditSchedule,
  type CreditWorking,
  type JudgedClock,
  type LocalDate,
  type LocalizedText,
  type Period,
  type Terms,
} from '@daylight/domain';
import { sayCredit } from '@daylight/text';

/** `WhatIfCredit` of the schema. */
export interface WhatIfCreditView {
  readonly scheduleId: string;
  readonly name: LocalizedText;
  readonly currency: string;
  readonly amountMinor: number | null;
  readonly gap: 'AVAILABILITY' | 'NO_VERDICTS' | 'NO_FEE' | null;
  readonly working: readonly LocalizedText[];
}

export interface CreditsWanted {
  readonly terms: Terms;
  readonly versionId: string;
  readonly period: Period;
  /** First day that the terms are paid for. */
  readonly from: LocalDate;
  readonly attainment: readonly AttainmentLine[];
}

/** What the terms' own schedules would credit for a quarter's attainment (D-CRD-1). Outages aren't replayed. */
export function attainmentCredits(wanted: CreditsWanted): readonly WhatIfCreditView[] {
  const { terms } = wanted;
  return (terms.credits ?? []).map((schedule) => ({
    ...{ scheduleId: schedule.id, name: schedule.name, currency: terms.currency },
    ...creditOf(schedule, wanted),
  }));
}

type Amount = Pick<WhatIfCreditView, 'amountMinor' | 'gap' | 'working'>;

const gapped = (gap: NonNullable<WhatIfCreditView['gap']>): Amount => ({ amountMinor: null, gap, working: [] });

function creditOf(schedule: CreditSchedule, { terms, versionId, period, from, attainment }: CreditsWanted): Amount {
  const { basis, tiers } = schedule;
  if (basis.kind === 'AVAILABILITY') return gapped('AVAILABILITY');
  const lines = attainment.filter(
    ({ clock, priority }) => clock === basis.clock && (basis.priority === null || basis.priority === priority),
  );
  const { ratio: measured } = payableAttainment(judged(lines), new Set());
  if (measured === null) return gapped('NO_VERDICTS');
  const monthlyFeeMinor = feeOf(terms);
  if (monthlyFeeMinor === null) return gapped('NO_FEE');
  const part = { versionId, from, to: addDays(period.lastDate, 1), monthlyFeeMinor, tiers, measured };
  const { currency } = terms;
  const done = computeCredit({ schedule, period, currency, parts: [part], capBase: null, exchange: null });
  return done.kind === 'invalid' ? gapped('NO_FEE') : said(done.credit);
}

function said(credit: CreditWorking): Amount {
  const en = sayCredit(credit, 'en');
  const working = sayCredit(credit, 'ko').map((ko, index) => ({ ko, en: en[index] ?? '' }));
  return { amountMinor: credit.totalMinor, gap: null, working };
}

/** The contract's fee, else the sum of its services' where all have one. */
function feeOf({ monthlyFeeMinor, services }: Terms): number | null {
  if (monthlyFeeMinor !== null) return monthlyFeeMinor;
  const fees = services.flatMap((service) => service.monthlyFeeMinor ?? []);
  return fees.length === services.length && fees.length > 0 ? fees.reduce((sum, fee) => sum + fee, 0) : null;
}

/** Counts as the clocks they are counts of: a ladder asks how many were met and missed, and not which. */
function judged(lines: readonly AttainmentLine[]): readonly JudgedClock[] {
  return lines.flatMap(({ clock, priority, met, missed }) =>
    Array.from({ length: met + missed }, (_, index) => {
      const id = `${clock}/${priority}/${index}`;
      return { id, ticketId: id, met: index < met };
    }),
  );
}
