import { QueryTrouble, QueryView, useAddress } from '@daylight/web-app';
import { outcomeOf, useQuery } from '@daylight/web-data';
import {
  Badge,
  Button,
  DataTable,
  Dialog,
  EmptyState,
  Facts,
  Panel,
  Row,
  Segments,
  Stack,
  Table,
  Text,
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
import code from '../sources/sources.module.css';
import {
  ReplayWebhookDocument,
  WebhookDeliveriesDocument,
  WebhookDeliveryDocument,
  type WebhookDeliveryLineFragment,
  type WebhookDeliveryState,
} from './generated/channels.js';

const SHOWN = ['all', 'FAILED'] as const;
const TONE: Readonly<Record<WebhookDeliveryState, Tone>> = { QUEUED: 'accent', DELIVERED: 'ok', FAILED: 'danger' };

const answerOf = ({ status, error }: Pick<WebhookDeliveryLineFragment, 'status' | 'error'>): string =>
  error ?? (status === null ? '–' : `HTTP ${status}`);

function useColumns(replay: (id: string) => void, busy: boolean): readonly Column<WebhookDeliveryLineFragment>[] {
  const text = useText();
  return [
    {
      ...{ id: 'at', header: text('channels.log.at'), primary: true, oneLine: true, width: '11rem' },
      cell: ({ createdAt }) => <Time at={createdAt} style="dayTime" />,
    },
    { id: 'topic', header: text('channels.log.topic'), cell: ({ topicName }) => topicName },
    { id: 'client', header: text('channels.client'), width: '10rem', cell: ({ tenantName }) => tenantName ?? '–' },
    {
      ...{ id: 'state', header: text('channels.state'), width: '7rem' },
      cell: ({ state }) => <Badge tone={TONE[state]}>{text(`channels.delivery.${state}`)}</Badge>,
    },
    {
      ...{ id: 'attempts', header: text('channels.attempts'), width: '6rem', align: 'end', oneLine: true },
      cell: ({ attempts }) => attempts,
    },
    { id: 'answer', header: text('channels.answer'), width: '11rem', cell: answerOf },
    {
      ...{ id: 'replay', header: text('channels.replay'), width: '8rem' },
      cell: ({ id, state }) =>
        state === 'QUEUED' ? null : (
          <Button size="small" busy={busy} onClick={() => replay(id)}>
            {text('channels.replay')}
          </Button>
        ),
    },
  ];
}

/** What a webhook was told, with every answer; sent again on demand, byte by byte the same. */
export function WebhookLog({ webhookId, onChanged }: { readonly webhookId: string; readonly onChanged: () => void }) {
  const text = useText();
  const toast = useToast();
  const address = useAddress();
  const act = useAct(ReplayWebhookDocument);
  const [open, setOpen] = useState<string | null>(null);
  const shown = address.get('show') === 'FAILED' ? 'FAILED' : 'all';
  const state: WebhookDeliveryState | null = shown === 'FAILED' ? 'FAILED' : null;
  const pages = usePages({
    document: WebhookDeliveriesDocument,
    variables: (after) => ({ webhookId, state, first: 30, after }),
    connection: (data) => data.webhookDeliveries,
  });
  async function replay(webhookDeliveryId: string | null): Promise<void> {
    const data = await act.run({ input: { webhookId, webhookDeliveryId } });
    if (data === null) return;
    outcomeOf(data.replayWebhook, {
      WebhookReplayed: ({ replayed }) => toast({ text: text('channels.replayed', { count: replayed }) }),
      NotFound: () => toast({ tone: 'error', text: text('page.gone') }),
    });
    pages.reload();
    onChanged();
  }
  const columns = useColumns((id) => void replay(id), act.busy);
  return (
    <Panel
      title={text('channels.log')}
      look="flush"
      actions={
        <Row>
          <Segments
            label={text('channels.show')}
            hideLabel
            value={shown}
            options={SHOWN.map((value) => ({ value, label: text(`channels.show.${value}`) }))}
            onChange={(value) => address.set({ show: value === 'all' ? null : value })}
          />
          <Button size="small" onClick={pages.reload}>
            {text('channels.reload')}
          </Button>
          <Button size="small" busy={act.busy} onClick={() => void replay(null)}>
            {text('channels.replayAll')}
          </Button>
        </Row>
      }
    >
      {pages.error !== null && pages.rows.length === 0 ? (
        <QueryTrouble error={pages.error} onRetry={pages.reload} />
      ) : null}
      <DataTable
        caption={text('channels.log')}
        columns={columns}
        rows={pages.rows}
        rowKey={({ id }) => id}
        loading={pages.loading}
        onOpen={({ id }) => setOpen(id)}
        empty={<EmptyState compact title={text('channels.log.none')} />}
        footer={<More pages={pages} />}
      />
      {open === null ? null : <DeliveryReader id={open} onClose={() => setOpen(null)} />}
    </Panel>
  );
}

/** One delivery: the bytes that are signed, and what was answered each time. */
function DeliveryReader({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const text = useText();
  const [state, ask] = useQuery({ query: WebhookDeliveryDocument, variables: { id } });
  return (
    <Dialog opened size="lg" title={text('channels.delivery')} onClose={onClose}>
      <QueryView state={state} onRetry={() => ask({ requestPolicy: 'network-only' })} lines={4}>
        {({ webhookDelivery: found }) =>
          found === null ? (
            <Text>{text('page.gone')}</Text>
          ) : (
            <Stack>
              <Facts
                items={[
                  { term: text('channels.log.topic'), value: found.delivery.topicName },
                  { term: 'X-Daylight-Delivery', value: <Text look="code">{found.delivery.id}</Text> },
                ]}
              />
              <Table
                caption={text('channels.attempts')}
                head={[text('channels.log.at'), text('channels.answer'), text('channels.took'), text('channels.body')]}
                rows={found.attempts.map((attempt) => [
                  <Time key="at" at={attempt.at} style="dayTime" />,
                  answerOf(attempt),
                  `${attempt.durationMs} ms`,
                  <Text key="body" look="code">
                    {attempt.response ?? ''}
                  </Text>,
                ])}
              />
              <pre className={code['code']} tabIndex={0} aria-label={text('channels.sent')}>
                {found.body}
              </pre>
            </Stack>
          )
        }
      </QueryView>
    </Dialog>
  );
}
