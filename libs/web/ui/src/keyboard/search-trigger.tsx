import { IconSearch } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './search-trigger.module.css';

/** Looks like a search field, opens the palette. */
export const SearchTrigger = ({
  label,
  keys,
  onOpen,
}: {
  readonly label: string;
  readonly keys?: ReactNode;
  readonly onOpen: () => void;
}) => (
  <button type="button" className={classes['trigger']} onClick={onOpen}>
    <IconSearch size={16} aria-hidden />
    <span className={classes['label']}>{label}</span>
    {keys}
  </button>
);
