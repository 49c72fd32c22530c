import { type Address, useLocal } from '@daylight/web-app';
import { Select, TextField, useHotkeys } from '@daylight/web-ui';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useText } from '../../app/text.js';
import classes from './filter-bar.module.css';
import { PRIORITIES, STATUS_CHOICES, TYPES, type TicketListState } from './filters.js';
import type { TicketsPageQuery } from './generated/tickets.js';

interface FilterBarProps {
  readonly state: TicketListState;
  readonly address: Address;
  readonly services: TicketsPageQuery['serviceItems'];
}

const TYPING_MS = 300;
const ALL = 'all';

/** Narrows the list; every choice goes into the address. */
export function FilterBar({ state, address, services }: FilterBarProps) {
  const text = useText();
  const local = useLocal();
  const change =
    (name: string) =>
    (value: string): void =>
      address.set({ [name]: value === ALL ? null : value, after: null });
  const all = { value: ALL, label: text('tickets.filter.all') };
  const several = state.priorities.join(',');
  const priorities = [
    all,
    ...(state.priorities.length > 1 ? [{ value: several, label: state.priorities.join(' · ') }] : []),
    ...PRIORITIES.map((priority) => ({ value: priority, label: text(`priority.${priority}`) })),
  ];
  const statuses = STATUS_CHOICES.map((status) => ({
    value: status,
    label: status === 'all' ? all.label : text(`tickets.status.${status}`),
  }));
  return (
    <div className={classes['bar']} role="search" aria-label={text('tickets.filter')}>
      <SearchField value={state.text} onChange={(words) => address.set({ text: words, after: null }, 'replace')} />
      <Select label={text('ticket.status')} value={state.status} options={statuses} onChange={change('status')} />
      <Select
        label={text('ticket.priority')}
        value={several === '' ? ALL : several}
        options={priorities}
        onChange={change('priority')}
      />
      <Select
        label={text('ticket.type')}
        value={state.type ?? ALL}
        options={[all, ...TYPES.map((type) => ({ value: type, label: text(`ticket.type.${type}`) }))]}
        onChange={change('type')}
      />
      <Select
        label={text('ticket.service')}
        value={state.service ?? ALL}
        options={[all, ...services.map(({ id, name }) => ({ value: id, label: local(name) }))]}
        onChange={change('service')}
      />
    </div>
  );
}

/** Words to look for. Asks 300 ms after the last key: a Korean syllable is several. */
function SearchField({ value, onChange }: { readonly value: string; readonly onChange: (words: string) => void }) {
  const text = useText();
  const field = useRef<HTMLInputElement>(null);
  const [words, setWords] = useState(value);
  const asked = useRef(value);
  const latest = useRef(onChange);
  latest.current = onChange;
  useHotkeys([{ keys: 'Slash', label: text('tickets.search'), run: () => field.current?.focus() }]);
  useEffect(() => {
    // The address changed by itself (back, a link): what was typed gives way.
    if (value === asked.current) return;
    asked.current = value;
    setWords(value);
  }, [value]);
  useEffect(() => {
    if (words === asked.current) return undefined;
    const timer = setTimeout(() => {
      asked.current = words;
      latest.current(words);
    }, TYPING_MS);
    return () => clearTimeout(timer);
  }, [words]);
  return (
    <TextField
      ref={field}
      label={text('tickets.search')}
      type="search"
      placeholder={text('tickets.search.hint')}
      leading={<IconSearch size={17} stroke={1.75} />}
      value={words}
      onChange={setWords}
    />
  );
}
