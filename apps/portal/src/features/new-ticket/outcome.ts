import { outcomeOf } from '@daylight/web-data';
import type { OpenTicketMutation } from './generated/new-ticket.js';

export interface Opened {
  readonly kind: 'opened';
  readonly id: string;
  readonly key: string;
}

/** Why no ticket was opened: what belongs to a field, and what belongs to none. */
export interface Refusal {
  readonly kind: 'refused';
  readonly fields: Readonly<Record<string, string>>;
  readonly messages: readonly string[];
}

export const NOTHING_REFUSED: Refusal = { kind: 'refused', fields: {}, messages: [] };

const FIELDS: ReadonlySet<string> = new Set(['serviceItemId', 'subject', 'description']);

interface Problem {
  readonly path: string | null;
  readonly message: string;
}

function refusalOf(problems: readonly Problem[]): Refusal {
  const atField = ({ path }: Problem): boolean => path !== null && FIELDS.has(path);
  return {
    kind: 'refused',
    fields: Object.fromEntries(problems.filter(atField).map(({ path, message }) => [path ?? '', message])),
    messages: problems.filter((problem) => !atField(problem)).map(({ message }) => message),
  };
}

/** What came of sending it. Without an answer the words for that are `failed`. */
export function outcomeOfOpening(
  result: OpenTicketMutation['openTicket'] | undefined,
  failed: string,
  gone: string,
): Opened | Refusal {
  if (result === undefined) return refusalOf([{ path: null, message: failed }]);
  return outcomeOf<OpenTicketMutation['openTicket'], Opened | Refusal>(result, {
    TicketOpened: ({ ticket }) => ({ kind: 'opened', id: ticket.id, key: ticket.key }),
    TicketRefused: ({ problem }) => refusalOf([{ path: problem.field, message: problem.message }]),
    InputRefused: ({ problems }) =>
      refusalOf(problems.map(({ path, message }) => ({ path: path.replace(/^input\./, ''), message }))),
    NotFound: () => refusalOf([{ path: 'serviceItemId', message: gone }]),
  });
}
