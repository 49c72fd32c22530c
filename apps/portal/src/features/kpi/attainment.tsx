import { BulletChart, Panel, Stack } from '@daylight/web-ui';
import { useText } from '../../app/text.js';
import { FigureNote } from './figure-note.js';
import classes from './attainment.module.css';
import { figureId, itemsHref } from './figure-key.js';
import type { FigureWholeFragment } from './generated/kpi.js';

const PERCENT = 100;

/** Shares against their targets. Those without a target stand among the tiles. */
export function Attainment({
  figures,
  period,
}: {
  readonly figures: readonly FigureWholeFragment[];
  readonly period: string;
}) {
  const text = useText();
  const rows = figures.flatMap((figure) => {
    const target = figure.targets.find(({ comparison }) => comparison === 'AT_LEAST');
    const href = itemsHref(period, figure);
    if (target === undefined) return [];
    return [
      {
        id: figureId(figure),
        label: figure.clock === null ? figure.label : text(`clock.${figure.clock}`),
        value: figure.value === null ? null : figure.value / PERCENT,
        target: target.value / PERCENT,
        previous: figure.previousValue === null ? null : figure.previousValue / PERCENT,
        n: figure.n,
        ...(href === null ? {} : { href }),
      },
    ];
  });
  if (rows.length === 0) return null;
  const missed = figures.filter(({ targets }) => targets.some(({ judgement }) => judgement === 'NOT_REACHED'));
  const reached = figures.filter(({ targets }) => targets.some(({ judgement }) => judgement === 'REACHED'));
  const finding =
    missed.length > 0
      ? text('kpi.finding.missed', {
          names: missed.map(({ clock, label }) => (clock === null ? label : text(`clock.${clock}`))).join(', '),
        })
      : reached.length > 0
        ? text('kpi.finding.reached')
        : text('kpi.finding.none');
  return (
    <Panel>
      <Stack gap="s">
        <BulletChart title={text('kpi.group.ATTAINMENT')} finding={finding} rows={rows} />
        <div className={classes['notes']}>
          {figures.map((figure) => (
            <FigureNote
              key={figureId(figure)}
              figure={figure}
              label={text('kpi.definition.of', { name: figure.label })}
            />
          ))}
        </div>
      </Stack>
    </Panel>
  );
}
