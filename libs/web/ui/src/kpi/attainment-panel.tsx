import { BulletChart } from '../charts/bullet-chart.js';
import { Panel } from '../layout/page-layout.js';
import { Stack } from '../layout/stack.js';
import { useClockName } from '../sla/clock-name.js';
import { useUiText } from '../text/ui-text.js';
import { FigureNote } from './figure-note.js';
import classes from './attainment.module.css';
import { figureId, type FigureHref, type WholeFigure } from './whole-figure.js';

const PERCENT = 100;
/** Beside attainment while the client contests waiting: what would be, not what is. */
const CONCEDED = 'SLA_ATTAINMENT_IF_CONCEDED';

/** Shares against their targets. Those without a target stand among the tiles. */
export function AttainmentPanel({
  figures,
  hrefOf,
}: {
  readonly figures: readonly WholeFigure[];
  readonly hrefOf: FigureHref;
}) {
  const text = useUiText();
  const clockName = useClockName();
  // Below one heading the clock tells the rows apart; the whole name would say the heading again.
  const nameOf = ({ key, clock, label }: WholeFigure): string => {
    if (clock === null) return label;
    return key === CONCEDED ? text('ui.figures.ifConceded', { name: clockName(clock) }) : clockName(clock);
  };
  const rows = figures.flatMap((figure) => {
    const target = figure.targets.find(({ comparison }) => comparison === 'AT_LEAST');
    const href = hrefOf(figure);
    if (target === undefined) return [];
    return [
      {
        id: figureId(figure),
        label: nameOf(figure),
        value: figure.value === null ? null : figure.value / PERCENT,
        target: target.value / PERCENT,
        previous: figure.previousValue === null ? null : figure.previousValue / PERCENT,
        n: figure.n,
        ...(href === null ? {} : { href }),
      },
    ];
  });
  if (rows.length === 0) return null;
  const own = figures.filter(({ key }) => key !== CONCEDED);
  const missed = own.filter(({ targets }) => targets.some(({ judgement }) => judgement === 'NOT_REACHED'));
  const reached = own.filter(({ targets }) => targets.some(({ judgement }) => judgement === 'REACHED'));
  const finding =
    missed.length > 0
      ? text('ui.figures.finding.missed', { names: missed.map(nameOf).join(', ') })
      : reached.length > 0
        ? text('ui.figures.finding.reached')
        : text('ui.figures.finding.none');
  return (
    <Panel>
      <Stack gap="s">
        <BulletChart title={text('ui.figures.group.ATTAINMENT')} finding={finding} rows={rows} />
        <div className={classes['notes']}>
          {figures.map((figure) => (
            <FigureNote
              key={figureId(figure)}
              figure={figure}
              label={text('ui.figures.definition.of', { name: figure.label })}
            />
          ))}
        </div>
      </Stack>
    </Panel>
  );
}
