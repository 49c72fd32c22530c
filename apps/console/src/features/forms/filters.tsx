import type { ReactNode } from 'react';
import classes from './filters.module.css';

/** Fields that narrow a list, as wide as a field needs to be. */
export const Filters = ({ children }: { readonly children: ReactNode }) => (
  <div className={classes['filters']}>{children}</div>
);
