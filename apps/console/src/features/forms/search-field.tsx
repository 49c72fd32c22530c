import type { Address } from '@daylight/web-app';
import { TextField } from '@daylight/web-ui';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useState } from 'react';

const SETTLE_MS = 250;

/** A search that lives in the address as `q`; asks once typing has settled. */
export function SearchField({
  label,
  placeholder,
  address,
}: {
  readonly label: string;
  readonly placeholder?: string;
  readonly address: Address;
}) {
  const asked = address.get('q') ?? '';
  const [typed, setTyped] = useState(asked);
  useEffect(() => {
    if (typed === asked) return undefined;
    const timer = setTimeout(() => address.set({ q: typed, after: null }, 'replace'), SETTLE_MS);
    return () => clearTimeout(timer);
  }, [typed, asked, address]);
  return (
    <TextField
      label={label}
      type="search"
      value={typed}
      onChange={setTyped}
      leading={<IconSearch size={16} />}
      {...(placeholder === undefined ? {} : { placeholder })}
    />
  );
}
