import type { Instant, Language, Period } from '@daylight/domain';
import { periodName } from '@daylight/text';

/** `ReportPeriod` of the schema. */
export function periodView(period: Period, now: Instant, language: Language) {
  const { key, unit, zone, from, to, firstDate, lastDate } = period;
  return { key, unit, label: periodName(period, language), zone, from, to, firstDate, lastDate, over: to <= now };
}

export type PeriodView = ReturnType<typeof periodView>;
