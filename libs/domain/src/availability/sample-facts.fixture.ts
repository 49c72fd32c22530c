import type { AvailabilityTerms } from '../contracts/availability-terms.js';
import { SAMPLE_AVAILABILITY } from '../contracts/sample-credits.fixture.js';
import type { CalendarDocument } from '../time/calendar.js';
import { compileCalendar } from '../time/compile.js';
import type { Instant } from '../time/instant.js';
import { parseIso } from '../time/iso.js';
import { period } from '../time/periods.js';
import type { AvailabilityFacts, ExclusionClaim, MaintenanceWindow, MeasurementGap, Outage } from './facts.js';
import { measureAvailability, type AvailabilityInput } from './measure.js';
import type { AvailabilityFigure } from './figure.js';

const named = { ko: '이름', en: 'Name' };

export const ROUND_THE_CLOCK: CalendarDocument = {
  ...{ id: 'office', name: named, zone: 'Asia/Seoul', kind: 'ALWAYS', weekly: {}, exceptions: [], breaks: [] },
  ...{ holidayPolicy: 'NONE', holidayRegion: null, fixedHolidays: [] },
};

const DAY_HOURS = [{ from: '09:00', to: '18:00' }];
export const OFFICE_HOURS: CalendarDocument = {
  ...ROUND_THE_CLOCK,
  kind: 'WEEKLY',
  weekly: { mon: DAY_HOURS, tue: DAY_HOURS, wed: DAY_HOURS, thu: DAY_HOURS, fri: DAY_HOURS },
};

/** `08-03 10:00` in Seoul, 2026. */
export function at(text: string): Instant {
  const instant = parseIso(`2026-${text.replace(' ', 'T')}:00+09:00`);
  if (instant === null) throw new Error(`no instant: ${text}`);
  return instant;
}

export const NOTHING: AvailabilityFacts = { assetIds: [], outages: [], gaps: [], maintenance: [], exclusions: [] };

export function outage(id: string, from: string, to: string | null, more: Partial<Outage> = {}): Outage {
  const base = { id, assetIds: [], state: 'DOWN', ticketIds: [] } as const;
  return { ...base, from: at(from), to: to === null ? null : at(to), ...more };
}

export function gap(id: string, from: string, to: string, more: Partial<MeasurementGap> = {}): MeasurementGap {
  return { id, assetIds: [], from: at(from), to: at(to), ...more };
}

export function claim(id: string, from: string, to: string, more: Partial<ExclusionClaim> = {}): ExclusionClaim {
  return { id, assetIds: [], cause: 'CLIENT', state: 'ACCEPTED', from: at(from), to: at(to), ...more };
}

/** A window told `deliveredAt`; null: never delivered. */
export function told(deliveredAt: string | null, from: string, to: string): MaintenanceWindow['announcements'][number] {
  return { deliveredAt: deliveredAt === null ? null : at(deliveredAt), from: at(from), to: at(to) };
}

export function work(
  id: string,
  announcements: MaintenanceWindow['announcements'],
  more: Partial<MaintenanceWindow> = {},
): MaintenanceWindow {
  return { id, assetIds: [], kind: 'PLANNED', cancelled: false, endedAt: null, announcements, ...more };
}

/** August 2026 in Seoul, 44,640 minutes round the clock, two days of notice, four hours a month. */
export function input(
  facts: Partial<AvailabilityFacts>,
  terms: Partial<AvailabilityTerms> = {},
  more: Partial<AvailabilityInput> = {},
): AvailabilityInput {
  const calendar = compileCalendar(ROUND_THE_CLOCK, [], 0);
  const maintenance = {
    terms: { notice: { unit: 'MINUTES', minutes: 2_880 }, noticeCalendarId: null, capMinutesPerMonth: 240 },
    noticeCalendar: null,
    zone: 'Asia/Seoul',
  } as const;
  return {
    terms: { ...SAMPLE_AVAILABILITY, ...terms },
    facts: { ...NOTHING, ...facts },
    period: period('Asia/Seoul', '2026-08'),
    asOf: at('09-01 00:00'),
    calendar,
    maintenance,
    ...more,
  };
}

export function measured(
  facts: Partial<AvailabilityFacts>,
  terms: Partial<AvailabilityTerms> = {},
  more: Partial<AvailabilityInput> = {},
): AvailabilityFigure {
  const result = measureAvailability(input(facts, terms, more));
  if (result.kind === 'invalid') throw new Error(JSON.stringify(result.problems));
  return result.figure;
}
