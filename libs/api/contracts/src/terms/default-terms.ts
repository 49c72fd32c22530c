import {
  DEFAULT_AUTO_CLOSE_DAYS,
  DEFAULT_PRIORITY_MATRIX,
  DEFAULT_REOPEN_WINDOW_DAYS,
  DEFAULT_WAITING_RULES,
  type CalendarDocument,
  type RenewalTerms,
  type Terms,
  type WallInterval,
} from '@daylight/domain';
import type { ServiceItemView } from '../queries/service-items.js';
import { defaultTargets } from './default-targets.js';

/** Where a zone's official days and money come from; elsewhere people say so themselves. */
const REGIONS: ReadonlyMap<string, { readonly region: string; readonly currency: string }> = new Map([
  ['Asia/Seoul', { region: 'KR', currency: 'KRW' }],
  ['Asia/Tokyo', { region: 'JP', currency: 'JPY' }],
  ['Asia/Singapore', { region: 'SG', currency: 'SGD' }],
  ['Asia/Ho_Chi_Minh', { region: 'VN', currency: 'VND' }],
  ['Europe/London', { region: 'GB', currency: 'GBP' }],
  ['Europe/Berlin', { region: 'DE', currency: 'EUR' }],
  ['Europe/Paris', { region: 'FR', currency: 'EUR' }],
  ['America/New_York', { region: 'US', currency: 'USD' }],
  ['America/Chicago', { region: 'US', currency: 'USD' }],
  ['America/Los_Angeles', { region: 'US', currency: 'USD' }],
]);

const OFFICE: readonly WallInterval[] = [{ from: '09:00', to: '18:00' }];
const NOTHING = { ko: '', en: '' } as const;
const YEARLY: RenewalTerms = { atEnd: 'RENEW', renewMonths: 12, noticeDays: 30 };
const UNTIL_ENDED: RenewalTerms = { atEnd: 'HOLDOVER', renewMonths: 0, noticeDays: 30 };
const PILOT: RenewalTerms = { atEnd: 'END', renewMonths: 0, noticeDays: 0 };

export interface DefaultTermsFor {
  readonly kind: 'PILOT' | 'MANAGED';
  readonly zone: string;
  readonly hasTermEnd: boolean;
  readonly services: readonly ServiceItemView[];
  /** Service hours chosen by the provider; the first is used by the targets that aren't round the clock. */
  readonly calendars: readonly CalendarDocument[];
}

/** The terms a first draft starts from. */
export function defaultTerms(input: DefaultTermsFor): Terms {
  const { services, zone } = input;
  const calendars = [alwaysOpen(zone), ...(input.calendars.length > 0 ? input.calendars : [officeHours(zone)])];
  const office = calendars[1]?.id ?? 'always';
  const policy = {
    id: 'standard',
    name: { ko: '표준 SLA', en: 'Standard SLA' },
    targets: defaultTargets({ always: 'always', office }),
  };
  return {
    schema: 1,
    reportingZone: zone,
    currency: REGIONS.get(zone)?.currency ?? 'USD',
    monthlyFeeMinor: null,
    services: services.map(({ id, name }) => ({
      ...{ serviceItemId: id, name, level: 'OPERATE' as const },
      ...{ inScope: NOTHING, outOfScope: NOTHING, policyId: policy.id },
    })),
    policies: [policy],
    calendars,
    priorityMatrix: DEFAULT_PRIORITY_MATRIX,
    responseMetBy: ['PUBLIC_REPLY'],
    waiting: DEFAULT_WAITING_RULES,
    reopenWindowDays: DEFAULT_REOPEN_WINDOW_DAYS,
    autoCloseDays: DEFAULT_AUTO_CLOSE_DAYS,
    responsibilities: [],
    kpiTargets: [],
    renewal: renewalOf(input),
  };
}

function renewalOf({ kind, hasTermEnd }: DefaultTermsFor): RenewalTerms {
  if (kind === 'PILOT') return PILOT;
  return hasTermEnd ? YEARLY : UNTIL_ENDED;
}

function alwaysOpen(zone: string): CalendarDocument {
  return {
    ...{ id: 'always', name: { ko: '24시간 365일', en: '24×7' }, zone, kind: 'ALWAYS' as const, weekly: {} },
    ...{ exceptions: [], breaks: [], holidayPolicy: 'NONE' as const, holidayRegion: null, fixedHolidays: [] },
  };
}

function officeHours(zone: string): CalendarDocument {
  const region = REGIONS.get(zone)?.region ?? null;
  return {
    ...{ id: 'office', name: { ko: '평일 09:00-18:00', en: 'Weekdays 09:00-18:00' }, zone, kind: 'WEEKLY' as const },
    weekly: { mon: OFFICE, tue: OFFICE, wed: OFFICE, thu: OFFICE, fri: OFFICE },
    ...{
      exceptions: [],
      breaks: [],
      holidayPolicy: region === null ? ('NONE' as const) : ('FOLLOW_OFFICIAL' as const),
    },
    ...{ holidayRegion: region, fixedHolidays: [] },
  };
}
