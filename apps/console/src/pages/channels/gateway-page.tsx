import { Permitted, QueryView } from '@daylight/web-app';
import { outcomeOf, useQuery } from '@daylight/web-data';
import {
  Badge,
  Button,
  ConfirmDialog,
  Facts,
  PageLayout,
  Panel,
  Row,
  TextField,
  Time,
  useToast,
} from '@daylight/web-ui';
import { useParams } from '@tanstack/react-router';
import { lazy, Suspense, useState, type SyntheticEvent } from 'react';
import { useText } from '../../app/text.js';
import { GatewayMessages, useMessages } from '../../features/channels/gateway-messages.js';
import {
  GatewayPageDocument,
  RenewReportUrlDocument,
  TestChannelGatewayDocument,
  type GatewayLineFragment,
} from '../../features/channels/generated/channels.js';
import { ShownOnce } from '../../features/channels/shown-once.js';
import { useAct } from '../../features/forms/use-act.js';

const GatewayForm = lazy(() =>
  import('../../features/channels/gateway-form.js').then((module) => ({ default: module.GatewayForm })),
);

/** One gateway: how it stands, a message to try it, and what it was given. */
export function GatewayPage() {
  const text = useText();
  const { gatewayId } = useParams({ from: '/inside/set-up/channels/gateways/$gatewayId' });
  const [state, ask] = useQuery({ query: GatewayPageDocument, variables: {} });
  const reload = (): void => ask({ requestPolicy: 'network-only' });
  return (
    <Permitted permission="settings:manage" title={text('app.nav.channels')}>
      <QueryView state={state} onRetry={reload}>
        {({ channelGateways }) => {
          const gateway = channelGateways.find(({ id }) => id === gatewayId);
          return gateway === undefined ? (
            <PageLayout title={text('app.nav.channels')}>
              <Panel>{text('page.gone')}</Panel>
            </PageLayout>
          ) : (
            <Gateway gateway={gateway} reload={reload} />
          );
        }}
      </QueryView>
    </Permitted>
  );
}

function Gateway({ gateway, reload }: { readonly gateway: GatewayLineFragment; readonly reload: () => void }) {
  const text = useText();
  const toast = useToast();
  const renew = useAct(RenewReportUrlDocument);
  const pages = useMessages(gateway.id);
  const [open, setOpen] = useState<'EDIT' | 'RENEW' | null>(null);
  const [reportUrl, setReportUrl] = useState<string | null>(null);
  async function replace(): Promise<void> {
    const data = await renew.run({ input: { gatewayId: gateway.id } });
    if (data === null) return;
    outcomeOf(data.renewReportUrl, {
      ChannelGatewaySaved: (saved) => setReportUrl(saved.reportUrl),
      NotFound: () => toast({ tone: 'error', text: text('page.gone') }),
    });
    setOpen(null);
    reload();
  }
  return (
    <PageLayout
      title={gateway.name}
      description={text(`channel.${gateway.channel}`)}
      width="wide"
      actions={
        <Row>
          <Button onClick={() => setOpen('RENEW')}>{text('channels.renewReport')}</Button>
          <Button look="primary" onClick={() => setOpen('EDIT')}>
            {text('channels.gateway.edit')}
          </Button>
        </Row>
      }
    >
      <Panel>
        <GatewayFacts gateway={gateway} />
      </Panel>
      <Try gatewayId={gateway.id} onSent={pages.reload} />
      <GatewayMessages
        pages={pages}
        onReload={() => {
          pages.reload();
          reload();
        }}
      />
      <Suspense>
        {open === 'EDIT' ? (
          <GatewayForm
            gateway={gateway}
            onClose={() => setOpen(null)}
            onSaved={() => {
              setOpen(null);
              reload();
            }}
          />
        ) : null}
      </Suspense>
      <ConfirmDialog
        opened={open === 'RENEW'}
        title={text('channels.renewReport')}
        confirmLabel={text('channels.renewReport')}
        danger
        onConfirm={replace}
        onClose={() => setOpen(null)}
      >
        {text('channels.renewReport.body')}
      </ConfirmDialog>
      {reportUrl === null ? null : (
        <ShownOnce shown={{ kind: 'REPORT', value: reportUrl }} onClose={() => setReportUrl(null)} />
      )}
    </PageLayout>
  );
}

function GatewayFacts({ gateway }: { readonly gateway: GatewayLineFragment }) {
  const text = useText();
  return (
    <Facts
      items={[
        {
          term: text('channels.state'),
          value: (
            <Row gap="s">
              <Badge tone={gateway.active ? 'ok' : 'neutral'}>
                {text(gateway.active ? 'channels.inUse' : 'channels.off')}
              </Badge>
              {gateway.lastError === null ? null : <Badge tone="danger">{gateway.lastError}</Badge>}
            </Row>
          ),
        },
        { term: text('channels.secrets'), value: gateway.secretNames.join(', ') || '–' },
        {
          term: text('channels.reports'),
          value: text(gateway.takesReports ? 'channels.reports.yes' : 'channels.reports.no'),
        },
        {
          term: text('channels.last'),
          value:
            gateway.lastSentAt === null ? text('channels.never') : <Time at={gateway.lastSentAt} style="dayTime" />,
        },
      ]}
    />
  );
}

/** A message that says it is a test, to an address of one's own. */
function Try({ gatewayId, onSent }: { readonly gatewayId: string; readonly onSent: () => void }) {
  const text = useText();
  const toast = useToast();
  const test = useAct(TestChannelGatewayDocument);
  const [address, setAddress] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  async function send(event: SyntheticEvent): Promise<void> {
    event.preventDefault();
    const data = await test.run({ input: { gatewayId, address } });
    if (data === null) return;
    outcomeOf(data.testChannelGateway, {
      GatewayTestQueued: () => {
        setProblem(null);
        toast({ text: text('channels.test.queued') });
      },
      InputRefused: ({ problems }) => setProblem(problems.map(({ message }) => message).join(' ')),
      NotFound: () => setProblem(text('page.gone')),
    });
    onSent();
  }
  return (
    <Panel title={text('channels.try')}>
      <form onSubmit={(event) => void send(event)} noValidate>
        <Row align="end">
          <TextField
            label={text('channels.try.to')}
            description={text('channels.try.help')}
            value={address}
            onChange={setAddress}
            error={problem}
            required
          />
          <Button type="submit" busy={test.busy} disabled={address.trim() === ''}>
            {text('channels.try.send')}
          </Button>
        </Row>
      </form>
    </Panel>
  );
}
