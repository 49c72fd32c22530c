import { CLOCK_KINDS, type ClockKind } from '../contracts/terms.js';

/** What a figure's value is counted in: 1/10,000 for ratios, whole seconds for durations, a number otherwise. */
export type KpiUnit = 'BASIS_POINTS' | 'SECONDS' | 'COUNT';

interface KpiDefinition {
  readonly unit: KpiUnit;
  /** Clock kinds the figure is given for, each on its own; empty: the figure has no clock. */
  readonly clocks: readonly ClockKind[];
}

/**
 * Figures computed from tickets and clocks (domain.md section 9). The definition of each, in the order a person reads
 * them; `libs/text` says them in words.
 *
 * - SLA_ATTAINMENT: met / (met + missed) over clocks whose verdict fell in the period (D-KPI-0).
 * - SLA_ATTAINMENT_IF_CONCEDED: the same if all waiting that the client contests counted (D-SLA-4); only while a clock of
 *   the period is contested.
 * - ON_TIME_REQUESTS: the same for AGREED_DATE, tickets of type SERVICE_REQUEST only.
 * - CLOCKS_CANCELLED, CLOCKS_MERGED: clocks without verdict that a cancellation or merge in the period ended.
 * - PAUSED_*: tickets of the managed contract that waited when the period ended, by how long they had waited by then.
 * - OPEN_OVERDUE: clocks missed before the end of the period whose ticket was still unfinished then.
 * - CONTESTED: clocks with a verdict in the period whose waiting the client contests (D-SLA-4).
 * - FIRST_RESPONSE_TIME_*: working time used when first response was met, for responses in the period.
 * - ACKNOWLEDGE_TIME_MEAN (MTTA): mean wall-clock from opening to acknowledgement, for tickets opened in the period.
 * - NEVER_ACKNOWLEDGED: share of tickets opened in the period not acknowledged before its end.
 * - RESTORE_TIME_*: wall-clock from opening to restoration, incidents restored in the period.
 * - RESOLVE_TIME_*: working time used when resolution was met, for tickets resolved in the period.
 * - CLIENT_REPLY_TIME_*: wall-clock from the start of waiting on the client to its answer, answers in the period; the
 *   client's own figure.
 * - CLIENT_APPROVAL_TIME_*, PROVIDER_APPROVAL_TIME_*: wall-clock from asking a party to agree (a date, a rebinding, its
 *   responsibility, a version of the contract, a review to sign) to the yes or no of one of its people, decisions in the
 *   period. *_APPROVALS_OPEN: what the party still owed an answer to when the period ended.
 * - REOPEN_RATE: tickets resolved in the period that were reopened before its end / tickets resolved in the period.
 * - FIRST_CONTACT_RESOLUTION: tickets resolved in the period without a second word from the client within 7 days of
 *   opening and without reassignment / tickets resolved in the period.
 * - CHANGE_SUCCESS: changes resolved in the period (and not reopened in it) that went as planned / those of which it is
 *   known how they went.
 * - SATISFACTION: ratings of 4 or 5 / ratings given in the period. SURVEY_RESPONSE: tickets first resolved in the period
 *   whose client rated them before its end / tickets of client people first resolved in the period.
 * - OPENED, RESOLVED, REOPENED, CANCELLED, MERGED: moves into and out of the backlog in the period.
 * - BACKLOG_START, BACKLOG_END: unfinished tickets at the period's edges; AGE_*: the latter by age.
 * - VOLUME_OUT_OF_CONTRACT, VOLUME_CONFIDENTIAL: tickets opened in the period.
 */
