import { formatNumber } from '@daylight/web-format';
import { EmptyState, Grid, Panel, useLanguage } from '@daylight/web-ui';
import { useText } from '../../app/text.js';
import type { VolumeWholeFragment } from './generated/kpi.js';
import classes from './volumes.module.css';

/** Tickets opened in the period, split in each way, as bars with their numbers. */
export function Volumes({ volumes }: { readonly volumes: readonly VolumeWholeFragment[] }) {
  const text = useText();
  const language = useLanguage();
  return (
    <Grid min={15}>
      {volumes.map(({ by, counts }) => {
        const most = Math.max(...counts.map(({ count }) => count), 1);
        return (
          <Panel key={by} title={text(`kpi.volume.${by}`)}>
            {counts.length === 0 ? (
              <EmptyState compact title={text('kpi.volume.none')} />
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
