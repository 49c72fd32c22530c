import {
  calendarRevision,
  calendarsFor,
  daysInForce,
  loadHolidays,
  regionsOf,
  type DateRange,
  type HolidayView,
} from '@daylight/api-calendars';
import { statement, timestamp, type Tx } from '@daylight/api-database';
import type { ClientScope } from '@daylight/api-platform';
import {
  DAY,
  type CompiledCalendar,
  type Instant,
  type LocalDate,
  type LocalizedText,
  type Terms,
} from '@daylight/domain';
import { termsByDigest } from '../terms/stored-terms.js';

const IN_FORCE = statement<{ contract_id: string; terms_digest: string }>(
  'contract-terms-in-force',
  `select distinct v.contract_id, v.terms_digest
   from contract_scope s join contract_version v on v.provider_id = s.provider_id and v.version_id = s.version_id
   where s.provider_id = $1 and s.tenant_id = $2 and s.valid_from <= $3 and (s.valid_to is null or s.valid_to > $3)
   order by v.contract_id`,
);
const MOST_CLOSED_DAYS = 5;

/** `ServiceHours` of the schema. */
export interface ServiceHoursView {
  readonly calendarId: string;
  readonly contractId: string;
  readonly name: LocalizedText;
  readonly zone: string;
  readonly always: boolean;
  readonly openNow: boolean;
  readonly nextOpening: Instant | null;
  readonly nextClosing: Instant | null;
  readonly upcomingClosedDays: readonly { readonly date: LocalDate; readonly name: LocalizedText }[];
}

interface TermsInForce {
  readonly contractId: string;
  readonly terms: Terms;
}

async function termsInForce(tx: Tx, tenantId: string): Promise<readonly TermsInForce[]> {
  const rows = await tx.query(IN_FORCE, [tx.scope.providerId, tenantId, timestamp(tx.now)]);
  const byDigest = await termsByDigest(
    tx,
    rows.map((row) => row.terms_digest),
  );
  return rows.flatMap((row) => {
    const terms = byDigest.get(row.terms_digest);
    return terms === undefined ? [] : [{ contractId: row.contract_id, terms }];
  });
}

/** Every calendar of the tenant's terms in force, asked now with the official days known now. */
export async function serviceHours(tx: Tx<ClientScope>): Promise<readonly ServiceHoursView[]> {
  const contracts = await termsInForce(tx, tx.scope.tenantId);
  const revision = await calendarRevision(tx);
  const views: ServiceHoursView[] = [];
  for (const { contractId, terms } of contracts) {
    const calendarOf = await calendarsFor(tx, terms, tx.now, revision);
    views.push(...terms.calendars.map(({ id }) => hoursOf(contractId, calendarOf(id), tx.now)));
  }
  return views;
}

function hoursOf(contractId: string, calendar: CompiledCalendar, now: Instant): ServiceHoursView {
  const { id: calendarId, name, zone, kind } = calendar.document;
  return {
    ...{ calendarId, contractId, name, zone, always: kind === 'ALWAYS' },
    openNow: calendar.isOpen(now),
    nextOpening: calendar.nextOpen(now),
    nextClosing: calendar.nextClose(now),
    upcomingClosedDays: closedDays(calendar, now),
  };
}

function closedDays(calendar: CompiledCalendar, now: Instant): ServiceHoursView['upcomingClosedDays'] {
  const days = new Map<LocalDate, LocalizedText>();
  for (const stretch of calendar.stretches(now, now + 366 * DAY)) {
    if (stretch.open || stretch.reason.kind !== 'HOLIDAY') continue;
    days.set(stretch.reason.date, stretch.reason.name);
    if (days.size === MOST_CLOSED_DAYS) break;
  }
  return [...days].map(([date, name]) => ({ date, name }));
}

/** Official days that the tenant's calendars in force follow, within `[from, to)`, by date. */
export async function clientHolidays(tx: Tx<ClientScope>, range: DateRange): Promise<readonly HolidayView[]> {
  const contracts = await termsInForce(tx, tx.scope.tenantId);
  const regions = [...new Set(contracts.flatMap(({ terms }) => regionsOf(terms)))];
  const revision = await calendarRevision(tx);
  const days: HolidayView[] = [];
  for (const region of regions) {
    days.push(...daysInForce(region, await loadHolidays(tx, region, revision), { ...range, asOf: tx.now }));
  }
  return days.sort((a, b) => (a.date < b.date ? -1 : 1));
}
