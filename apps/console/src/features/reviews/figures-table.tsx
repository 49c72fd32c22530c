import { Badge, Link, useFigureWords } from '@daylight/web-ui';
import { Fragment } from 'react';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useText } from '../../app/text.js';
import type { FigureWholeFragment } from '../kpis/generated/kpis.js';
import classes from './review.module.css';

interface FiguresTableProps {
  readonly figures: readonly FigureWholeFragment[];
  /** Where a figure's tickets are listed. */
  readonly hrefOf: (figure: FigureWholeFragment) => string;
}

const GROUPS = ['ATTAINMENT', 'CLOCKS', 'TIMES', 'QUALITY', 'FLOW', 'BACKLOG', 'CLIENT'] as const;

/** Figures against their targets, with the periods before beside them: what both sides sign. */
export function FiguresTable({ figures, hrefOf }: FiguresTableProps) {
  const text = useText();
  const words = useFigureWords();
  const worth = figures.filter(
    ({ value, targets, trend }) => value !== null || targets.length > 0 || trend.some((point) => point.value !== null),
  );
  const before = (worth[0]?.trend.slice(0, -1) ?? []).filter(({ periodKey }) => wasMeasured(worth, periodKey));
  return (
    <div className={classes['figures']} tabIndex={0} role="region" aria-label={text('review.figures')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{text('editor.kpi.figure')}</th>
            <th scope="col">{text('review.now')}</th>
            <th scope="col" className={classes['before']}>
              n
            </th>
            <th scope="col">{text('view.target')}</th>
            <th scope="col">{text('review.verdict')}</th>
            {[...before].reverse().map(({ periodKey, label }) => (
              <th key={periodKey} scope="col" className={classes['before']}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {GROUPS.map((group) => {
            // What was counted apart is worth a line where there was some.
            const own = worth.filter((figure) => figure.group === group && (group !== 'CLOCKS' || figure.n > 0));
            if (own.length === 0) return null;
            return (
              <Fragment key={group}>
                <tr className={classes['group']}>
                  <td colSpan={before.length + 5}>{text(`kpiGroup.${group}`)}</td>
                </tr>
                {own.map((figure) => (
                  <tr key={`${figure.key}/${figure.clock}`}>
                    <th scope="row">
                      {figure.hasItems ? <Link href={hrefOf(figure)}>{figure.label}</Link> : figure.label}
                    </th>
                    <td className={classes['now']}>{figure.value === null ? text('kpis.noData') : figure.display}</td>
                    <td className={classes['before']}>{figure.unit === 'COUNT' ? '' : figure.n}</td>
                    <td className={classes['target']}>
                      {figure.targets.map(({ display }) => display).join(', ') || '–'}
                    </td>
                    <td>
                      <Verdict figure={figure} />
                    </td>
                    {[...before].reverse().map(({ periodKey }) => {
                      const point = figure.trend.find((each) => each.periodKey === periodKey);
                      return (
                        <td key={periodKey} className={classes['before']}>
                          {point === undefined || point.value === null ? '–' : words(point.value, figure.unit)}
                        </td>
                      );
                    })}
                  </tr>
                ))}
              </Fragment>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** A period before the contract has nothing to compare with: its counts are nought, and there is nothing else. */
function wasMeasured(figures: readonly FigureWholeFragment[], periodKey: string): boolean {
  return figures.some(({ trend }) => trend.some((point) => point.periodKey === periodKey && Number(point.value) > 0));
}

function Verdict({ figure }: { readonly figure: FigureWholeFragment }) {
  const text = useText();
  const target = figure.targets[0];
  if (target === undefined) return <>–</>;
  if (target.judgement === 'NO_DATA') return <>{text('kpis.noData')}</>;
  const reached = target.judgement === 'REACHED';
  return (
    <Badge
      look="plain"
      tone={reached ? 'ok' : 'danger'}
      icon={reached ? <IconCircleCheck aria-hidden /> : <IconAlertTriangle aria-hidden />}
    >
      {text(reached ? 'review.reached' : 'review.notReached')}
    </Badge>
  );
}
