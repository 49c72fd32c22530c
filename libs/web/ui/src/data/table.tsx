import type { ReactNode } from 'react';
import classes from './data-table.module.css';

export interface TableProps {
  readonly caption: string;
  readonly head: readonly ReactNode[];
  readonly rows: readonly (readonly ReactNode[])[];
  /** Columns (by index) that hold figures. */
  readonly figures?: readonly number[];
}

/** What a cell is called once its row has become a card; a heading that isn't plain text names nothing there. */
const labelOf = (heading: ReactNode): string => (typeof heading === 'string' ? heading : '');

/** A plain table for facts that are read, not worked through. Below 640 px each row becomes a card. */
export function Table({ caption, head, rows, figures = [] }: TableProps) {
  const align = (index: number): 'start' | 'end' => (figures.includes(index) ? 'end' : 'start');
  return (
    <div className={classes['frame']}>
      <table className={classes['table']} role="table">
        <caption className="dl-hidden">{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {head.map((cell, index) => (
              <th key={index} scope="col" data-align={align(index)}>
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((cells, row) => (
            <tr key={row} role="row" className={classes['row']}>
              {cells.map((cell, index) =>
                cell === null ? (
                  <td key={index} role="cell" data-wide />
                ) : (
                  <td
                    key={index}
                    role="cell"
                    data-align={align(index)}
                    data-label={labelOf(head[index])}
                    data-primary={index === 0}
                  >
                    {cell}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
