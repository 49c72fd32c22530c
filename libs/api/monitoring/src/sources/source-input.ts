import { textProblems, unstorableTexts, type InputProblem } from '@daylight/api-calendars';
import type { Grouping, Language, TicketFrom } from '@daylight/domain';
import { MAPPING_FAULTS, SOURCE_FAULTS } from '../messages.js';
import type { IntakeAuth } from '../receive/source-lookup.js';
import { parseMapping, type Mapping } from '../vendors/read-body.js';

export interface SourceInput {
  readonly sourceId?: string | null;
  readonly expectedVersion?: number | null;
  readonly tenantId: string;
  readonly vendor: string;
  readonly serviceItemId: string;
  readonly name: string;
  readonly auth: IntakeAuth;
  readonly grouping: Grouping['by'];
  readonly groupLabels: readonly string[];
  readonly ticketFrom: TicketFrom;
  readonly ticketLimit: number;
  readonly mapping?: unknown;
  readonly heartbeatMinutes?: number | null;
  readonly perMinute: number;
  readonly maxBytes: number;
  readonly active: boolean;
}

const BOUNDS = {
  ticketLimit: [1, 1_000],
  heartbeatMinutes: [1, 10_080],
  perMinute: [1, 100_000],
  maxBytes: [1_024, 10_485_760],
} as const;
const MOST_LABELS = 10;

/** Faults of a mapping as the reader is told them. */
export function mappingProblems(document: unknown, below: string, language: Language): readonly InputProblem[] {
  const parsed = parseMapping(document);
  if (parsed.kind === 'mapping') return unstorableTexts(document, below, language);
  return parsed.faults.map(({ path, kind }) => {
    const at = [below, path].filter((part) => part !== '').join('.');
    return { path: at, kind, message: MAPPING_FAULTS[kind][language] };
  });
}

/** The mapping of an input that was found to be in order; null: none. */
export function mappingOfInput(document: unknown): Mapping | null {
  const parsed = document == null ? null : parseMapping(document);
  return parsed?.kind === 'mapping' ? parsed.mapping : null;
}

function boundProblems(input: SourceInput, language: Language): readonly InputProblem[] {
  const names = ['ticketLimit', 'heartbeatMinutes', 'perMinute', 'maxBytes'] as const;
  return names.flatMap((path) => {
    const [least, most] = BOUNDS[path];
    const value = input[path];
    if (value == null || (value >= least && value <= most)) return [];
    return [{ path, kind: 'OUT_OF_RANGE', message: SOURCE_FAULTS.range(least, most)[language] }];
  });
}

function groupProblems({ grouping, groupLabels }: SourceInput, language: Language): readonly InputProblem[] {
  const path = 'groupLabels';
  if (grouping !== 'LABELS') return [];
  if (groupLabels.length === 0) return [{ path, kind: 'MISSING', message: SOURCE_FAULTS.labels[language] }];
  if (groupLabels.length > MOST_LABELS) {
    return [{ path, kind: 'TOO_MANY', message: SOURCE_FAULTS.range(1, MOST_LABELS)[language] }];
  }
  return groupLabels.flatMap((label, index) => textProblems(label, { path: `${path}[${index}]`, max: 120, language }));
}

/** All that is wrong with a source as asked for, but for the client and the service it names. */
export function sourceProblems(input: SourceInput, language: Language): readonly InputProblem[] {
  const silent = input.vendor === 'HEARTBEAT' && input.heartbeatMinutes == null;
  return [
    ...textProblems(input.name, { path: 'name', max: 200, language }),
    ...boundProblems(input, language),
    ...groupProblems(input, language),
    ...(input.mapping == null ? [] : mappingProblems(input.mapping, 'mapping', language)),
    ...(silent ? [{ path: 'heartbeatMinutes', kind: 'MISSING', message: SOURCE_FAULTS.heartbeat[language] }] : []),
  ];
}
