import { Problems, QueryView, useAddress, useGo, useParam } from '@daylight/web-app';
import { outcomeOf, useQuery, useSubscription } from '@daylight/web-data';
import {
  Button,
  ConfirmDialog,
  EmptyState,
  Notice,
  PageLayout,
  Panel,
  Row,
  Skeleton,
  Stack,
  useToast,
} from '@daylight/web-ui';
import { useCallback, useEffect, useState } from 'react';
import { useText } from '../../app/text.js';
import { useAct } from '../../features/forms/use-act.js';
import {
  CancelImportDocument,
  ImportPageDocument,
  ImportProgressedDocument,
  StartImportDocument,
  UndoImportDocument,
  type ImportLineFragment,
} from '../../features/imports/generated/imports.js';
import { RunErrors } from '../../features/imports/run-errors.js';
import { isRunning, RunBadge } from '../../features/imports/run-state.js';
import { useMappingDraft } from '../../features/imports/use-mapping.js';
import { Progress } from './import-progress.js';

/** Also without the live stream the page moves on. */
const LOOK_AGAIN_MS = 5_000;

/** One run: how far it is, what it brought, what it refused, and the way back. It goes on without this page. */
export function ImportPage() {
  const text = useText();
  const id = useParam('runId');
  const [state, ask] = useQuery({ query: ImportPageDocument, variables: { id } });
  const reload = useCallback(() => ask({ requestPolicy: 'network-only' }), [ask]);
  const run = state.data?.importRun ?? null;
  const running = run !== null && isRunning(run.state);
  useSubscription({ query: ImportProgressedDocument, variables: { runId: id }, pause: !running }, (_before, data) => {
    reload();
    return data;
  });
  useEffect(() => {
    if (!running) return undefined;
    const timer = setInterval(reload, LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [running, reload]);
  const back = { href: '/imports', label: text('app.nav.imports') };
  if (run !== null) return <Whole run={run} />;
  if (state.data !== undefined)
    return (
      <PageLayout title={text('app.nav.imports')} back={back}>
        <Panel>
          <EmptyState title={text('import.gone')} />
        </Panel>
      </PageLayout>
    );
  return (
    <PageLayout title={<Skeleton height="2rem" width="16rem" />} documentTitle={text('app.nav.imports')} back={back}>
      <QueryView state={state} onRetry={reload} lines={3} lineHeight="8rem">
        {() => null}
      </QueryView>
    </PageLayout>
  );
}

/** A run that was stopped keeps what it had written. */
const broughtTickets = ({ state, dryRun, casesWritten }: ImportLineFragment): boolean =>
  !dryRun && casesWritten > 0 && !isRunning(state) && state !== 'UNDONE';

function Whole({ run }: { readonly run: ImportLineFragment }) {
  const text = useText();
  const toast = useToast();
  const cancel = useAct(CancelImportDocument);
  const undo = useAct(UndoImportDocument);
  const [asked, setAsked] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const ended = (done: string) => ({
    ImportChanged: () => toast({ text: done }),
    ImportStateRefused: ({ message }: { readonly message: string }) => setProblem(message),
    NotFound: () => setProblem(text('import.gone')),
  });
  async function stop(): Promise<void> {
    const data = await cancel.run({ input: { runId: run.id } });
    if (data !== null) outcomeOf(data.cancelImport, ended(text('import.cancelling')));
  }
  async function takeBack(): Promise<void> {
    const data = await undo.run({ input: { runId: run.id } });
    if (data !== null) outcomeOf(data.undoImport, ended(text('import.undoing')));
  }
  return (
    <PageLayout
      title={
        <Row gap="s">
          <span>{run.fileName}</span>
          <RunBadge run={run} />
        </Row>
      }
      documentTitle={run.fileName}
      description={run.mappingName}
      back={{ href: '/imports', label: text('app.nav.imports') }}
      actions={
        <>
          {run.canCancel ? (
            <Button busy={cancel.busy} onClick={() => void stop()}>
              {text('import.cancel')}
            </Button>
          ) : null}
          {run.canUndo ? <Button onClick={() => setAsked(true)}>{text('import.undo')}</Button> : null}
          {broughtTickets(run) ? (
            <Button look="primary" href={`/queue?view=ALL&sort=NEWEST&run=${run.id}`}>
              {text('client.tickets')}
            </Button>
          ) : null}
        </>
      }
    >
      <Problems messages={[...(problem === null ? [] : [problem]), ...(run.failure === null ? [] : [run.failure])]} />
      {run.state === 'DONE' && run.dryRun ? <AfterDryRun run={run} /> : null}
      <Progress run={run} />
      {run.casesRejected > 0 || !isRunning(run.state) ? (
        <RunErrors runId={run.id} fileName={run.fileName} rejected={run.casesRejected} />
      ) : null}
      <ConfirmDialog
        opened={asked}
        danger
        title={text('import.undo.title')}
        confirmLabel={text('import.undo')}
        onConfirm={takeBack}
        onClose={() => setAsked(false)}
      >
        {text('import.undo.body', { count: run.casesWritten })}
      </ConfirmDialog>
    </PageLayout>
  );
}

/** A dry run said what would happen; the same file and mapping can follow for real. */
function AfterDryRun({ run }: { readonly run: ImportLineFragment }) {
  const text = useText();
  const go = useGo();
  const fileId = useAddress().get('file');
  const { document } = useMappingDraft(fileId);
  const start = useAct(StartImportDocument);
  const [problems, setProblems] = useState<readonly string[]>([]);
  async function forReal(): Promise<void> {
    if (fileId === null || document === null) return;
    const data = await start.run({ input: { tenantId: run.tenantId, fileId, mapping: document, dryRun: false } });
    if (data === null) return;
    outcomeOf(data.startImport, {
      ImportStarted: ({ run: started }) => go(`/imports/${started.id}?file=${fileId}`),
      InputRefused: (refused) => setProblems(refused.problems.map(({ message }) => message)),
      NotFound: () => setProblems([text('newImport.fileGone')]),
    });
  }
  const action =
    fileId === null || document === null ? undefined : (
      <Row gap="s">
        <Button
          size="small"
          href={`/imports/new?client=${run.tenantId}&file=${fileId}&name=${encodeURIComponent(run.fileName)}`}
        >
          {text('import.backToMapping')}
        </Button>
        <Button size="small" look="primary" busy={start.busy} onClick={() => void forReal()}>
          {text('import.forReal')}
        </Button>
      </Row>
    );
  return (
    <Stack>
      <Problems messages={problems} />
      <Notice tone={run.casesRejected > 0 ? 'warn' : 'ok'} title={text('import.dryDone')} action={action}>
        {text('import.dryResult', { fine: (run.casesTotal ?? 0) - run.casesRejected, rejected: run.casesRejected })}
      </Notice>
    </Stack>
  );
}
