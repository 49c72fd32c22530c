import type { SlaPolicy, Terms } from '@daylight/domain';
import type { FieldProblem } from '../../forms/field-problems.js';

/** What is being written. Dates as the fields hold them. */
export interface Draft {
  readonly effectiveFrom: string;
  readonly termEnd: string | null;
  readonly note: string;
  readonly terms: Terms;
}

export const SECTIONS = [
  'basics',
  'services',
  'sla',
  'calendars',
  'rules',
  'promises',
  'kpis',
  'responsibilities',
  'changes',
] as const;
export type Section = (typeof SECTIONS)[number];

const BEGINNINGS: Readonly<Record<Section, readonly string[]>> = {
  basics: [
    'effectiveFrom',
    'termEnd',
    'note',
    'terms.renewal',
    'terms.currency',
    'terms.monthlyFeeMinor',
    'terms.reportingZone',
    'terms.reopenWindowDays',
    'terms.autoCloseDays',
    'terms.deemedConsent',
    'terms.jurisdictions',
  ],
  services: ['terms.services'],
  sla: ['terms.policies'],
  calendars: ['terms.calendars'],
  rules: ['terms.priorityMatrix', 'terms.responseMetBy', 'terms.waiting'],
  promises: ['terms.availability', 'terms.maintenance', 'terms.credits'],
  kpis: ['terms.kpiTargets'],
  responsibilities: ['terms.responsibilities'],
  changes: [],
};

/** The part of the editor in which a problem is shown; `basics` for what none of them names. */
export function sectionOf(path: string): Section {
  return (
    SECTIONS.find((section) =>
      BEGINNINGS[section].some(
        (beginning) => path === beginning || path.startsWith(`${beginning}.`) || path.startsWith(`${beginning}[`),
      ),
    ) ?? 'basics'
  );
}

/** How many problems wait in one part. */
export const countIn = (section: Section, problems: readonly FieldProblem[]): number =>
  problems.filter(({ path }) => sectionOf(path) === section).length;

/** An id for a new item that no other of its kind has. */
export function freshId(base: string, taken: readonly string[]): string {
  const plain =
    base
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-|-$/g, '') || 'item';
  if (!taken.includes(plain)) return plain;
  for (let count = 2; ; count += 1) if (!taken.includes(`${plain}-${count}`)) return `${plain}-${count}`;
}

/** A policy like another one, with ids of its own: ids of targets are unique in the whole document. */
export function copyOf(policy: SlaPolicy, policies: readonly SlaPolicy[]): SlaPolicy {
  const id = freshId(
    `${policy.id}-copy`,
    policies.map((each) => each.id),
  );
  return {
    id,
    name: { ko: `${policy.name.ko} 사본`, en: `${policy.name.en} copy` },
    targets: policy.targets.map((target) => ({ ...target, id: `${id}-${target.id}`.slice(0, 100) })),
  };
}

/** The draft as text for the browser's store, and back; null when it is of another version or unreadable. */
export const keep = (draft: Draft, version: number): string => JSON.stringify({ version, draft });

export function restore(kept: string, version: number, readTerms: (document: unknown) => Terms | null): Draft | null {
  try {
    const found: unknown = JSON.parse(kept);
    if (!isRecord(found) || found['version'] !== version || !isRecord(found['draft'])) return null;
    const { effectiveFrom, termEnd, note, terms } = found['draft'];
    const read = readTerms(terms);
    if (read === null || typeof effectiveFrom !== 'string' || typeof note !== 'string') return null;
    return { effectiveFrom, termEnd: typeof termEnd === 'string' ? termEnd : null, note, terms: read };
  } catch {
    return null;
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
