import type { EventBodyOf, Instant, TicketEventBody, TicketType } from '@daylight/domain';

/** One row of the file, by the names of its columns, with its line (the header is line 1). */
export interface SourceRow {
  readonly line: number;
  readonly values: Readonly<Record<string, string>>;
}

/** What is wrong with a case; it is rejected as a whole. */
export interface CaseProblem {
  readonly line: number | null;
  readonly kind:
    | 'NOT_A_TIME'
    | 'NO_ZONE'
    | 'UNKNOWN_VALUE'
    | 'UNMATCHED_ENTRY'
    | 'UNKNOWN_PERSON'
    | 'UNKNOWN_SERVICE'
    | 'UNKNOWN_WAITING_REASON'
    | 'OUT_OF_ORDER'
    | 'CHANGED_SINCE'
    | 'UNREADABLE_TEXT'
    | 'TEXT_TOO_LONG'
    | 'WRONG_COLUMNS';
  readonly column: string | null;
  readonly detail: string;
}

/** An event as recorded elsewhere: when, and what; `words` is a public question that the log implies. */
export interface ImportedEvent {
  readonly at: Instant;
  readonly body: Exclude<TicketEventBody, { kind: 'OPENED' }>;
  readonly words: { readonly messageId: string; readonly body: string } | null;
}

/** A case read: what its ticket is, and everything that happened to it, in order. */
export interface ImportedCase {
  readonly caseKey: string;
  readonly subject: string;
  readonly description: string;
  readonly type: TicketType;
  readonly serviceCode: string;
  readonly impact: EventBodyOf<'OPENED'>['impact'];
  readonly urgency: EventBodyOf<'OPENED'>['urgency'];
  readonly assignee: string | null;
  readonly requester: string | null;
  readonly openedAt: Instant;
  /** The rows that it was read from, each with its instant. */
  readonly entries: readonly (SourceRow & { readonly at: Instant })[];
  readonly events: readonly ImportedEvent[];
}

export type ReadCase =
  { readonly kind: 'read'; readonly case: ImportedCase } | { readonly kind: 'rejected'; readonly problem: CaseProblem };

/** Carries a problem out of nested reading; caught by `readCase` and nowhere else. */
export class CaseRejected extends Error {
  constructor(readonly problem: CaseProblem) {
    super(problem.kind);
  }
}
