import { Pager, QueryView, saveFile, useAddress } from '@daylight/web-app';
import { useClient, useQuery } from '@daylight/web-data';
import { Button, EmptyState, Panel, Table, Text, useToast } from '@daylight/web-ui';
import { useState } from 'react';
import { useText } from '../../app/text.js';
import { ExportImportErrorsDocument, ImportErrorsDocument } from './generated/imports.js';

interface RunErrorsProps {
  readonly runId: string;
  readonly fileName: string;
  readonly rejected: number;
}

/** Cases that were rejected, with line, column and reason; all of them as a file for a spreadsheet. */
export function RunErrors({ runId, fileName, rejected }: RunErrorsProps) {
  const text = useText();
  const toast = useToast();
  const client = useClient();
  const address = useAddress();
  const [busy, setBusy] = useState(false);
  const [state, ask] = useQuery({
    query: ImportErrorsDocument,
    variables: { runId, first: 50, after: address.get('after') },
  });
  async function download(): Promise<void> {
    setBusy(true);
    const { data, error } = await client
      .query(ExportImportErrorsDocument, { runId }, { requestPolicy: 'network-only' })
      .toPromise();
    setBusy(false);
    if (data === undefined || error !== undefined) toast({ tone: 'error', text: text('form.unreachable') });
    else
      saveFile({
        fileName: `${fileName.replace(/\.[^.]+$/, '')}-errors.csv`,
        mediaType: 'text/csv;charset=utf-8',
        text: data.exportImportErrors,
      });
  }
  return (
    <Panel
      title={text('import.errors')}
      description={text('import.errors.help', { count: rejected })}
      look="flush"
      actions={
        rejected > 0 ? (
          <Button size="small" busy={busy} onClick={() => void download()}>
            {text('import.errors.download')}
          </Button>
        ) : undefined
      }
    >
      <QueryView state={state} onRetry={() => ask({ requestPolicy: 'network-only' })} lines={3}>
        {({ importErrors }) =>
          importErrors.edges.length === 0 ? (
            <EmptyState compact title={text('import.errors.none')} />
          ) : (
            <>
              <Table
                caption={text('import.errors')}
                head={[text('import.line'), text('import.case'), text('mapping.column'), text('import.reason')]}
                rows={importErrors.edges.map(({ node }) => [
                  node.line ?? '–',
                  <Text key="c" look="code">
                    {node.caseKey}
                  </Text>,
                  node.column ?? '–',
                  node.message,
                ])}
                figures={[0]}
              />
              <Pager address={address} next={importErrors.pageInfo} />
            </>
          )
        }
      </QueryView>
    </Panel>
  );
}
