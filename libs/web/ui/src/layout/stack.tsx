import type { ReactNode } from 'react';
import classes from './stack.module.css';

export type Gap = 'xs' | 's' | 'm' | 'l' | 'xl';

interface BoxProps {
  readonly children: ReactNode;
  readonly gap?: Gap;
}

/** Things below each other. */
export const Stack = ({ children, gap = 'm' }: BoxProps) => (
  <div className={classes['stack']} data-gap={gap}>
    {children}
  </div>
);

export interface RowProps extends BoxProps {
  readonly align?: 'start' | 'center' | 'end' | 'baseline';
  readonly justify?: 'start' | 'between' | 'end';
  readonly wrap?: boolean;
}

/** Things beside each other; wraps when there is no room. */
export const Row = ({ children, gap = 's', align = 'center', justify = 'start', wrap = true }: RowProps) => (
  <div className={classes['row']} data-gap={gap} data-align={align} data-justify={justify} data-wrap={wrap}>
    {children}
  </div>
);

/** Equal columns, as many as fit with at least `min` rem each. */
export const Grid = ({ children, gap = 'm', min = 16 }: BoxProps & { readonly min?: number }) => (
  <div
    className={classes['grid']}
    data-gap={gap}
    style={{ gridTemplateColumns: `repeat(auto-fit, minmax(min(${min}rem, 100%), 1fr))` }}
  >
    {children}
  </div>
);

export interface TextProps {
  readonly children: ReactNode;
  readonly look?: 'body' | 'secondary' | 'small' | 'strong' | 'number' | 'code';
}

/** Running text; `small` is the least size used for something to read. */
export const Text = ({ children, look = 'body' }: TextProps) => (
  <span className={classes['text']} data-look={look}>
    {children}
  </span>
);

/** A name and its value, as in contract facts; give several inside a `Facts`. */
export const Facts = ({
  items,
}: {
  readonly items: readonly { readonly term: ReactNode; readonly value: ReactNode }[];
}) => (
  <dl className={classes['facts']}>
    {items.map(({ term, value }, index) => (
      <div key={index}>
        <dt>{term}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
);
