import type { ReactNode } from 'react';
import { Menu, type MenuEntry } from '../overlays/menu.js';
import classes from './account-menu.module.css';

export interface AccountMenuProps {
  readonly name: string;
  readonly email: string;
  /** Below the name on the button, e.g. the company; leave out in a bar. */
  readonly note?: ReactNode;
  readonly groups: readonly (readonly MenuEntry[])[];
}

/** Who is signed in, and what is theirs: companies, settings, shortcuts, the way out. */
export function AccountMenu({ name, email, note, groups }: AccountMenuProps) {
  const trigger = (
    <button type="button" className={classes['trigger']} aria-label={name}>
      <span className={classes['avatar']} aria-hidden>
        {[...name][0]}
      </span>
      <span className={classes['who']}>
        <span className={classes['name']}>{name}</span>
        {note === undefined ? null : <span className={classes['note']}>{note}</span>}
      </span>
    </button>
  );
  const heading = (
    <>
      <strong>{name}</strong>
      <br />
      {email}
    </>
  );
  return <Menu trigger={trigger} heading={heading} groups={groups} />;
}
