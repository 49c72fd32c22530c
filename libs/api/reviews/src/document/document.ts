import type {
  ContractParty,
  Facts,
  Instant,
  KpiReport,
  KpiTarget,
  LocalDate,
  LocalizedText,
  PublishedFigures,
} from '@daylight/domain';
import type { SeriesPoint } from '@daylight/api-kpi';

export const SECTION_KEYS = ['SUMMARY', 'SERVICE_LEVELS', 'INCIDENTS', 'CHANGES', 'OUTLOOK'] as const;
export type SectionKey = (typeof SECTION_KEYS)[number];
export type Sections = Partial<Readonly<Record<SectionKey, LocalizedText>>>;

/** A clock that was missed in the period. Without words of the ticket: those can be erased, a digest can't. */
export interface Miss {
  readonly ticketId: string;
  readonly number: number;
  readonly priority: string;
  readonly clock: string;
  readonly cycle: number;
  readonly at: Instant;
  readonly dueAt: Instant | null;
  readonly overSeconds: number | null;
  readonly confidential: boolean;
  readonly cause: LocalizedText | null;
}

export interface OutOfContract {
  readonly ticketId: string;
  readonly number: number;
  readonly priority: string;
  readonly openedAt: Instant;
  readonly confidential: boolean;
}

export interface ContractDate {
  readonly contractId: string;
  readonly contractTitle: string;
  readonly kind: 'TERM_END' | 'NOTICE_BY' | 'VERSION_STARTS';
  readonly date: LocalDate;
}

/** What is generated for a period besides its figures. */
export interface GeneratedContent {
  readonly targets: readonly KpiTarget[];
  /** Keys of periods, oldest first, the review's own last; and the points of each figure by `key/clock`. */
  readonly trendPeriods: readonly string[];
  readonly series: Readonly<Record<string, readonly SeriesPoint[]>>;
  readonly serviceNames: Readonly<Record<string, LocalizedText>>;
  readonly misses: readonly Miss[];
  readonly missesNotListed: number;
  readonly outOfContract: readonly OutOfContract[];
  readonly contractDates: readonly ContractDate[];
}

/** Figures and all that is generated with them, live for a draft. */
export interface ReviewContent {
  readonly facts: Facts;
  readonly report: KpiReport;
  readonly generated: GeneratedContent;
}

export interface DocumentAction {
  readonly actionId: string;
  readonly title: LocalizedText;
  readonly owner: ContractParty;
  readonly dueDate: LocalDate | null;
  readonly state: string;
  readonly carriedFrom: string | null;
}

/** What is published: these bytes, as canonical JSON, are what both sides sign (D-SIG-1). */
export interface ReviewDocument {
  readonly schema: 1;
  readonly reviewId: string;
  readonly tenantId: string;
  readonly tenantName: string;
  readonly prefix: string;
  readonly figures: PublishedFigures;
  readonly figuresDigest: string;
  /** Per ticket a digest of the events that were read, so that verifying can name the one that was altered. */
  readonly evidence: readonly { readonly ticketId: string; readonly logDigest: string }[];
  readonly generated: GeneratedContent;
  readonly sections: Sections;
  readonly actions: readonly DocumentAction[];
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The edge where stored text becomes a document again: only what this program has published passes. */
function isDocument(value: unknown): value is ReviewDocument {
  if (!isObject(value) || value['schema'] !== 1 || !isObject(value['figures']) || !isObject(value['generated']))
    return false;
  const { report, tickets } = value['figures'];
  const lists = [
    value['evidence'],
    value['actions'],
    value['generated']['misses'],
    value['generated']['contractDates'],
    tickets,
  ];
  return (
    isObject(report) && Array.isArray(report['figures']) && lists.every(Array.isArray) && isObject(value['sections'])
  );
}

/** Reads a published document; null when its text isn't one any more. */
export function readDocument(text: string): ReviewDocument | null {
  try {
    const value: unknown = JSON.parse(text);
    return isDocument(value) ? value : null;
  } catch {
    return null;
  }
}
