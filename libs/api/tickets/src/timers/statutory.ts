import {
  jurisdictionsOf,
  nextStatutoryInstants,
  statutoryClocks,
  statutoryTemplatesFor,
  type Instant,
  type StatutoryClock,
  type StatutoryDuty,
  type StatutoryTemplate,
  type Terms,
  type TicketState,
} from '@daylight/domain';
import type { DueNotice } from './due-notices.js';

/** Months are counted in the house's own zone where no terms name one. */
const HOME_ZONE = 'Asia/Seoul';

/** One notice owed by law, with what it is. */
export interface NoticeOwed {
  readonly clock: StatutoryClock;
  readonly duty: StatutoryDuty;
  readonly template: StatutoryTemplate;
}

/**
 * What law may ask for after a security incident, as of `now` (domain.md section 5): wall-clock, never paused, whatever the
 * ticket does. Empty for other tickets and for those that ended without having been one.
 */
export function noticesOf(state: TicketState, terms: Terms | null, now: Instant): readonly NoticeOwed[] {
  const { awareAt, leakAwareAt, notices } = state.security;
  if (awareAt === null || state.status === 'CANCELLED' || state.status === 'MERGED') return [];
  const places = jurisdictionsOf(terms).codes;
  const owed = [
    ...statutoryTemplatesFor('SECURITY_INCIDENT', places).map((template) => ({ template, since: awareAt })),
    ...(leakAwareAt === null ? [] : statutoryTemplatesFor('PERSONAL_DATA_LEAK', places)).map((template) => ({
      ...{ template, since: leakAwareAt ?? awareAt },
    })),
  ];
  return owed.flatMap(({ template, since }) => {
    const fulfilments = notices.filter(({ templateId }) => templateId === template.id);
    const zone = terms?.reportingZone ?? HOME_ZONE;
    const clocks = statutoryClocks(template, { awareAt: since, zone, fulfilments }, now);
    return clocks.flatMap((clock) => {
      const duty = template.duties.find(({ id }) => id === clock.dutyId);
      return duty === undefined ? [] : [{ clock, duty, template }];
    });
  });
}

/** The next instant at which something about a notice has to be told; null: none lies ahead. */
export function nextNoticeInstant(state: TicketState, terms: Terms | null, after: Instant): Instant | null {
  const clocks = noticesOf(state, terms, after).map(({ clock }) => clock);
  return nextStatutoryInstants(clocks, after)[0]?.at ?? null;
}

/** Warnings and breaches of notices that are due by now, told before or not; the duty stands for the clock's kind. */
export function dueStatutory(state: TicketState, terms: Terms | null, now: Instant): readonly DueNotice[] {
  return noticesOf(state, terms, now).flatMap(({ clock }): readonly DueNotice[] => {
    const about = { kind: `STATUTORY/${clock.templateId}/${clock.dutyId}`, cycle: 1, targetId: '' } as const;
    if (clock.breachedAt !== null) return [{ ...about, percent: 100, at: clock.breachedAt + 1 }];
    return clock.warnings.filter(({ at }) => at <= now).map(({ percent, at }) => ({ ...about, percent, at }));
  });
}
