import { FigureTile, Stack } from '@daylight/web-ui';
import { useText } from '../../app/text.js';
import { FigureNote } from './figure-note.js';
import { figureId, itemsHref } from './figure-key.js';
import classes from './figures-by-group.module.css';
import type { FigureWholeFragment } from './generated/kpi.js';

const GROUPS = ['ATTAINMENT', 'TIMES', 'QUALITY', 'BACKLOG', 'CLOCKS', 'VOLUME', 'CLIENT'] as const;

/** Every figure below the heading of its group. */
export function FiguresByGroup({
  figures,
  period,
  skip = [],
}: {
  readonly figures: readonly FigureWholeFragment[];
  readonly period: string;
  readonly skip?: readonly string[];
}) {
  const text = useText();
  return (
    <>
      {GROUPS.map((group) => {
        const own = figures.filter((figure) => figure.group === group && !skip.includes(figureId(figure)));
        if (own.length === 0) return null;
        return (
          <section key={group} aria-labelledby={`group-${group}`}>
            <Stack gap="s">
              <h2 id={`group-${group}`} className={classes['heading']}>
                {text(`kpi.group.${group}`)}
              </h2>
              <div className={classes['tiles']}>
                {own.map((figure) => {
                  const href = itemsHref(period, figure);
                  return (
                    <FigureTile
                      key={figureId(figure)}
                      figure={figure}
                      note={<FigureNote figure={figure} />}
                      {...(href === null ? {} : { href })}
                    />
                  );
                })}
              </div>
            </Stack>
          </section>
        );
      })}
    </>
  );
}