export const KPI_DEFINITIONS = {
  SLA_ATTAINMENT: { unit: 'BASIS_POINTS', clocks: CLOCK_KINDS },
  SLA_ATTAINMENT_IF_CONCEDED: { unit: 'BASIS_POINTS', clocks: CLOCK_KINDS },
  ON_TIME_REQUESTS: { unit: 'BASIS_POINTS', clocks: [] },
  CLOCKS_CANCELLED: { unit: 'COUNT', clocks: CLOCK_KINDS },
  CLOCKS_MERGED: { unit: 'COUNT', clocks: CLOCK_KINDS },
  OPEN_OVERDUE: { unit: 'COUNT', clocks: CLOCK_KINDS },
  CONTESTED: { unit: 'COUNT', clocks: CLOCK_KINDS },
  PAUSED_UNDER_1_DAY: { unit: 'COUNT', clocks: [] },
  PAUSED_1_TO_7_DAYS: { unit: 'COUNT', clocks: [] },
  PAUSED_7_TO_30_DAYS: { unit: 'COUNT', clocks: [] },
  PAUSED_OVER_30_DAYS: { unit: 'COUNT', clocks: [] },
  FIRST_RESPONSE_TIME_P50: { unit: 'SECONDS', clocks: [] },
  FIRST_RESPONSE_TIME_P90: { unit: 'SECONDS', clocks: [] },
  ACKNOWLEDGE_TIME_MEAN: { unit: 'SECONDS', clocks: [] },
  NEVER_ACKNOWLEDGED: { unit: 'BASIS_POINTS', clocks: [] },
  RESTORE_TIME_P50: { unit: 'SECONDS', clocks: [] },
  RESTORE_TIME_P90: { unit: 'SECONDS', clocks: [] },
  RESOLVE_TIME_P50: { unit: 'SECONDS', clocks: [] },
  RESOLVE_TIME_P90: { unit: 'SECONDS', clocks: [] },
  CLIENT_REPLY_TIME_P50: { unit: 'SECONDS', clocks: [] },
  CLIENT_REPLY_TIME_P90: { unit: 'SECONDS', clocks: [] },
  CLIENT_APPROVAL_TIME_P50: { unit: 'SECONDS', clocks: [] },
  CLIENT_APPROVAL_TIME_P90: { unit: 'SECONDS', clocks: [] },
  CLIENT_APPROVALS_OPEN: { unit: 'COUNT', clocks: [] },
  PROVIDER_APPROVAL_TIME_P50: { unit: 'SECONDS', clocks: [] },
  PROVIDER_APPROVAL_TIME_P90: { unit: 'SECONDS', clocks: [] },
  PROVIDER_APPROVALS_OPEN: { unit: 'COUNT', clocks: [] },
  REOPEN_RATE: { unit: 'BASIS_POINTS', clocks: [] },
  FIRST_CONTACT_RESOLUTION: { unit: 'BASIS_POINTS', clocks: [] },
  CHANGE_SUCCESS: { unit: 'BASIS_POINTS', clocks: [] },
  SATISFACTION: { unit: 'BASIS_POINTS', clocks: [] },
  SURVEY_RESPONSE: { unit: 'BASIS_POINTS', clocks: [] },
  OPENED: { unit: 'COUNT', clocks: [] },
  RESOLVED: { unit: 'COUNT', clocks: [] },
  REOPENED: { unit: 'COUNT', clocks: [] },
  CANCELLED: { unit: 'COUNT', clocks: [] },
  MERGED: { unit: 'COUNT', clocks: [] },
  BACKLOG_START: { unit: 'COUNT', clocks: [] },
  BACKLOG_END: { unit: 'COUNT', clocks: [] },
  AGE_UNDER_1_DAY: { unit: 'COUNT', clocks: [] },
  AGE_1_TO_7_DAYS: { unit: 'COUNT', clocks: [] },
  AGE_7_TO_30_DAYS: { unit: 'COUNT', clocks: [] },
  AGE_OVER_30_DAYS: { unit: 'COUNT', clocks: [] },
  VOLUME_OUT_OF_CONTRACT: { unit: 'COUNT', clocks: [] },
  VOLUME_CONFIDENTIAL: { unit: 'COUNT', clocks: [] },
} as const satisfies Readonly<Record<string, KpiDefinition>>;

/**
 * The edition of the definitions. What was kept under another one is computed again: raise it with every change of what a
 * figure counts or of the figures there are (a test that holds the figures of a known history asks for it).
 */
export const KPI_EDITION = 4;

/** The edition of what was published before published figures named theirs. */
const UNNAMED_EDITION = 3;

export type KpiKey = keyof typeof KPI_DEFINITIONS;

/** Figures that came with an edition; the others were there before editions were named. */
const SINCE: Readonly<Partial<Record<KpiKey, number>>> = {
  ...{ CLIENT_APPROVAL_TIME_P50: 4, CLIENT_APPROVAL_TIME_P90: 4, CLIENT_APPROVALS_OPEN: 4 },
  ...{ PROVIDER_APPROVAL_TIME_P50: 4, PROVIDER_APPROVAL_TIME_P90: 4, PROVIDER_APPROVALS_OPEN: 4 },
  ...{ CHANGE_SUCCESS: 4, SATISFACTION: 4, SURVEY_RESPONSE: 4 },
};

/** Whether an edition has a figure; null: what was published under it doesn't name it. */
export function isInEdition(key: KpiKey, edition: number | null): boolean {
  return (SINCE[key] ?? 0) <= (edition ?? UNNAMED_EDITION);
}

function isKey(key: string): key is KpiKey {
  return Object.hasOwn(KPI_DEFINITIONS, key);
}

export const KPI_KEYS: readonly KpiKey[] = Object.keys(KPI_DEFINITIONS).filter(isKey);

/** The definition behind a word from outside; null when there is no such figure. */
export function kpiDefinition(key: string): KpiDefinition | null {
  return isKey(key) ? KPI_DEFINITIONS[key] : null;
}
