import type { Address } from '@daylight/web-app';
import { Button, FacetMenu, isComposing, TextField } from '@daylight/web-ui';
import { IconSearch, IconX } from '@tabler/icons-react';
import { useEffect, useState, type KeyboardEvent, type RefObject } from 'react';
import { useText } from '../../app/text.js';
import classes from './filter-bar.module.css';
import { isFiltered, type QueueAddress } from './queue-address.js';
import type { Facets } from './use-queue.js';

interface FilterBarProps {
  readonly address: Address;
  readonly queue: QueueAddress;
  readonly facets: Facets | null;
  readonly search: RefObject<HTMLInputElement | null>;
}

const SEARCH_MS = 300;
const NONE: readonly never[] = [];

/** What narrows the queue: words, and facets with what each value would leave. All of it stands in the address. */
export function FilterBar({ address, queue, facets, search }: FilterBarProps) {
  const text = useText();
  const { filter } = queue;
  const set = (name: string) => (chosen: readonly string[]) =>
    address.set({ [name]: chosen.length === 0 ? null : chosen.join(',') });
  const clear = (): void =>
    address.set({ priority: null, status: null, type: null, client: null, assignee: null, run: null, q: null });
  return (
    <div className={classes['bar']} role="search" aria-label={text('queue.filter')}>
      <SearchField address={address} search={search} />
      <FacetMenu
        label={text('queue.column.priority')}
        values={(facets?.priorities ?? NONE)
          .map(({ value, count }) => ({ value, label: value, count }))
          .sort((a, b) => a.value.localeCompare(b.value))}
        chosen={filter.priorities ?? NONE}
        onChange={set('priority')}
      />
      <FacetMenu
        label={text('queue.column.status')}
        values={(facets?.statuses ?? NONE).map(({ value, label, count }) => ({
          value,
          label: statusLabel(value, label, text),
          count,
        }))}
        chosen={filter.statuses ?? NONE}
        onChange={set('status')}
      />
      <FacetMenu
        label={text('queue.type')}
        values={(facets?.types ?? NONE).map(({ value, label, count }) => ({
          value,
          label: typeLabel(value, label, text),
          count,
        }))}
        chosen={filter.types ?? NONE}
        onChange={set('type')}
      />
      <FacetMenu
        label={text('queue.client')}
        values={facets?.tenants ?? NONE}
        chosen={(filter.tenantIds ?? NONE).map(String)}
        onChange={set('client')}
      />
      <FacetMenu
        label={text('queue.column.assignee')}
        values={facets?.assignees ?? NONE}
        chosen={(filter.assigneeIds ?? NONE).map(String)}
        onChange={set('assignee')}
      />
      {filter.importRunId == null ? null : (
        <Button
          look="quiet"
          size="small"
          icon={<IconX size={16} aria-hidden />}
          onClick={() => address.set({ run: null })}
        >
          {text('queue.ofImport')}
        </Button>
      )}
      {isFiltered(queue) ? (
        <Button look="quiet" size="small" onClick={clear}>
          {text('queue.clear')}
        </Button>
      ) : null}
    </div>
  );
}

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
type Say = ReturnType<typeof useText>;

function statusLabel(value: string, otherwise: string, text: Say): string {
  const status = STATUSES.find((one) => one === value);
  return status === undefined ? otherwise : text(`queue.status.${status}`);
}

function typeLabel(value: string, otherwise: string, text: Say): string {
  const type = TYPES.find((one) => one === value);
  return type === undefined ? otherwise : text(`ticket.type.${type}`);
}

/** Words to look for: taken up when typing pauses, at once on Enter; Esc gives the focus back to the list. */
function SearchField({ address, search }: Pick<FilterBarProps, 'address' | 'search'>) {
  const text = useText();
  const given = address.get('q') ?? '';
  const [typed, setTyped] = useState(given);
  useEffect(() => setTyped(given), [given]);
  useEffect(() => {
    if (typed.trim() === given) return undefined;
    const timer = setTimeout(() => address.set({ q: typed.trim() }, 'replace'), SEARCH_MS);
    return () => clearTimeout(timer);
  }, [typed, given, address]);
  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    if (isComposing(event.nativeEvent)) return;
    if (event.code === 'Escape') event.currentTarget.blur();
    else if (event.code === 'Enter') address.set({ q: typed.trim() }, 'replace');
    else return;
    event.preventDefault();
  }
  return (
    <div className={classes['search']}>
      <TextField
        ref={search}
        label={text('queue.search')}
        type="search"
        placeholder={text('queue.searchHint')}
        leading={<IconSearch size={17} />}
        value={typed}
        onChange={setTyped}
        onKeyDown={onKeyDown}
      />
    </div>
  );
}
