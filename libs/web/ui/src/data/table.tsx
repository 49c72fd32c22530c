import type { ReactNode } from 'react';
import classes from './data-table.module.css';

export interface TableProps {
  readonly caption: string;
  readonly head: readonly ReactNode[];
  readonly rows: readonly (readonly ReactNode[])[];
  /** Columns (by index) that hold figures. */
  readonly figures?: readonly number[];
}

/** A plain table for facts that are read, not worked through. */
export function Table({ caption, head, rows, figures = [] }: TableProps) {
  const align = (index: number): 'start' | 'end' => (figures.includes(index) ? 'end' : 'start');
  return (
    <div className={classes['frame']}>
      <table className={classes['table']}>
        <caption className="dl-hidden">{caption}</caption>
        <thead>
          <tr>{head.map((cell, index) => <th key={index} scope="col" data-align={align(index)}>{cell}</th>)}</tr>
        </thead>
        <tbody>
          {rows.map((cells, row) => <tr key={row}>{cells.map((cell, index) => <td key={index} data-align={align(index)}>{cell}</td>)}</tr>)}
        </tbody>
      </table>
    </div>
  );
}
