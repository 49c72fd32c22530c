import { IconAlertTriangle, IconArrowDownRight, IconArrowUpRight, IconCircleCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Time } from '../text/time.js';
import { useUiText } from '../text/ui-text.js';
import { useLinkComponent } from '../ui-provider.js';
import classes from './kpi-tile.module.css';

export interface KpiTileProps {
  readonly label: string;
  /** Formatted; null: no data, which is never 100 % (D-KPI-0). */
  readonly value: string | null;
  /** Against the target: null where there is none. */
  readonly verdict: 'met' | 'missed' | null;
  /** "목표 95%" */
  readonly target?: string | null;
  /** Change against the previous period, formatted with its sign; `better` says whether that is good. */
  readonly change?: { readonly text: string; readonly better: boolean; readonly up: boolean } | null;
  /** How many items the figure rests on. */
  readonly n?: number | null;
  /** ISO instant of the facts. */
  readonly asOf?: string | null;
  /** The tickets behind it (D-KPI-1). */
  readonly href?: string;
  readonly note?: ReactNode;
}

/** One figure with what it takes to believe it: target, n, as-of, the way to its tickets. */
export function KpiTile({
  label,
  value,
  verdict,
  target = null,
  change = null,
  n = null,
  asOf = null,
  href,
  note,
}: KpiTileProps) {
  const text = useUiText();
  const Link = useLinkComponent();
  return (
    <article className={classes['tile']} data-verdict={verdict ?? 'none'}>
      <h2 className={classes['label']}>{href === undefined ? label : <Link href={href}>{label}</Link>}</h2>
      <p className={classes['value']} data-empty={value === null}>
        {value ?? text('ui.kpi.noData')}
      </p>
      <p className={classes['facts']}>
        {verdict === null ? null : (
          <span className={classes['verdict']}>
            {verdict === 'met' ? (
              <IconCircleCheck size={15} aria-hidden />
            ) : (
              <IconAlertTriangle size={15} aria-hidden />
            )}
            {text(verdict === 'met' ? 'ui.kpi.met' : 'ui.kpi.missed')}
          </span>
        )}
        {target === null ? null : <span>{target}</span>}
        {change === null ? null : (
          <span data-better={change.better} className={classes['change']}>
            {change.up ? <IconArrowUpRight size={15} aria-hidden /> : <IconArrowDownRight size={15} aria-hidden />}
            {change.text}
          </span>
        )}
      </p>
      <p className={classes['foot']}>
        {n === null ? null : <span>{text('ui.kpi.n', { n })}</span>}
        {asOf === null ? null : (
          <span>
            {text('ui.kpi.asOf')} <Time at={asOf} style="time" withZone />
          </span>
        )}
        {note}
      </p>
    </article>
  );
}
