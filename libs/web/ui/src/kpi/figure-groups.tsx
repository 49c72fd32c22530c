import { Stack } from '../layout/stack.js';
import { FigureTile } from './figure-tile.js';
import { useUiText } from '../text/ui-text.js';
import { FigureNote } from './figure-note.js';
import classes from './figure-groups.module.css';
import { figureId, type FigureHref, type WholeFigure } from './whole-figure.js';

const GROUPS = ['ATTAINMENT', 'CLOCKS', 'TIMES', 'QUALITY', 'BACKLOG', 'VOLUME', 'CLIENT'] as const;

export interface FigureGroupsProps {
  readonly figures: readonly WholeFigure[];
  readonly hrefOf: FigureHref;
  /** Figures that stand elsewhere on the page, by `figureId`. */
  readonly skip?: readonly string[];
  /** What the client's own figures are headed, where the client reads them. */
  readonly clientHeading?: string;
}

/** Every figure below the heading of its group. */
export function FigureGroups({ figures, hrefOf, skip = [], clientHeading }: FigureGroupsProps) {
  const text = useUiText();
  return (
    <>
      {GROUPS.map((group) => {
        const own = figures.filter((figure) => figure.group === group && !skip.includes(figureId(figure)));
        if (own.length === 0) return null;
        return (
          <section key={group} aria-labelledby={`group-${group}`}>
            <Stack gap="s">
              <h2 id={`group-${group}`} className={classes['heading']}>
                {(group === 'CLIENT' ? clientHeading : undefined) ?? text(`ui.figures.group.${group}`)}
              </h2>
              <div className={classes['tiles']}>
                {own.map((figure) => {
                  const href = hrefOf(figure);
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
