import { Permitted, QueryTrouble, useAddress } from '@daylight/web-app';
import { useQuery } from '@daylight/web-data';
import { Button, EmptyState, PageLayout, Panel, Row, Select, Stack, useToast } from '@daylight/web-ui';
import { IconMailOff, IconRefresh, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useText } from '../../app/text.js';
import classes from '../../features/dead-letters/dead-letters.module.css';
import { DiscardDialog } from '../../features/dead-letters/discard-dialog.js';
import {
  DeadLetterQueuesDocument,
  DeadLettersPageDocument,
} from '../../features/dead-letters/generated/dead-letters.js';
import { LetterTable } from '../../features/dead-letters/letter-table.js';
import { OverduePanel } from '../../features/dead-letters/overdue-panel.js';
import { useSettle } from '../../features/dead-letters/use-settle.js';
import { More } from '../../features/page/more.js';
import { usePages } from '../../features/page/use-pages.js';

const PAGE_SIZE = 50;

/** Work of every queue that was given up: tried again, or let be for a reason. */
export function DeadLettersPage() {
  const text = useText();
  return (
    <Permitted permission="settings:manage" title={text('app.nav.letters')}>
      <Letters />
    </Permitted>
  );
}

function Letters() {
  const text = useText();
  const toast = useToast();
  const address = useAddress();
  const settle = useSettle();
  const queue = address.get('queue');
  const [{ data }, askQueues] = useQuery({ query: DeadLetterQueuesDocument });
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [discarding, setDiscarding] = useState(false);
  const pages = usePages({
    document: DeadLettersPageDocument,
    variables: (after) => ({ queue, first: PAGE_SIZE, after }),
    connection: ({ deadLetters }) => deadLetters,
  });
  // Letters that left the list meanwhile are not settled again.
  const ids = pages.rows.map(({ id }) => id).filter((id) => selected.has(id));
  function done(message: string): void {
    setSelected(new Set());
    pages.reload();
    askQueues({ requestPolicy: 'network-only' });
    toast({ text: message });
  }
  async function retry(): Promise<void> {
    const problem = await settle.retry(ids);
    if (problem === null) return done(text('letters.retried', { count: ids.length }));
    pages.reload();
    toast({ tone: 'error', text: problem });
  }
  async function discard(reason: string): Promise<string | null> {
    const problem = await settle.discard(ids, reason);
    if (problem === null) done(text('letters.discarded', { count: ids.length }));
    return problem;
  }
  const empty = !pages.loading && pages.error === null && pages.rows.length === 0;
  return (
    <PageLayout title={text('app.nav.letters')} description={text('letters.lead')} width="wide">
      <OverduePanel />
      <div className={classes['bar']}>
        <Select
          label={text('letters.queue')}
          value={queue ?? ''}
          options={[
            { value: '', label: text('letters.allQueues') },
            ...(data?.deadLetterQueues ?? []).map((each) => ({
              value: each.queue,
              label: `${each.queueName} (${each.count})`,
            })),
          ]}
          onChange={(chosen) => address.set({ queue: chosen === '' ? null : chosen })}
        />
        <Row>
          <Button
            icon={<IconRefresh size={18} aria-hidden />}
            disabled={ids.length === 0}
            busy={settle.busy}
            onClick={() => void retry()}
          >
            {text('letters.retry', { count: ids.length })}
          </Button>
          <Button
            icon={<IconTrash size={18} aria-hidden />}
            disabled={ids.length === 0 || settle.busy}
            onClick={() => setDiscarding(true)}
          >
            {text('letters.discardMany', { count: ids.length })}
          </Button>
        </Row>
      </div>
      <Stack>
        <Panel look="flush">
          {pages.error !== null && pages.rows.length === 0 ? (
            <QueryTrouble error={pages.error} onRetry={pages.reload} />
          ) : null}
          {empty ? (
            <EmptyState icon={<IconMailOff stroke={1.5} />} title={text('letters.empty')}>
              {text('letters.emptyBody')}
            </EmptyState>
          ) : (
            <LetterTable letters={pages.rows} loading={pages.loading} selected={new Set(ids)} onSelect={setSelected} />
          )}
        </Panel>
        <More pages={pages} />
      </Stack>
      {discarding ? (
        <DiscardDialog count={ids.length} onDiscard={discard} onClose={() => setDiscarding(false)} />
      ) : null}
    </PageLayout>
  );
}
