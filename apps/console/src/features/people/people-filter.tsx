import { type Address, oneOf } from '@daylight/web-app';
import { Segments, TextField } from '@daylight/web-ui';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useText } from '../../app/text.js';
import classes from './people.module.css';

export const STATUSES = ['ACTIVE', 'INVITED', 'DEACTIVATED'] as const;
const TYPING_MS = 300;

/** Names and addresses, and whether they can sign in; in the address of the page. */
export function PeopleFilter({ address }: { readonly address: Address }) {
  const text = useText();
  const given = address.get('q') ?? '';
  const [typed, setTyped] = useState(given);
  useEffect(() => {
    if (typed.trim() === given) return undefined;
    const timer = setTimeout(() => address.set({ q: typed.trim() }, 'replace'), TYPING_MS);
    return () => clearTimeout(timer);
  }, [typed, given, address]);
  return (
    <div className={classes['filter']}>
      <TextField
        label={text('people.search')}
        type="search"
        leading={<IconSearch size={17} />}
        value={typed}
        onChange={setTyped}
      />
      <Segments
        label={text('ticket.status')}
        value={oneOf(address.get('status'), ['ALL', ...STATUSES])}
        options={(['ALL', ...STATUSES] as const).map((value) => ({ value, label: text(`people.status.${value}`) }))}
        onChange={(value) => address.set({ status: value === 'ALL' ? null : value })}
      />
    </div>
  );
}
