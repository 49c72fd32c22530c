import { useText } from '../../app/text.js';
import classes from './imports.module.css';

/** The first rows of a file, as they were read. */
export function PreviewTable({
  columns,
  rows,
  used,
}: {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly used: ReadonlySet<string>;
}) {
  const text = useText();
  return (
    <div className={classes['preview']} tabIndex={0} role="group" aria-label={text('import.preview')}>
      <table>
        <thead>
          <tr>
            {columns.map((column, index) => (
              <th key={index} scope="col" className={used.has(column) ? classes['used'] : undefined}>
                {column}
                {used.has(column) ? ' ●' : ''}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, row) => (
            <tr key={row}>
              {cells.map((cell, index) => (
                <td key={index} title={cell}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
