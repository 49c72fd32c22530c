import { saveFile } from '@daylight/web-app';
import { useClient } from '@daylight/web-data';
import { Button, useToast } from '@daylight/web-ui';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { useText } from '../../app/text.js';
import { ExportKpisDocument } from './generated/kpi.js';

/** The period's figures as a file. */
export function ExportButton({ period }: { readonly period: string }) {
  const text = useText();
  const toast = useToast();
  const client = useClient();
  const [busy, setBusy] = useState(false);
  async function download(): Promise<void> {
    setBusy(true);
    const { data } = await client.query(ExportKpisDocument, { period }, { requestPolicy: 'network-only' }).toPromise();
    setBusy(false);
    const file = data?.exportKpis ?? null;
    if (file === null) toast({ tone: 'error', text: text('page.failed') });
    else saveFile(file);
  }
  return (
    <Button icon={<IconDownload size={17} stroke={1.75} aria-hidden />} busy={busy} onClick={() => void download()}>
      {text('page.csv')}
    </Button>
  );
}
