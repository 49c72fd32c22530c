import { type Address, saveFile } from '@daylight/web-app';
import { useMutation } from '@daylight/web-data';
import { Button, Segments, useToast } from '@daylight/web-ui';
import { IconDownload } from '@tabler/icons-react';
import { useText } from '../../app/text.js';
import { ExportQueueDocument } from './generated/queue.js';
import type { QueueAddress } from './queue-address.js';

const SORTS = ['NEXT_DUE', 'NEWEST'] as const;

/** The order of the list, and the list as a file. */
export function QueueTools({
  address,
  queue: { view, sort, filter },
}: {
  readonly address: Address;
  readonly queue: QueueAddress;
}) {
  const text = useText();
  const toast = useToast();
  const [{ fetching }, send] = useMutation(ExportQueueDocument);
  async function save(): Promise<void> {
    const file = (await send({ view, filter })).data?.exportTickets;
    if (file === undefined) return toast({ tone: 'error', text: text('page.unreachable') });
    saveFile(file);
    toast({ text: text(file.truncated ? 'queue.exportedSome' : 'queue.exported', { count: file.rows }) });
  }
  return (
    <>
      <Segments
        label={text('queue.sort')}
        hideLabel
        value={sort}
        options={SORTS.map((value) => ({ value, label: text(`queue.sort.${value}`) }))}
        onChange={(chosen) => address.set({ sort: chosen === 'NEXT_DUE' ? null : chosen })}
      />
      <Button icon={<IconDownload size={18} aria-hidden />} busy={fetching} onClick={() => void save()}>
        {text('queue.export')}
      </Button>
    </>
  );
}
