import { AppLink, Permitted, QueryView } from '@daylight/web-app';
import { useQuery } from '@daylight/web-data';
import {
  Badge,
  Button,
  DataTable,
  EmptyState,
  PageLayout,
  Panel,
  Row,
  Stack,
  Text,
  Time,
  type Column,
} from '@daylight/web-ui';
import { lazy, Suspense, useState } from 'react';
import { useText } from '../../app/text.js';
import {
  ChannelsPageDocument,
  type GatewayLineFragment,
  type WebhookLineFragment,
} from '../../features/channels/generated/channels.js';
import type { Shown } from '../../features/channels/shown-once.js';

const WebhookForm = lazy(() =>
  import('../../features/channels/webhook-form.js').then((module) => ({ default: module.WebhookForm })),
);
const GatewayForm = lazy(() =>
  import('../../features/channels/gateway-form.js').then((module) => ({ default: module.GatewayForm })),
);
const ShownOnce = lazy(() =>
  import('../../features/channels/shown-once.js').then((module) => ({ default: module.ShownOnce })),
);

/** Ways out besides mail: webhooks that are told of events, and gateways that carry calls. */
export function ChannelsPage() {
  const text = useText();
  return (
    <Permitted permission="settings:manage" title={text('app.nav.channels')}>
      <Channels />
    </Permitted>
  );
}

function useWebhookColumns(): readonly Column<WebhookLineFragment>[] {
  const text = useText();
  return [
    {
      ...{ id: 'name', header: text('channels.name'), primary: true },
      cell: (webhook) => (
        <Row gap="s">
          <AppLink href={`/channels/webhooks/${webhook.id}`}>{webhook.name}</AppLink>
          {webhook.active ? null : <Badge>{text('channels.off')}</Badge>}
          {webhook.pausedUntil === null ? null : <Badge tone="warn">{text('channels.paused')}</Badge>}
          {webhook.failed > 0 ? (
            <Badge tone="danger">{text('channels.failed', { count: webhook.failed })}</Badge>
          ) : null}
        </Row>
      ),
    },
    {
      ...{ id: 'format', header: text('channels.format'), width: '11rem' },
      cell: ({ format }) => text(`channels.format.${format}`),
    },
    {
      ...{ id: 'url', header: text('channels.url'), width: '18rem' },
      cell: ({ urlHint }) => <Text look="code">{urlHint}</Text>,
    },
    {
      ...{ id: 'client', header: text('channels.client'), width: '11rem' },
      cell: ({ tenantName }) => tenantName ?? text('channels.allClients'),
    },
    {
      ...{ id: 'last', header: text('channels.last'), width: '10rem', oneLine: true },
      cell: ({ lastDeliveredAt }) =>
        lastDeliveredAt === null ? text('channels.never') : <Time at={lastDeliveredAt} style="dayTime" />,
    },
  ];
}

function useGatewayColumns(): readonly Column<GatewayLineFragment>[] {
  const text = useText();
  return [
    {
      ...{ id: 'name', header: text('channels.name'), primary: true },
      cell: (gateway) => (
        <Row gap="s">
          <AppLink href={`/channels/gateways/${gateway.id}`}>{gateway.name}</AppLink>
          {gateway.active ? <Badge tone="ok">{text('channels.inUse')}</Badge> : <Badge>{text('channels.off')}</Badge>}
          {gateway.lastError === null ? null : <Badge tone="danger">{gateway.lastError}</Badge>}
        </Row>
      ),
    },
    {
      ...{ id: 'channel', header: text('channels.channel'), width: '11rem' },
      cell: ({ channel }) => text(`channel.${channel}`),
    },
    {
      ...{ id: 'reports', header: text('channels.reports'), width: '11rem' },
      cell: ({ takesReports }) => text(takesReports ? 'channels.reports.yes' : 'channels.reports.no'),
    },
    {
      ...{ id: 'last', header: text('channels.last'), width: '10rem', oneLine: true },
      cell: ({ lastSentAt }) =>
        lastSentAt === null ? text('channels.never') : <Time at={lastSentAt} style="dayTime" />,
    },
  ];
}

function Channels() {
  const text = useText();
  const [columns, gatewayColumns] = [useWebhookColumns(), useGatewayColumns()];
  const [adding, setAdding] = useState<'WEBHOOK' | 'GATEWAY' | null>(null);
  const [shown, setShown] = useState<Shown | null>(null);
  const [state, ask] = useQuery({ query: ChannelsPageDocument, variables: {} });
  const reload = (): void => ask({ requestPolicy: 'network-only' });
  function saved(kind: Shown['kind'], value: string | null): void {
    setAdding(null);
    setShown(value === null ? null : { kind, value });
    reload();
  }
  const addButton = (what: 'WEBHOOK' | 'GATEWAY') => (
    <Button onClick={() => setAdding(what)}>
      {text(what === 'WEBHOOK' ? 'channels.webhook.new' : 'channels.gateway.new')}
    </Button>
  );
  return (
    <PageLayout title={text('app.nav.channels')} description={text('channels.lead')} width="wide">
      <QueryView state={state} onRetry={reload}>
        {({ webhooks, channelGateways }) => (
          <Stack>
            <Panel title={text('channels.webhooks')} look="flush" actions={addButton('WEBHOOK')}>
              <DataTable
                caption={text('channels.webhooks')}
                columns={columns}
                rows={webhooks}
                rowKey={({ id }) => id}
                empty={
                  <EmptyState compact title={text('channels.webhooks.none')}>
                    {text('channels.webhooks.none.body')}
                  </EmptyState>
                }
              />
            </Panel>
            <Panel title={text('channels.gateways')} look="flush" actions={addButton('GATEWAY')}>
              <DataTable
                caption={text('channels.gateways')}
                columns={gatewayColumns}
                rows={channelGateways}
                rowKey={({ id }) => id}
                empty={
                  <EmptyState compact title={text('channels.gateways.none')}>
                    {text('channels.gateways.none.body')}
                  </EmptyState>
                }
              />
            </Panel>
          </Stack>
        )}
      </QueryView>
      <Suspense>
        {adding === 'WEBHOOK' ? (
          <WebhookForm webhook={null} onClose={() => setAdding(null)} onSaved={(secret) => saved('SECRET', secret)} />
        ) : null}
        {adding === 'GATEWAY' ? (
          <GatewayForm gateway={null} onClose={() => setAdding(null)} onSaved={(url) => saved('REPORT', url)} />
        ) : null}
        {shown === null ? null : <ShownOnce shown={shown} onClose={() => setShown(null)} />}
      </Suspense>
    </PageLayout>
  );
}
