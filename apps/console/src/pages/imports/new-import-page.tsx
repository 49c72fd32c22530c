import { MAX_FILE_BYTES, Problems, useAddress, useGo, useUploads } from '@daylight/web-app';
import { outcomeOf } from '@daylight/web-data';
import {
  Badge,
  Button,
  ConfirmDialog,
  Facts,
  FileDrop,
  Notice,
  PageLayout,
  Panel,
  Row,
  Skeleton,
  Stack,
  Text,
} from '@daylight/web-ui';
import { useEffect, useState } from 'react';
import { useText } from '../../app/text.js';
import { ClientSelect } from '../../features/clients/client-select.js';
import type { FieldProblem } from '../../features/forms/field-problems.js';
import { useAct } from '../../features/forms/use-act.js';
import { PreviewImportDocument, StartImportDocument } from '../../features/imports/generated/imports.js';
import { blankMapping } from '../../features/imports/mapping.js';
import { MappingEditor } from '../../features/imports/mapping-editor.js';
import { PreviewTable } from '../../features/imports/preview-table.js';
import { useMappingDraft } from '../../features/imports/use-mapping.js';

interface Preview {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly suggestion: unknown;
  readonly problems: readonly FieldProblem[];
}

const SETTLE_MS = 600;

/** From a file to a run: whose, which file, what its columns mean. Client and file stand in the address, the mapping in this browser. */
export function NewImportPage() {
  const text = useText();
  const address = useAddress();
  const clientId = address.get('client');
  const fileId = address.get('file');
  const fileName = address.get('name');
  const uploads = useUploads();
  const arrived = uploads.fileIds.at(-1) ?? null;
  const arrivedName = uploads.files.at(-1)?.name ?? null;
  useEffect(() => {
    if (arrived !== null && arrived !== fileId) address.set({ file: arrived, name: arrivedName }, 'replace');
  }, [arrived, arrivedName, fileId, address]);
  return (
    <PageLayout
      title={text('import.new')}
      description={text('newImport.lead')}
      back={{ href: '/imports', label: text('app.nav.imports') }}
    >
      <Panel title={text('newImport.source')}>
        <Stack>
          <ClientSelect value={clientId} onChange={(client) => address.set({ client }, 'replace')} required />
          {fileId === null || uploads.files.length > 0 ? null : (
            <Row gap="s">
              <Badge tone="ok">{fileName ?? fileId}</Badge>
              <Button size="small" onClick={() => address.set({ file: null, name: null })}>
                {text('newImport.otherFile')}
              </Button>
            </Row>
          )}
          {fileId !== null && uploads.files.length === 0 ? null : (
            <FileDrop
              label={text('newImport.choose')}
              files={uploads.files}
              maxBytes={MAX_FILE_BYTES}
              accept=".csv,.gz,.xz,text/csv"
              multiple={false}
              onAdd={(files) => {
                uploads.clear();
                uploads.add(files);
              }}
              onRemove={(id) => {
                uploads.remove(id);
                address.set({ file: null, name: null }, 'replace');
              }}
            />
          )}
          <Text look="small">{text('newImport.formats')}</Text>
        </Stack>
      </Panel>
      {clientId === null || fileId === null ? null : <Mapped key={fileId} clientId={clientId} fileId={fileId} />}
    </PageLayout>
  );
}

