import { calendarRevision, calendarsFor, daysInForce, loadHolidays, regionsOf } from '@daylight/api-calendars';
import { contractVersionsOf, termsByDigest, versionAt, type AgreedVersion } from '@daylight/api-contracts';
import type { Tx } from '@daylight/api-database';
import {
  localDateOf,
  type AvailabilityTerms,
  type CompiledCalendar,
  type Instant,
  type LocalDate,
  type LocalizedText,
  type MaintenanceRules,
  type Terms,
} from '@daylight/domain';

/** A version with its terms and what it promises about a service's being up; null: nothing. */
export interface Promised {
  readonly version: AgreedVersion;
  readonly terms: Terms;
  readonly promise: AvailabilityTerms | null;
}

export interface NamedService {
  readonly serviceItemId: string;
  readonly name: LocalizedText;
  /** First instant that a contract covers it. */
  readonly since: Instant;
}

/** What is agreed with one client, ready to be asked many times. */
export interface Promises {
  readonly versions: readonly AgreedVersion[];
  readonly revision: number;
  readonly termsOf: (version: AgreedVersion) => Terms | null;
  /** The version in force for a service at an instant; null: out of contract. */
  readonly at: (serviceItemId: string, instant: Instant) => Promised | null;
  /** Services that some version covers within `[from, to)`, in the order of the newest terms. */
  readonly services: (from: Instant, to: Instant) => readonly NamedService[];
}

function promiseOf(terms: Terms, serviceItemId: string): AvailabilityTerms | null {
  return terms.availability?.find(({ serviceItemIds }) => serviceItemIds.includes(serviceItemId)) ?? null;
}

function servicesOf(
  versions: readonly AgreedVersion[],
  termsOf: Promises['termsOf'],
  [from, to]: readonly [Instant, Instant],
): readonly NamedService[] {
  const found = new Map<string, NamedService>();
  for (const version of versions.toReversed()) {
    for (const { serviceItemId, name } of termsOf(version)?.services ?? []) {
      const scope = version.services.find((each) => each.serviceItemId === serviceItemId);
      if (scope === undefined || scope.from >= to || (scope.to !== null && scope.to <= from)) continue;
      const known = found.get(serviceItemId);
      const since = Math.min(known?.since ?? scope.from, scope.from);
      found.set(serviceItemId, { serviceItemId, name: known?.name ?? name, since });
    }
  }
  return [...found.values()];
}

/** Reads what is agreed with a client. Three statements at most. */
export async function loadPromises(tx: Tx, tenantId: string): Promise<Promises> {
  const [versions, revision] = await Promise.all([contractVersionsOf(tx, tenantId), calendarRevision(tx)]);
  const terms = await termsByDigest(
    tx,
    versions.map(({ termsDigest }) => termsDigest),
  );
  const termsOf = (version: AgreedVersion) => terms.get(version.termsDigest) ?? null;
  return {
    ...{ versions, revision, termsOf },
    at: (serviceItemId, instant) => {
      const version = versionAt(versions, serviceItemId, instant);
      const agreed = version === null ? null : termsOf(version);
      if (version === null || agreed === null) return null;
      return { version, terms: agreed, promise: promiseOf(agreed, serviceItemId) };
    },
    services: (from, to) => servicesOf(versions, termsOf, [from, to]),
  };
}

/** When work counts as planned under terms (D-MON-2), calendars as known now. */
export async function maintenanceRules(tx: Tx, terms: Terms, revision: number): Promise<MaintenanceRules> {
  const calendarId = terms.maintenance?.noticeCalendarId ?? null;
  const noticeCalendar: CompiledCalendar | null =
    calendarId === null ? null : (await calendarsFor(tx, terms, tx.now, revision))(calendarId);
  return { terms: terms.maintenance ?? null, noticeCalendar, zone: terms.reportingZone };
}

export interface ListedDay {
  readonly date: LocalDate;
  readonly name: LocalizedText;
}

/** Official days that the terms' calendars follow, within the local years around a stretch, as known at `asOf`. */
export async function listedDays(
  tx: Tx,
  terms: Pick<Terms, 'calendars' | 'reportingZone'>,
  on: { readonly from: Instant; readonly to: Instant; readonly asOf: Instant; readonly revision: number },
): Promise<readonly ListedDay[]> {
  const years = [on.from, on.to].map((at) => Number(localDateOf(terms.reportingZone, at).slice(0, 4)));
  const [first = 0, last = 0] = years;
  const range = { from: `${first - 1}-12-01`, to: `${last + 1}-02-01`, asOf: on.asOf };
  const days = new Map<LocalDate, ListedDay>();
  for (const region of regionsOf(terms)) {
    const revisions = await loadHolidays(tx, region, on.revision);
    for (const { date, name } of daysInForce(region, revisions, range)) days.set(date, { date, name });
  }
  return [...days.values()].toSorted((a, b) => (a.date < b.date ? -1 : 1));
}
