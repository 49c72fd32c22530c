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
  Select,
  Stack,
  Text,
  Time,
  useToast,
} from '@daylight/web-ui';
import { useParams } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useText } from '../../app/text.js';
import {
  RenewWebhookSecretDocument,
  TestWebhookDocument,
  WebhookPageDocument,
  type WebhookLineFragment,
  type WebhookPageQuery,
} from '../../features/channels/generated/channels.js';
import { ShownOnce } from '../../features/channels/shown-once.js';
import { WebhookLog } from '../../features/channels/webhook-log.js';
import { useAct } from '../../features/forms/use-act.js';

const WebhookForm = lazy(() =>
  import('../../features/channels/webhook-form.js').then((module) => ({ default: module.WebhookForm })),
);
const OVERLAPS = ['0', '1', '24', '168'] as const;

/** One webhook: what it is told, and every delivery with its answers. */
export function WebhookPage() {
  const text = useText();
  const { webhookId } = useParams({ from: '/inside/set-up/channels/webhooks/$webhookId' });
  const [state, ask] = useQuery({ query: WebhookPageDocument, variables: { webhookId } });
  const reload = (): void => ask({ requestPolicy: 'network-only' });
  return (
    <Permitted permission="settings:manage" title={text('app.nav.channels')}>
      <QueryView state={state} onRetry={reload}>
        {({ webhook, webhookTopics }) =>
          webhook === null ? (
            <PageLayout title={text('app.nav.channels')}>
              <Panel>{text('page.gone')}</Panel>
            </PageLayout>
          ) : (
            <Webhook webhook={webhook} topics={webhookTopics} reload={reload} />
          )
        }
      </QueryView>
    </Permitted>
  );
}

interface WebhookProps {
  readonly webhook: WebhookLineFragment;
  readonly topics: WebhookPageQuery['webhookTopics'];
  readonly reload: () => void;
}

function Webhook({ webhook, topics, reload }: WebhookProps) {
  const text = useText();
  const toast = useToast();
  const test = useAct(TestWebhookDocument);
  const [open, setOpen] = useState<'EDIT' | 'RENEW' | null>(null);
  const [secret, setSecret] = useState<string | null>(null);
  const [sent, setSent] = useState(0);
  async function send(): Promise<void> {
    const data = await test.run({ input: { webhookId: webhook.id } });
    if (data === null) return;
    outcomeOf(data.testWebhook, {
      WebhookTestQueued: () => toast({ text: text('channels.test.queued') }),
      NotFound: () => toast({ tone: 'error', text: text('page.gone') }),
    });
    setSent((before) => before + 1);
    reload();
  }
  return (
    <PageLayout
      title={webhook.name}
      description={webhook.tenantName ?? text('channels.allClients')}
      width="wide"
      actions={
        <Row>
          <Button busy={test.busy} onClick={() => void send()}>
            {text('channels.test')}
          </Button>
          {webhook.format === 'DAYLIGHT' ? (
            <Button onClick={() => setOpen('RENEW')}>{text('channels.renew')}</Button>
          ) : null}
          <Button look="primary" onClick={() => setOpen('EDIT')}>
            {text('channels.webhook.edit')}
          </Button>
        </Row>
      }
    >
      <Panel>
        <WebhookFacts webhook={webhook} topics={topics} />
      </Panel>
      <WebhookLog key={sent} webhookId={webhook.id} onChanged={reload} />
      <Suspense>
        {open === 'EDIT' ? (
          <WebhookForm
            webhook={webhook}
            onClose={() => setOpen(null)}
            onSaved={() => {
              setOpen(null);
              reload();
            }}
          />
        ) : null}
      </Suspense>
      {open === 'RENEW' ? (
        <Renew
          webhookId={webhook.id}
          onClose={() => setOpen(null)}
          onRenewed={(renewed) => {
            setOpen(null);
            setSecret(renewed);
            reload();
          }}
        />
      ) : null}
      {secret === null ? null : <ShownOnce shown={{ kind: 'SECRET', value: secret }} onClose={() => setSecret(null)} />}
    </PageLayout>
  );
}

function WebhookFacts({ webhook, topics }: Pick<WebhookProps, 'webhook' | 'topics'>) {
  const text = useText();
  const named = topics.filter(({ topic }) => webhook.topics.includes(topic)).map(({ name }) => name);
  const { pausedUntil, formerSecretUntil } = webhook;
  return (
    <Facts
      items={[
        { term: text('channels.format'), value: text(`channels.format.${webhook.format}`) },
        { term: text('channels.url'), value: <Text look="code">{webhook.urlHint}</Text> },
        { term: text('channels.topics'), value: named.join(', ') },
        {
          term: text('channels.state'),
          value: (
            <Row gap="s">
              <Badge tone={webhook.active ? 'ok' : 'neutral'}>
                {text(webhook.active ? 'channels.inUse' : 'channels.off')}
              </Badge>
              {pausedUntil === null ? null : (
                <span>
                  {text('channels.pausedUntil')} <Time at={pausedUntil} style="dayTime" />
                </span>
              )}
            </Row>
          ),
        },
        ...(formerSecretUntil === null
          ? []
          : [{ term: text('channels.formerUntil'), value: <Time at={formerSecretUntil} style="dayTime" /> }]),
        { term: text('channels.waiting'), value: webhook.waiting },
      ]}
    />
  );
}

interface RenewProps {
  readonly webhookId: string;
  readonly onRenewed: (secret: string | null) => void;
  readonly onClose: () => void;
}

function Renew({ webhookId, onRenewed, onClose }: RenewProps) {
  const text = useText();
  const toast = useToast();
  const renew = useAct(RenewWebhookSecretDocument);
  const [hours, setHours] = useState<(typeof OVERLAPS)[number]>('24');
  async function run(): Promise<void> {
    const data = await renew.run({ input: { webhookId, overlapHours: Number(hours) } });
    if (data === null) return;
    outcomeOf(data.renewWebhookSecret, {
      WebhookSaved: ({ secret }) => onRenewed(secret),
      InputRefused: ({ problems }) => toast({ tone: 'error', text: problems.map(({ message }) => message).join(' ') }),
      NotFound: () => toast({ tone: 'error', text: text('page.gone') }),
    });
  }
  return (
    <ConfirmDialog
      opened
      title={text('channels.renew')}
      confirmLabel={text('channels.renew')}
      danger
      onConfirm={run}
      onClose={onClose}
    >
      <Stack>
        <Text>{text('channels.renew.body')}</Text>
        <Select
          label={text('channels.overlap')}
          value={hours}
          options={OVERLAPS.map((value) => ({ value, label: text(`channels.overlap.${value}`) }))}
          onChange={setHours}
        />
      </Stack>
    </ConfirmDialog>
  );
}
