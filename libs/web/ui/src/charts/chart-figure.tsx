import { useId, useState, type ReactNode } from 'react';
import { useUiText } from '../text/ui-text.js';
import classes from './chart-figure.module.css';

export interface ChartFigureProps {
  readonly title: string;
  /** One sentence: what the picture shows. */
  readonly finding: ReactNode;
  /** The same facts as a table, for readers who can't or won't read the picture. */
  readonly table: ReactNode;
  readonly children: ReactNode;
}

/** Frame of every picture: its finding in words, the picture, and the table behind it. */
export function ChartFigure({ title, finding, table, children }: ChartFigureProps) {
  const [asTable, setAsTable] = useState(false);
  const id = useId();
  const text = useUiText();
  return (
    <figure className={classes['figure']} aria-labelledby={id}>
      <figcaption className={classes['caption']}>
        <span id={id} className={classes['title']}>
          {title}
        </span>
        <button type="button" className={classes['toggle']} aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
          {text(asTable ? 'ui.chart.asPicture' : 'ui.chart.asTable')}
        </button>
        <p className={classes['finding']}>{finding}</p>
      </figcaption>
      {asTable ? <div className={classes['table']}>{table}</div> : children}
    </figure>
  );
}
