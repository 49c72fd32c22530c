import { Button, Stack, Time } from '@daylight/web-ui';
import { useState } from 'react';
import { useText } from '../../app/text.js';
import type { HappenedLineFragment } from './generated/ticket.js';
import classes from './happened.module.css';

const LATEST = 6;

/** What happened, latest first; the whole of it on demand. */
export function Happened({ entries }: { readonly entries: readonly HappenedLineFragment[] }) {
  const text = useText();
  const [all, setAll] = useState(false);
  const latest = entries.toReversed();
  return (
    <Stack>
      <ol className={classes['list']}>
        {(all ? latest : latest.slice(0, LATEST)).map(({ seq, at, side, sentence }) => (
          <li key={seq} className={classes['entry']} data-side={side}>
            {sentence}
            <span className={classes['at']}><Time at={at} style="dayTime" /></span>
          </li>
        ))}
      </ol>
      {all || latest.length <= LATEST ? null : <Button size="small" look="quiet" onClick={() => setAll(true)}>{text('ticket.happened.all', { count: latest.length })}</Button>}
    </Stack>
  );
}
