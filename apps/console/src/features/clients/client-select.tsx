import { useQuery } from '@daylight/web-data';
import { SearchSelect } from '@daylight/web-ui';
import { useEffect, useState } from 'react';
import { useText } from '../../app/text.js';
import { ClientPageDocument, ClientPickerDocument } from './generated/clients.js';

interface ClientSelectProps {
  readonly value: string | null;
  readonly onChange: (clientId: string | null) => void;
  readonly clearable?: boolean;
  readonly required?: boolean;
  readonly error?: string | null;
  readonly disabled?: boolean;
}

/** A client by name; the server searches, so that a long list needs no paging. */
export function ClientSelect({
  value,
  onChange,
  clearable = false,
  required = false,
  error = null,
  disabled = false,
}: ClientSelectProps) {
  const text = useText();
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setAsked(typed), 250);
    return () => clearTimeout(timer);
  }, [typed]);
  const [{ data }] = useQuery({ query: ClientPickerDocument, variables: { search: asked === '' ? null : asked } });
  const [chosen] = useQuery({
    query: ClientPageDocument,
    variables: { id: value ?? '' },
    pause: value === null,
    requestPolicy: 'cache-first',
  });
  const found = data?.tenants.edges.map(({ node }) => ({ value: node.id, label: node.name })) ?? [];
  const own = chosen.data?.tenant ?? null;
  const options =
    own === null || value === null || found.some((option) => option.value === own.id)
      ? found
      : [{ value: own.id, label: own.name }, ...found];
  // What is chosen is written in the field; searching for that name alone would hide all others.
  const search = (words: string): void => setTyped(words === own?.name ? '' : words);
  return (
    <SearchSelect
      label={text('contract.client')}
      value={options.some((option) => option.value === value) ? value : null}
      options={options}
      onChange={onChange}
      onSearch={search}
      clearable={clearable}
      required={required}
      error={error}
      disabled={disabled}
      placeholder={text('client.pick')}
    />
  );
}
