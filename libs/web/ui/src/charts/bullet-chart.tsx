import { bullet, bulletFloor } from '@daylight/web-charts';
import { formatFraction } from '@daylight/web-format';
import { useUiText } from '../text/ui-text.js';
import { useLinkComponent } from '../ui-provider.js';
import classes from './bullet-chart.module.css';
import { ChartFigure } from './chart-figure.js';

export interface BulletRow {
  readonly id: string;
  readonly label: string;
  /** Percent 0..100 before rounding; null: no data. */
  readonly value: number | null;
  readonly target: number;
  readonly previous: number | null;
  readonly n: number;
  readonly href?: string;
}

export interface BulletChartProps {
  readonly title: string;
  readonly finding: string;
  readonly rows: readonly BulletRow[];
}

/** Below this many items a share says little; the row is greyed and says so. */
const FEW = 5;
const percent = (value: number | null): string | null => formatFraction(value === null ? null : value / 100, 1);

/** Attainment against target, with the previous period's tick: one row per priority or service. */
export function BulletChart({ title, finding, rows }: BulletChartProps) {
  const text = useUiText();
  const Link = useLinkComponent();
  const min = bulletFloor(rows.flatMap((row) => [row.value, row.target, row.previous]));
  return (
    <ChartFigure title={title} finding={finding} table={<BulletTable rows={rows} />}>
      <div className={classes['rows']}>
        {rows.map((row) => {
          const drawn = bullet({ ...row, min, max: 100, width: 100 });
          const verdict = row.value === null ? 'none' : row.value >= row.target ? 'met' : 'missed';
          return (
            <div key={row.id} className={classes['row']} data-few={row.n < FEW} data-verdict={verdict}>
              <span className={classes['label']}>
                {row.href === undefined ? row.label : <Link href={row.href}>{row.label}</Link>}
              </span>
              <svg className={classes['bar']} viewBox="0 0 100 20" preserveAspectRatio="none" aria-hidden>
                <rect className={classes['track']} y="5" width="100" height="10" />
                {drawn.bar === null ? null : <rect className={classes['value']} y="5" width={drawn.bar} height="10" />}
                {drawn.previous === null ? null : (
                  <path className={classes['previous']} d={`M${drawn.previous} 5v10`} />
                )}
                <path className={classes['target']} d={`M${drawn.target} 1v18`} />
              </svg>
              <span className={classes['figure']}>{percent(row.value) ?? text('ui.kpi.noData')}</span>
              <span className={classes['n']}>
                {row.n < FEW ? text('ui.kpi.few', { n: row.n }) : text('ui.kpi.n', { n: row.n })}
              </span>
            </div>
          );
        })}
        <p className={classes['legend']}>{text('ui.bullet.legend', { min })}</p>
      </div>
    </ChartFigure>
  );
}

function BulletTable({ rows }: { readonly rows: readonly BulletRow[] }) {
  const text = useUiText();
  return (
    <table className={classes['table']}>
      <thead>
        <tr>
          <th scope="col">{text('ui.bullet.item')}</th>
          <th scope="col">{text('ui.bullet.value')}</th>
          <th scope="col">{text('ui.bullet.target')}</th>
          <th scope="col">{text('ui.bullet.previous')}</th>
          <th scope="col">n</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">{row.label}</th>
            <td>{percent(row.value) ?? text('ui.kpi.noData')}</td>
            <td>{percent(row.target)}</td>
            <td>{percent(row.previous) ?? '–'}</td>
            <td>{row.n}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
