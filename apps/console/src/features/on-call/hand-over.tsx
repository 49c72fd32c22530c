import { useQuery, useSession } from '@daylight/web-data';
import { Badge, Button, Panel, Row, Stack, Text, Time, useToast } from '@daylight/web-ui';
import { IconCheck } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useText } from '../../app/text.js';
import { useAct } from '../forms/use-act.js';
import { HandOverNotesDocument, ReadHandOverDocument, type HandOverLineFragment } from './generated/on-call.js';
import classes from './hand-over.module.css';

const HandOverDialog = lazy(() => import('./hand-over-dialog.js'));
const SHOWN = 3;

interface HandOverProps {
  readonly scheduleId: string;
  /** The reader is on call, or was until a short while ago. */
  readonly mayWrite: boolean;
}

/** What the last ones on call left behind: written by whoever goes, confirmed by whoever comes. */
export function HandOver({ scheduleId, mayWrite }: HandOverProps) {
  const text = useText();
  const [writing, setWriting] = useState(false);
  const [all, setAll] = useState(false);
  const [{ data }, ask] = useQuery({ query: HandOverNotesDocument, variables: { scheduleId } });
  const reload = (): void => ask({ requestPolicy: 'network-only' });
  const notes = data?.handOverNotes ?? [];
  const shown = all ? notes : notes.slice(0, SHOWN);
  return (
    <Panel
      title={text('handOver.title')}
      actions={
        mayWrite ? (
          <Button size="small" onClick={() => setWriting(true)}>
            {text('handOver.write')}
          </Button>
        ) : undefined
      }
    >
      <Stack>
        {data !== undefined && notes.length === 0 ? <Text look="small">{text('handOver.none')}</Text> : null}
        <ul className={classes['notes']}>
          {shown.map((note) => (
            <Note key={note.id} note={note} onRead={reload} />
          ))}
        </ul>
        {notes.length > shown.length ? (
          <div>
            <Button size="small" look="quiet" onClick={() => setAll(true)}>
              {text('handOver.older', { count: notes.length - shown.length })}
            </Button>
          </div>
        ) : null}
      </Stack>
      {writing ? (
        <Suspense>
          <HandOverDialog scheduleId={scheduleId} onDone={reload} onClose={() => setWriting(false)} />
        </Suspense>
      ) : null}
    </Panel>
  );
}

function Note({ note, onRead }: { readonly note: HandOverLineFragment; readonly onRead: () => void }) {
  const text = useText();
  const toast = useToast();
  const { viewer } = useSession();
  const { run, busy } = useAct(ReadHandOverDocument);
  const { from, to, changesAt, readBy, readAt, writtenAt } = note;
  async function read(): Promise<void> {
    const outcome = (await run({ input: { noteId: note.id } }))?.outcome;
    if (outcome === undefined) return;
    if (outcome.__typename === 'InputRefused') toast({ tone: 'error', text: outcome.problems[0]?.message ?? '' });
    if (outcome.__typename === 'NotFound') toast({ tone: 'error', text: text('page.gone') });
    onRead();
  }
  return (
    <li className={classes['note']}>
      <Row gap="s">
        <strong>
          {to === null
            ? text('handOver.fromOnly', { from: from.displayName })
            : text('handOver.fromTo', { from: from.displayName, to: to.displayName })}
        </strong>
        <Text look="small">
          <Time at={writtenAt} style="dayTime" />
          {changesAt === null ? null : (
            <>
              {' · '}
              {text('handOver.changes')} <Time at={changesAt} style="dayTime" />
            </>
          )}
        </Text>
      </Row>
      <p className={classes['body']}>{note.body}</p>
      {readBy !== null && readAt !== null ? (
        <Badge tone="ok" icon={<IconCheck aria-hidden />}>
          {text('handOver.readBy', { name: readBy.displayName })} <Time at={readAt} style="dayTime" />
        </Badge>
      ) : from.id === viewer.id ? (
        <Badge tone="warn">{text('handOver.unread')}</Badge>
      ) : (
        <div>
          <Button size="small" look="primary" busy={busy} onClick={() => void read()}>
            {text('handOver.confirm')}
          </Button>
        </div>
      )}
    </li>
  );
}
