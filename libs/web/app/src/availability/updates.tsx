import { Prose, Time } from '@daylight/web-ui';
import { useLocal } from '../page/use-local.js';
import { useText } from '../text.js';
import classes from './availability.module.css';
import type { ShownUpdate } from './shown.js';
import { StageBadge } from './states.js';

/** What was told about an incident, newest first. */
export function Updates({ updates }: { readonly updates: readonly ShownUpdate[] }) {
  const text = useText();
  const local = useLocal();
  if (updates.length === 0) return <p className={classes['quiet']}>{text('avail.updates.none')}</p>;
  return (
    <ol className={classes['updates']} aria-label={text('avail.updates')}>
      {updates.map(({ id, at, stage, body, author }) => (
        <li key={id}>
          <p className={classes['head']}>
            <StageBadge stage={stage} /> <Time at={at} style="dayTime" />
            {author === null ? null : <span>{author.displayName}</span>}
          </p>
          <Prose text={local(body)} />
        </li>
      ))}
    </ol>
  );
}
