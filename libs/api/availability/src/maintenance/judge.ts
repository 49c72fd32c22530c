import { calendarRevision } from '@daylight/api-calendars';
import { termsByDigest } from '@daylight/api-contracts';
import { statement, type Tx } from '@daylight/api-database';
import type { PersonScope } from '@daylight/api-platform';
import {
  coveredMs,
  DAY,
  judgeMaintenance,
  MINUTE,
  monthOf,
  type Instant,
  type JudgedWindow,
  type Language,
  type MaintenanceRules,
  type MaintenanceWindow,
} from '@daylight/domain';
import { sayWindowJudgement } from '@daylight/text';
import { windowsOf, type WindowFact } from '../facts/history-rows.js';
import { maintenanceRules } from '../facts/promises.js';
import { windowFact } from '../facts/service-facts.js';

/** `MaintenanceJudgement` of the schema. */
export interface JudgementView {
  readonly reason: JudgedWindow['reason'];
  readonly windowSeconds: number;
  readonly plannedSeconds: number;
  readonly overrunSeconds: number;
  readonly noticeFrom: Instant | null;
  readonly plannedFrom: Instant | null;
  readonly capLeftMinutes: number | null;
  readonly sentence: string;
}

export type Judged = (windowId: string, serviceItemId: string) => JudgementView;

interface ScopeRow {
  readonly tenant_id: string;
  readonly service_item_id: string;
  readonly valid_from: Instant;
  readonly valid_to: Instant | null;
  readonly terms_digest: string;
}

const SCOPES = statement<ScopeRow>(
  'maintenance-scopes',
  `select s.tenant_id, s.service_item_id, s.valid_from, s.valid_to, v.terms_digest
   from contract_scope s join contract_version v on v.provider_id = s.provider_id and v.version_id = s.version_id and v.state = 'AGREED'
   where s.provider_id = $1 and s.tenant_id = any ($2::uuid[]) order by s.valid_from`,
);

/** The rules about planned work of several clients' services, by the terms in force at an instant. */
export interface RuleBook {
  readonly at: (place: RulePlace, instant: Instant) => MaintenanceRules;
}

export interface RulePlace {
  readonly tenantId: string;
  readonly serviceItemId: string;
}

const NO_RULES = (zone: string): MaintenanceRules => ({ terms: null, noticeCalendar: null, zone });

/** Three statements however many clients. */
export async function ruleBook(tx: Tx, tenantIds: readonly string[]): Promise<RuleBook> {
  const [scopes, revision] = await Promise.all([
    tx.query(SCOPES, [tx.scope.providerId, tenantIds]),
    calendarRevision(tx),
  ]);
  const terms = await termsByDigest(
    tx,
    scopes.map(({ terms_digest: digest }) => digest),
  );
  const rules = new Map<string, MaintenanceRules>();
  for (const [digest, agreed] of terms) rules.set(digest, await maintenanceRules(tx, agreed, revision));
  return {
    at: ({ tenantId, serviceItemId }, instant) => {
      const found = scopes.find(
        (each) =>
          each.tenant_id === tenantId &&
          each.service_item_id === serviceItemId &&
          each.valid_from <= instant &&
          (each.valid_to === null || instant < each.valid_to),
      );
      return (found === undefined ? undefined : rules.get(found.terms_digest)) ?? NO_RULES('UTC');
    },
  };
}

/** The first start that the notice allows when it began to run at `noticeFrom`; null: no planned work is agreed. */
export function plannedFrom(noticeFrom: Instant, { terms, noticeCalendar }: MaintenanceRules): Instant | null {
  if (terms === null) return null;
  const { notice } = terms;
  if (notice === null) return noticeFrom;
  if (notice.unit === 'MINUTES') {
    const length = notice.minutes * MINUTE;
    return noticeCalendar === null ? noticeFrom + length : noticeCalendar.add(noticeFrom, length);
  }
  return noticeCalendar?.addBusinessDays(noticeFrom, notice.days) ?? null;
}

/** What the month in which a window begins has left beside it; null: no cap. */
function capLeft(
  all: readonly JudgedWindow[],
  own: MaintenanceWindow,
  { terms, zone }: MaintenanceRules,
): number | null {
  const cap = terms?.capMinutesPerMonth ?? null;
  const begins = own.announcements.at(-1)?.from;
  if (cap === null || begins === undefined) return null;
  const month = monthOf(zone, begins);
  const others = all.filter(({ window }) => window.id !== own.id).flatMap(({ planned }) => planned);
  const used = coveredMs(
    others.map(({ from, to }) => ({ from: Math.max(from, month.from), to: Math.min(to, month.to) })),
  );
  return Math.max(0, cap - Math.ceil(used / MINUTE));
}

/** One window among its service's others, as the schema has it. */
export function judgementOf(
  own: MaintenanceWindow,
  others: readonly MaintenanceWindow[],
  { rules, language }: { readonly rules: MaintenanceRules; readonly language: Language },
): JudgementView {
  const all = judgeMaintenance([...others.filter(({ id }) => id !== own.id), own], rules);
  const judged = all.at(-1);
  const last = own.announcements.at(-1);
  if (judged === undefined || last === undefined) throw new Error(`the window ${own.id} was never announced`);
  const noticeFrom = judged.noticeFrom;
  const view = {
    ...{ reason: judged.reason, windowSeconds: Math.floor((last.to - last.from) / 1_000), noticeFrom },
    plannedSeconds: Math.floor(coveredMs(judged.planned) / 1_000),
    overrunSeconds: Math.floor(coveredMs(judged.overrun) / 1_000),
    plannedFrom: noticeFrom === null ? null : plannedFrom(noticeFrom, rules),
    capLeftMinutes: capLeft(all, own, rules),
  };
  return { ...view, sentence: sayWindowJudgement({ ...view, zone: rules.zone }, language) };
}

/** A month reaches at most so far beyond a window. */
const MONTH_MS = 32 * DAY;

interface Listed {
  readonly tenant_id: string;
  readonly starts_at: Instant;
  readonly ends_at: Instant;
}

/** What listed windows count as, service by service. Four statements however many. */
export async function judgements(tx: Tx<PersonScope>, rows: readonly Listed[]): Promise<Judged> {
  const tenantIds = [...new Set(rows.map(({ tenant_id: id }) => id))];
  const none = () => {
    throw new Error('a window that was not listed');
  };
  if (tenantIds.length === 0) return none;
  const from = Math.min(...rows.map(({ starts_at: at }) => at)) - MONTH_MS;
  const to = Math.max(...rows.map(({ ends_at: at }) => at)) + MONTH_MS;
  const [windows, book] = await Promise.all([windowsOf(tx, tenantIds, { from, to }), ruleBook(tx, tenantIds)]);
  return (windowId, serviceItemId) => {
    const row = windows.find(({ window_id: id }) => id === windowId);
    if (row === undefined) return none();
    const rules = book.at({ tenantId: row.tenant_id, serviceItemId }, row.starts_at);
    const facts = ofService(windows, row.tenant_id, serviceItemId).map((each) => windowFact(each, tx.now));
    return judgementOf(windowFact(row, tx.now), facts, { rules, language: tx.scope.language });
  };
}

/** The windows of one client's service. */
export function ofService(
  windows: readonly WindowFact[],
  tenantId: string,
  serviceItemId: string,
): readonly WindowFact[] {
  return windows.filter((each) => each.tenant_id === tenantId && each.service_item_ids.includes(serviceItemId));
}
