import { saveFile } from '@daylight/web-app';
import { useMutation } from '@daylight/web-data';
import { Button, useToast } from '@daylight/web-ui';
import { IconDownload } from '@tabler/icons-react';
import { useText } from '../../app/text.js';
import { filterOf, type TicketListState } from './filters.js';
import { ExportTicketsDocument } from './generated/tickets.js';

/** The list as a file, with its filters; the export is recorded. */
export function ExportButton({ state }: { readonly state: TicketListState }) {
  const text = useText();
  const toast = useToast();
  const [{ fetching }, run] = useMutation(ExportTicketsDocument);
  async function download(): Promise<void> {
    const { data } = await run({ view: state.view, filter: filterOf(state) });
    if (data === undefined) return toast({ tone: 'error', text: text('page.failed') });
    saveFile(data.exportTickets);
    const { rows, truncated } = data.exportTickets;
    toast({ text: text(truncated ? 'tickets.export.truncated' : 'tickets.export.done', { rows }) });
  }
  return (
    <Button icon={<IconDownload size={17} stroke={1.75} aria-hidden />} busy={fetching} onClick={() => void download()}>
      {text('page.csv')}
    </Button>
  );
}
