import { trend, type TrendPoint } from '@daylight/web-charts';
import { useUiText } from '../text/ui-text.js';
import { ChartFigure } from './chart-figure.js';
import classes from './trend-chart.module.css';
import { useWidth } from './use-width.js';

export interface TrendChartProps {
  readonly title: string;
  readonly finding: string;
  readonly points: readonly TrendPoint[];
  /** How a value reads, e.g. "97.5%" or "2시간 5분". */
  readonly format: (value: number) => string;
  readonly target?: number | null;
  readonly targetLabel?: string;
  /** 0 for counts and durations. */
  readonly min?: number;
  readonly max?: number;
}

const HEIGHT = 150;
const LEFT = 52;
const TOP = 12;

/** A figure over periods, its target line and band. Gaps are gaps: nothing measured is never drawn as zero. */
export function TrendChart({ title, finding, points, format, target = null, targetLabel, min, max }: TrendChartProps) {
  const [ref, width] = useWidth(560);
  const text = useUiText();
  const inner = Math.max(width - LEFT - 16, 40);
  const drawn = trend(points, {
    width: inner,
    height: HEIGHT,
    target,
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
  });
  const every = Math.ceil(points.length / Math.max(1, Math.floor(inner / 64)));
  const last = drawn.dots.at(-1);
  const lastValue = last === undefined ? null : (points[last.index]?.value ?? null);
  return (
    <ChartFigure title={title} finding={finding} table={<TrendTable points={points} format={format} />}>
      <div ref={ref}>
        <svg
          className={classes['drawing']}
          width={width}
          height={HEIGHT + TOP + 26}
          role="img"
          aria-label={`${title}. ${finding}`}
        >
          <g transform={`translate(${LEFT},${TOP})`}>
            {drawn.ticks.map((tick) => (
              <g key={tick.value} className={classes['grid']}>
                <path d={`M0 ${tick.y}H${inner}`} />
                <text x={-8} y={tick.y + 4} textAnchor="end">
                  {format(tick.value)}
                </text>
              </g>
            ))}
            <path className={classes['band']} d={drawn.band} />
            {drawn.targetY === null ? null : (
              <g className={classes['target']}>
                <path d={`M0 ${drawn.targetY}H${inner}`} />
                <text x={4} y={drawn.targetY - 5}>
                  {targetLabel ?? text('ui.bullet.target')}
                </text>
              </g>
            )}
            <path className={classes['line']} d={drawn.line} />
            {drawn.dots.map((dot) => (
              <circle key={dot.index} className={classes['dot']} cx={dot.x} cy={dot.y} r={dot === last ? 4 : 2.5}>
                <title>{`${points[dot.index]?.label}: ${format(points[dot.index]?.value ?? 0)}`}</title>
              </circle>
            ))}
            {last === undefined || lastValue === null ? null : (
              <text
                className={classes['last']}
                x={last.x}
                y={
                  drawn.targetY !== null && last.y > drawn.targetY && last.y - drawn.targetY < 26
                    ? last.y + 20
                    : last.y - 10
                }
                textAnchor={last.index === points.length - 1 ? 'end' : 'middle'}
              >
                {format(lastValue)}
              </text>
            )}
            {points.map((point, index) =>
              index % every === 0 || index === points.length - 1 ? (
                <text
                  key={point.label}
                  className={classes['label']}
                  x={drawn.xs[index]}
                  y={HEIGHT + 20}
                  textAnchor="middle"
                >
                  {point.label}
                </text>
              ) : null,
            )}
          </g>
        </svg>
      </div>
    </ChartFigure>
  );
}

function TrendTable({ points, format }: Pick<TrendChartProps, 'points' | 'format'>) {
  const text = useUiText();
  return (
    <table className={classes['table']}>
      <tbody>
        {points.map((point) => (
          <tr key={point.label}>
            <th scope="row">{point.label}</th>
            <td>{point.value === null ? text('ui.kpi.noData') : format(point.value)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
