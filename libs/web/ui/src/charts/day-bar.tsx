import type { DayKind, StripCell } from '@daylight/web-charts';
import classes from './day-strip.module.css';

const TOP = 9;
const HEIGHT = 27;
const PLANNED_TOP = TOP + HEIGHT + 3;

/** What stands above a bar: each kind has a shape of its own, so that hue is never alone. */
const MARKS: Readonly<Record<DayKind, string | null>> = {
  none: null,
  up: null,
  down: 'M-3.5 0h7L0 5.5z',
  degraded: 'M0 -0.5l3 3l-3 3l-3 -3z',
  unmeasured: 'M-2.5 2.5h5',
};

/** Fill of what was lost; patterns differ as well, for greyscale and print. */
const fillOf = (prefix: string, kind: DayKind): string =>
  kind === 'down' ? 'var(--dl-danger)' : `url(#${prefix}-${kind})`;

/** One day: its bar, what was lost of it from the bottom up, its mark, and planned work below. */
export function DayBar({
  cell: { kind, width, loss, planned },
  prefix,
  chosen = false,
}: {
  readonly cell: Pick<StripCell, 'kind' | 'width' | 'loss' | 'planned'>;
  readonly prefix: string;
  readonly chosen?: boolean;
}) {
  const lost = HEIGHT * loss;
  const mark = MARKS[kind];
  return (
    <>
      <rect className={classes['bar']} data-kind={kind} y={TOP} width={width} height={HEIGHT} rx="1.5" />
      {loss > 0 ? (
        <>
          <rect className={classes['gap']} y={TOP + HEIGHT - lost - 1.5} width={width} height="1.5" />
          <rect fill={fillOf(prefix, kind)} y={TOP + HEIGHT - lost} width={width} height={lost} />
        </>
      ) : null}
      {mark === null ? null : (
        <path className={classes['mark']} data-kind={kind} d={mark} transform={`translate(${width / 2},1)`} />
      )}
      {planned ? <rect className={classes['planned']} y={PLANNED_TOP} width={width} height="3" /> : null}
      {chosen ? (
        <rect className={classes['chosen']} x="-1" y={TOP - 1} width={width + 2} height={HEIGHT + 2} rx="2" />
      ) : null}
    </>
  );
}

/** The patterns, once per picture (`prefix` keeps ids apart). */
export const StripPatterns = ({ prefix }: { readonly prefix: string }) => (
  <defs>
    <pattern id={`${prefix}-degraded`} width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width="4" height="4" fill="var(--dl-warn-soft)" />
      <path d="M0 0v4" stroke="var(--dl-warn)" strokeWidth="4" />
    </pattern>
    <pattern id={`${prefix}-unmeasured`} width="4" height="4" patternUnits="userSpaceOnUse">
      <rect width="4" height="4" fill="var(--dl-surface)" />
      <circle cx="2" cy="2" r="0.9" fill="var(--dl-line-strong)" />
    </pattern>
  </defs>
);
