import { QueryTrouble, useAddress, useMay } from '@daylight/web-app';
import { outcomeOf } from '@daylight/web-data';
import {
  Badge,
  Button,
  DataTable,
  EmptyState,
  Panel,
  Row,
  Segments,
  Time,
  useToast,
  type Column,
  type Tone,
} from '@daylight/web-ui';
import { useState } from 'react';
import { useText } from '../../app/text.js';
import { useAct } from '../forms/use-act.js';
import { More } from '../page/more.js';
import { usePages } from '../page/use-pages.js';
import { DeliveryReader } from './delivery-reader.js';
import {
  DeliveriesDocument,
  ReplayDeliveriesDocument,
  type DeliveryLineFragment,
  type DeliveryState,
} from './generated/sources.js';

const SHOWN = ['all', 'DEAD'] as const;
const TONE: Readonly<Record<DeliveryState, Tone>> = { RECEIVED: 'accent', DONE: 'ok', DEAD: 'danger' };

/** What a source sent last, what of it could not be read, and reading it again. */
export function Deliveries({ sourceId, onChanged }: { readonly sourceId: string; readonly onChanged: () => void }) {
  const text = useText();
  const toast = useToast();
  const may = useMay()('alert-source:manage');
  const address = useAddress();
  const replay = useAct(ReplayDeliveriesDocument);
  const [open, setOpen] = useState<string | null>(null);
  const shown = address.get('show') === 'DEAD' ? 'DEAD' : 'all';
  const state: DeliveryState | null = shown === 'DEAD' ? 'DEAD' : null;
  const pages = usePages({
    document: DeliveriesDocument,
    variables: (after) => ({ sourceId, state, first: 30, after }),
    connection: (data) => data.intakeDeliveries,
  });

  async function again(deliveryId: string | null): Promise<void> {
    const data = await replay.run({ input: { sourceId, deliveryId } });
    if (data === null) return;
    outcomeOf(data.replayDeliveries, {
      DeliveriesReplayed: ({ replayed }) => toast({ text: text('sources.replayed', { count: replayed }) }),
      NotFound: () => toast({ tone: 'error', text: text('page.gone') }),
    });
    pages.reload();
    onChanged();
  }
  const columns: readonly Column<DeliveryLineFragment>[] = [
    {
      id: 'at',
      header: text('sources.received'),
      primary: true,
      oneLine: true,
      width: '12rem',
      cell: ({ receivedAt }) => <Time at={receivedAt} />,
    },
    {
      id: 'state',
      header: text('sources.state'),
      width: '8rem',
      cell: (delivery) => <Badge tone={TONE[delivery.state]}>{text(`sources.state.${delivery.state}`)}</Badge>,
    },
    {
      id: 'why',
      header: text('sources.why'),
      cell: ({ why, reason, detail }) => [why ?? reason, detail].filter(Boolean).join(' · '),
    },
    { id: 'alerts', header: text('sources.alerts'), align: 'end', width: '6rem', cell: ({ alerts }) => alerts },
    {
      id: 'replay',
      header: text('sources.replay'),
      width: '9rem',
      cell: ({ id, state: now, reason }) =>
        may && now === 'DEAD' && reason !== 'TOO_LARGE' ? (
          <Button size="small" busy={replay.busy} onClick={() => void again(id)}>
            {text('sources.replay')}
          </Button>
        ) : null,
    },
  ];
  return (
    <Panel
      title={text('sources.deliveries')}
      look="flush"
      actions={
        <Row>
          <Segments
            label={text('sources.show')}
            hideLabel
            value={shown}
            options={SHOWN.map((value) => ({ value, label: text(`sources.show.${value}`) }))}
            onChange={(value) => address.set({ show: value === 'all' ? null : value })}
          />
          {may ? (
            <Button size="small" busy={replay.busy} onClick={() => void again(null)}>
              {text('sources.replayAll')}
            </Button>
          ) : null}
        </Row>
      }
    >
      {pages.error !== null && pages.rows.length === 0 ? (
        <QueryTrouble error={pages.error} onRetry={pages.reload} />
      ) : null}
      <DataTable
        caption={text('sources.deliveries')}
        columns={columns}
        rows={pages.rows}
        rowKey={({ id }) => id}
        loading={pages.loading}
        onOpen={({ id }) => setOpen(id)}
        empty={<EmptyState compact title={text('sources.deliveries.none')} />}
        footer={<More pages={pages} />}
      />
      {open === null ? null : <DeliveryReader deliveryId={open} onClose={() => setOpen(null)} />}
    </Panel>
  );
}
