import type { QueueFilter, QueueSort, QueueView } from './generated/queue.js';

export const VIEWS = [
  'MINE',
  'UNASSIGNED',
  'OVERDUE',
  'WAITING',
  'ALL_OPEN',
  'ALL',
] as const satisfies readonly QueueView[];
const SORTS = ['NEXT_DUE', 'NEWEST'] as const satisfies readonly QueueSort[];
const PRIORITIES = ['P1', 'P2', 'P3', 'P4', 'P5'] as const;
const STATUSES = [
  'NEW',
  'OPEN',
  'WAITING_ON_CLIENT',
  'WAITING_ON_THIRD_PARTY',
  'SCHEDULED',
  'RESOLVED',
  'CLOSED',
  'CANCELLED',
  'MERGED',
] as const;
const TYPES = ['INCIDENT', 'SERVICE_REQUEST', 'CHANGE', 'PROBLEM', 'SECURITY_INCIDENT'] as const;

/** What a queue shows: all of it stands in the address, so that a pasted link shows the same. */
export interface QueueAddress {
  readonly view: QueueView;
  readonly sort: QueueSort;
  readonly filter: QueueFilter;
}

type Read = (name: string) => string | null;

const split = (value: string | null): readonly string[] => (value ?? '').split(',').filter((part) => part !== '');

function known<T extends string>(value: string | null, words: readonly T[]): readonly T[] {
  const wanted = split(value);
  return words.filter((word) => wanted.includes(word));
}

/** An empty list would match nothing: a dimension that isn't filtered is left out. */
const some = <T>(name: string, list: readonly T[]): Readonly<Record<string, readonly T[]>> =>
  list.length === 0 ? {} : { [name]: list };

/** Reads the queue's part of the address; words that nobody knows are left out. */
export function readQueue(read: Read): QueueAddress {
  const text = read('q')?.trim() ?? '';
  const importRunId = read('run') ?? '';
  return {
    view: VIEWS.find((view) => view === read('view')) ?? 'MINE',
    sort: SORTS.find((sort) => sort === read('sort')) ?? 'NEXT_DUE',
    filter: {
      ...some('priorities', known(read('priority'), PRIORITIES)),
      ...some('statuses', known(read('status'), STATUSES)),
      ...some('types', known(read('type'), TYPES)),
      ...some('tenantIds', split(read('client'))),
      ...some('assigneeIds', split(read('assignee'))),
      ...(importRunId === '' ? {} : { importRunId }),
      ...(text === '' ? {} : { text }),
    },
  };
}

export const isFiltered = ({ filter }: QueueAddress): boolean => Object.keys(filter).length > 0;
