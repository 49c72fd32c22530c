import type { LocalizedText } from '../text.js';
import type { CalendarDocument } from '../time/calendar.js';
import type { AvailabilityTerms, MaintenanceTerms } from './availability-terms.js';
import type { CreditSchedule } from './credit-terms.js';

export const PRIORITIES = ['P1', 'P2', 'P3', 'P4', 'P5'] as const;
export type Priority = (typeof PRIORITIES)[number];

export const TICKET_TYPES = ['INCIDENT', 'SERVICE_REQUEST', 'CHANGE', 'PROBLEM', 'SECURITY_INCIDENT'] as const;
export type TicketType = (typeof TICKET_TYPES)[number];

export const CLOCK_KINDS = [
  'FIRST_RESPONSE',
  'NEXT_RESPONSE',
  'UPDATE_CADENCE',
  'RESTORE',
  'RESOLUTION',
  'AGREED_DATE',
] as const;
export type ClockKind = (typeof CLOCK_KINDS)[number];

/** What counts as a response (D-SLA-3). Status moves, internal notes and automatic replies never do. */
export const RESPONSE_ACTS = ['PUBLIC_REPLY', 'LOGGED_CALL', 'OWNER_ACCEPTANCE', 'ON_SITE'] as const;
export type ResponseAct = (typeof RESPONSE_ACTS)[number];

export const SERVICE_LEVELS = ['MONITOR', 'OPERATE', 'SECURE'] as const;
export type ServiceLevel = (typeof SERVICE_LEVELS)[number];

export const WAITING_STATUSES = ['WAITING_ON_CLIENT', 'WAITING_ON_THIRD_PARTY', 'SCHEDULED'] as const;
export type WaitingStatus = (typeof WAITING_STATUSES)[number];

/** A promised length: working minutes on the target's calendar, or business days turned into working time at opening. */
export type TargetAmount =
  { readonly unit: 'MINUTES'; readonly minutes: number } | { readonly unit: 'BUSINESS_DAYS'; readonly days: number };

export interface SlaTarget {
  readonly id: string;
  readonly clock: ClockKind;
  readonly priority: Priority;
  /** Ticket types the target is for; empty means all. */
  readonly types: readonly TicketType[];
  readonly amount: TargetAmount;
  readonly calendarId: string;
  /** Percent of the target used at which a warning fires, ascending, within 1..99. */
  readonly warnAtPercent: readonly number[];
}

/** An SLA policy: the targets that a service item promises, at most one per (clock, priority, type). */
export interface SlaPolicy {
  readonly id: string;
  readonly name: LocalizedText;
  readonly targets: readonly SlaTarget[];
}

export interface ServiceTerms {
  readonly serviceItemId: string;
  readonly name: LocalizedText;
  readonly level: ServiceLevel;
  readonly inScope: LocalizedText;
  readonly outOfScope: LocalizedText;
  readonly policyId: string;
  /** The item's part of the fee per month, which its credits are a share of; absent: the contract has one fee. */
  readonly monthlyFeeMinor?: number;
}

/** A reason for which a ticket may wait, and which clocks that stops (D-SLA-4). Response clocks never stop. */
export interface WaitingRule {
  /** Stable key, `UPPER_SNAKE`, used by events and imports. */
  readonly reason: string;
  readonly name: LocalizedText;
  readonly status: WaitingStatus;
  readonly pauses: readonly ('RESTORE' | 'RESOLUTION' | 'UPDATE_CADENCE')[];
  /** WAITING_ON_THIRD_PARTY stops a clock only with the party's case number. */
  readonly needsCaseNumber: boolean;
}

export const PARTIES = ['CLIENT', 'PROVIDER', 'CLOUD_VENDOR', 'THIRD_PARTY'] as const;
export type Party = (typeof PARTIES)[number];

export interface ResponsibilityRow {
  readonly activity: LocalizedText;
  readonly accountable: Party;
  readonly responsible: readonly Party[];
  readonly consulted: readonly Party[];
  readonly informed: readonly Party[];
}

export interface KpiTarget {
  /** A key of `KPI_KEYS` (kpi/definitions.ts). */
  readonly kpi: string;
  /** Restricts the figure to one clock kind where the KPI is per clock, else null. */
  readonly clock: ClockKind | null;
  readonly side: 'PROVIDER' | 'CLIENT';
  readonly comparison: 'AT_LEAST' | 'AT_MOST';
  /** Basis points for ratios (9950 = 99.5 %), seconds for durations, a count otherwise. */
  readonly value: number;
}

export interface RenewalTerms {
  /** What happens at the end of the term: the contract renews, holds over until ended, or ends (D-CON-2). */
  readonly atEnd: 'RENEW' | 'HOLDOVER' | 'END';
  readonly renewMonths: number;
  readonly noticeDays: number;
  /** Days ahead of the last day for notice, or of the end where none is owed, at which both are reminded; absent: the default. */
  readonly remindDays?: readonly number[];
}

/** Silence counts as consent after business days of the client's calendar; without this term it never does (D-SLA-8). */
export interface DeemedConsentTerms {
  /** One of the terms' calendars: the client's. */
  readonly calendarId: string;
  /** For what the provider proposes on a ticket as the client's own responsibility; null: only with the client's word. */
  readonly proposalDays: number | null;
  /** For amendments of this contract that the provider proposed; null: only with the client's word (D-CON-4). */
  readonly amendmentDays: number | null;
}

/** What a contract version promises: one immutable document, canonical and digested; domain.md section 2. */
export interface Terms {
  readonly schema: 1;
  /** IANA zone in which periods of figures are cut (D-AVL-2). */
  readonly reportingZone: string;
  /** ISO 4217. */
  readonly currency: string;
  readonly monthlyFeeMinor: number | null;
  readonly services: readonly ServiceTerms[];
  readonly policies: readonly SlaPolicy[];
  readonly calendars: readonly CalendarDocument[];
  /** `priorityMatrix[impact - 1][urgency - 1]`, impact and urgency 1..3, 1 the gravest. */
  readonly priorityMatrix: readonly (readonly Priority[])[];
  readonly responseMetBy: readonly ResponseAct[];
  readonly waiting: readonly WaitingRule[];
  readonly reopenWindowDays: number;
  /** RESOLVED closes by itself after this many days without a word from the client. */
  readonly autoCloseDays: number;
  readonly responsibilities: readonly ResponsibilityRow[];
  readonly kpiTargets: readonly KpiTarget[];
  readonly renewal: RenewalTerms;
  // Absent in documents from before these could be agreed: absence stays absence, so that old digests hold.
  /** What is promised about being up, one entry per figure (D-AVL-1). */
  readonly availability?: readonly AvailabilityTerms[];
  /** When work counts as planned; absent: nothing does (D-MON-2). */
  readonly maintenance?: MaintenanceTerms;
  /** What missed figures are worth (D-CRD-1). */
  readonly credits?: readonly CreditSchedule[];
  readonly deemedConsent?: DeemedConsentTerms;
  /** Whose law may ask for notices (`KR`, `EU`); absent: that of the regions whose public holidays the terms follow. */
  readonly jurisdictions?: readonly string[];
}

export const DEFAULT_PRIORITY_MATRIX: Terms['priorityMatrix'] = [
  ['P1', 'P2', 'P3'],
  ['P2', 'P3', 'P4'],
  ['P3', 'P4', 'P5'],
];