function Mapped({ clientId, fileId }: { readonly clientId: string; readonly fileId: string }) {
  const text = useText();
  const go = useGo();
  const draft = useMappingDraft(fileId);
  const preview = useAct(PreviewImportDocument);
  const start = useAct(StartImportDocument);
  const [seen, setSeen] = useState<Preview | null>(null);
  const [refused, setRefused] = useState<readonly string[]>([]);
  const [asked, setAsked] = useState(false);
  const { document, ready, set } = draft;
  const look = preview.run;
  const written = JSON.stringify(document);

  useEffect(() => {
    if (!ready) return undefined;
    // The first look goes out at once; later ones wait until typing has settled.
    const timer = setTimeout(
      () => {
        void look({ input: { fileId, mapping: document } }).then((data) => {
          if (data === null) return;
          outcomeOf(data.previewImport, {
            ImportPreview: ({ columns, rows, suggestion, problems }) => {
              setRefused([]);
              setSeen({ columns, rows, suggestion, problems });
              if (document === null && suggestion !== null) set(suggestion);
            },
            InputRefused: ({ problems }) => setRefused(problems.map(({ message }) => message)),
            NotFound: () => setRefused([text('newImport.fileGone')]),
          });
        });
      },
      document === null ? 0 : SETTLE_MS,
    );
    return () => clearTimeout(timer);
    // `written` stands for `document`: a new object with the same content asks nothing anew.
  }, [ready, written, fileId]);

  async function run(dryRun: boolean): Promise<void> {
    const data = await start.run({ input: { tenantId: clientId, fileId, mapping: document, dryRun } });
    if (data === null) return;
    outcomeOf(data.startImport, {
      ImportStarted: ({ run: started }) => go(`/imports/${started.id}?file=${fileId}&client=${clientId}`),
      InputRefused: ({ problems }) => setSeen((before) => (before === null ? before : { ...before, problems })),
      NotFound: () => setRefused([text('newImport.fileGone')]),
    });
  }

  if (seen === null)
    return refused.length > 0 ? (
      <Problems title={text('newImport.unreadable')} messages={refused} />
    ) : (
      <Skeleton height="12rem" lines={2} />
    );
  const used = new Set(
    seen.columns.filter(
      (column) => (written ?? '').includes(JSON.stringify(column)) || (written ?? '').includes(`{${column}}`),
    ),
  );
  const blocked = document === null || seen.problems.length > 0;
  return (
    <>
      <Problems title={text('newImport.unreadable')} messages={refused} />
      <Panel
        title={text('import.preview')}
        description={text('newImport.preview', { columns: seen.columns.length, rows: seen.rows.length })}
        look="flush"
      >
        <PreviewTable columns={seen.columns} rows={seen.rows} used={used} />
      </Panel>
      {document === null && seen.suggestion === null ? (
        <Notice
          tone="warn"
          action={
            <Button size="small" onClick={() => set(blankMapping(seen.columns))}>
              {text('newImport.byHand')}
            </Button>
          }
        >
          {text('newImport.noSuggestion')}
        </Notice>
      ) : null}
      {document === null ? null : (
        <MappingEditor
          clientId={clientId}
          document={document}
          onChange={set}
          columns={seen.columns}
          rows={seen.rows}
          problems={seen.problems}
        />
      )}
      <Panel title={text('newImport.go')}>
        <Stack>
          {document === null ? null : seen.problems.length === 0 ? (
            <Notice tone="ok">{text('newImport.fits')}</Notice>
          ) : (
            <Problems
              title={text('newImport.lacks', { count: seen.problems.length })}
              messages={seen.problems.map(({ path, message }) => (path === '' ? message : `${path}: ${message}`))}
            />
          )}
          <Facts
            items={[
              { term: text('newImport.dry'), value: text('newImport.dryMeans') },
              { term: text('newImport.real'), value: text('newImport.realMeans') },
            ]}
          />
          <Row justify="end">
            <Button disabled={blocked} busy={start.busy} onClick={() => setAsked(true)}>
              {text('newImport.real')}
            </Button>
            <Button look="primary" disabled={blocked} busy={start.busy} onClick={() => void run(true)}>
              {text('newImport.dry')}
            </Button>
          </Row>
        </Stack>
      </Panel>
      <ConfirmDialog
        opened={asked}
        title={text('newImport.real.title')}
        confirmLabel={text('newImport.real')}
        onConfirm={() => run(false)}
        onClose={() => setAsked(false)}
      >
        {text('newImport.real.body')}
      </ConfirmDialog>
    </>
  );
}
