import { formatNumber } from '@daylight/web-format';
import { EmptyState } from '../feedback/states.js';
import { Panel } from '../layout/page-layout.js';
import { Grid } from '../layout/stack.js';
import { useLanguage } from '../text/locale.js';
import { useUiText } from '../text/ui-text.js';
import classes from './volume-bars.module.css';

export interface VolumeBarsProps {
  readonly volumes: readonly {
    readonly by: 'PRIORITY' | 'SERVICE' | 'CHANNEL' | 'TYPE';
    readonly counts: readonly { readonly key: string; readonly label: string; readonly count: number }[];
  }[];
}

/** Tickets opened in the period, split in each way, as bars with their numbers. */
export function VolumeBars({ volumes }: VolumeBarsProps) {
  const text = useUiText();
  const language = useLanguage();
  return (
    <Grid min={15}>
      {volumes.map(({ by, counts }) => {
        const most = Math.max(...counts.map(({ count }) => count), 1);
        return (
          <Panel key={by} title={text(`ui.figures.volume.${by}`)}>
            {counts.length === 0 ? (
              <EmptyState compact title={text('ui.figures.volume.none')} />
            ) : (
              <dl className={classes['bars']}>
                {counts.map(({ key, label, count }) => (
                  <div key={key} className={classes['row']}>
                    <dt>{label}</dt>
                    <dd>
                      <svg className={classes['bar']} viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden>
                        <rect width={(count / most) * 100} height="10" rx="1" />
                      </svg>
                      {formatNumber(count, language)}
                    </dd>
                  </div>
                ))}
              </dl>
            )}
          </Panel>
        );
      })}
    </Grid>
  );
}
