import type { TicketType } from './generated/new-ticket.js';

export const LEVELS = [1, 2, 3] as const;
export type Level = (typeof LEVELS)[number];

/** What a client may open; problems are the provider's to find. */
export const OPENABLE = [
  'INCIDENT',
  'SERVICE_REQUEST',
  'CHANGE',
  'SECURITY_INCIDENT',
] as const satisfies readonly TicketType[];
export type Openable = (typeof OPENABLE)[number];

/** A ticket being written. Files aren't part of it: a browser can't keep them. */
export interface TicketDraft {
  readonly type: Openable;
  readonly serviceItemId: string;
  readonly impact: Level;
  readonly urgency: Level;
  readonly subject: string;
  readonly description: string;
  readonly confidential: boolean;
  readonly watcherIds: readonly string[];
}

export const EMPTY_DRAFT: TicketDraft = {
  type: 'INCIDENT',
  serviceItemId: '',
  impact: 2,
  urgency: 2,
  subject: '',
  description: '',
  confidential: false,
  watcherIds: [],
};

const level = (value: unknown): Level => LEVELS.find((one) => one === value) ?? 2;
const words = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Reads a kept draft. Whatever is missing or of an older shape falls back; nothing kept gives the empty one. */
export function readDraft(kept: string): TicketDraft {
  const found = parse(kept);
  return {
    type: OPENABLE.find((type) => type === found['type']) ?? EMPTY_DRAFT.type,
    serviceItemId: words(found['serviceItemId']),
    impact: level(found['impact']),
    urgency: level(found['urgency']),
    subject: words(found['subject']),
    description: words(found['description']),
    confidential: found['confidential'] === true,
    watcherIds: Array.isArray(found['watcherIds']) ? found['watcherIds'].filter((id) => typeof id === 'string') : [],
  };
}

function parse(kept: string): Readonly<Record<string, unknown>> {
  try {
    const found: unknown = JSON.parse(kept);
    return typeof found === 'object' && found !== null ? { ...found } : {};
  } catch {
    return {};
  }
}

/** What to keep; '' (nothing) while there is nothing that would be a loss. */
export function keepDraft(draft: TicketDraft): string {
  return draft.subject.trim() === '' && draft.description.trim() === '' ? '' : JSON.stringify(draft);
}
