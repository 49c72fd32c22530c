import type { EscalationDelay, EscalationPolicy, EscalationStep, EscalationTarget } from '@daylight/domain';

/** A policy as its form holds it; Daylight gives the id. */
export type PolicyDraft = Omit<EscalationPolicy, 'id'>;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isDraft = (value: unknown): value is PolicyDraft =>
  isRecord(value) &&
  [value['name'], value['scope'], value['afterLastStep']].every(isRecord) &&
  [value['steps'], value['fallback']].every(Array.isArray) &&
  typeof value['repeats'] === 'number';

/** The server's document, if it is one. */
export const readPolicy = (document: unknown): PolicyDraft | null => (isDraft(document) ? document : null);

export const wall = (minutes: number): EscalationDelay => ({ unit: 'WALL_MINUTES', minutes });

export const newStep = (id: string, minutes: number): EscalationStep => ({ id, delay: wall(minutes), targets: [] });

export const newPolicy = (): PolicyDraft => ({
  ...{ name: { ko: '', en: '' }, scope: { contractIds: [], priorities: ['P1'], types: [] } },
  ...{ steps: [newStep('step-1', 0)], repeats: 1, afterLastStep: wall(15), fallback: [] },
});

/** A target in one word, as a choice of a list carries it. */
export const targetText = (target: EscalationTarget): string => JSON.stringify(target);
