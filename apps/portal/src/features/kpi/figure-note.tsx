import { formatNumber } from '@daylight/web-format';
import { useLanguage } from '@daylight/web-ui';
import { useText } from '../../app/text.js';
import classes from './figure-note.module.css';
import type { FigureWholeFragment } from './generated/kpi.js';

/** What it takes to believe a figure: its definition, what was counted, what was left out (D-KPI-1). */
export function FigureNote({ figure, label }: { readonly figure: FigureWholeFragment; readonly label?: string }) {
  const text = useText();
  const language = useLanguage();
  const count = (value: number): string => formatNumber(value, language);
  return (
    <details className={`${classes['note']} ${classes['tileNote']}`}>
      <summary>{label ?? text('kpi.definition')}</summary>
      <div className={classes['body']}>
        <p>{figure.definition}</p>
        {figure.unit === 'BASIS_POINTS' && figure.denominator > 0 ? (
          <p>{text('kpi.fraction', { part: count(figure.numerator), whole: count(figure.denominator) })}</p>
        ) : null}
        {figure.exclusions
          .filter(({ count: left }) => left > 0)
          .map(({ reason, label: why, count: left }) => (
            <p key={reason}>{text('kpi.excluded', { why, count: left })}</p>
          ))}
        {figure.confidential > 0 ? <p>{text('kpi.confidential', { count: figure.confidential })}</p> : null}
      </div>
    </details>
  );
}
