import { Button, EventList, Stack } from '@daylight/web-ui';
import { useState } from 'react';
import { useText } from '../../app/text.js';
import type { HappenedLineFragment } from './generated/ticket.js';

const LATEST = 6;

/** What happened, latest first; the whole of it on demand. */
export function Happened({ entries }: { readonly entries: readonly HappenedLineFragment[] }) {
  const text = useText();
  const [all, setAll] = useState(false);
  const latest = entries.toReversed();
  return (
    <Stack>
      <EventList label={text('ticket.happened')} entries={all ? latest : latest.slice(0, LATEST)} />
      {all || latest.length <= LATEST ? null : (
        <Button size="small" look="quiet" onClick={() => setAll(true)}>
          {text('ticket.happened.all', { count: latest.length })}
        </Button>
      )}
    </Stack>
  );
}
