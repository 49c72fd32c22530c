import { Permitted, QueryView, useLocal, useMay } from '@daylight/web-app';
import { outcomeOf, useQuery } from '@daylight/web-data';
import { Badge, Button, ConfirmDialog, Facts, PageLayout, Panel, Row, Text, useToast } from '@daylight/web-ui';
import { useParams } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useText } from '../../app/text.js';
import { useAct } from '../../features/forms/use-act.js';
import { Deliveries } from '../../features/sources/deliveries.js';
import { Refusals } from '../../features/sources/refusals.js';
import {
  RenewAlertSourceDocument,
  SourcePageDocument,
  type SourceLineFragment,
} from '../../features/sources/generated/sources.js';
import { Instructions } from '../../features/sources/instructions.js';
import type { Shown } from '../../features/sources/shown-once.js';
import { useVendorName } from '../../features/sources/use-vendor-name.js';

const SourceForm = lazy(() =>
  import('../../features/sources/source-form.js').then((module) => ({ default: module.SourceForm })),
);
const ShownOnce = lazy(() =>
  import('../../features/sources/shown-once.js').then((module) => ({ default: module.ShownOnce })),
);

/** One source: how it is set up, what it sent, and what could not be read. */
export function SourcePage() {
  const text = useText();
  const { sourceId } = useParams({ from: '/inside/set-up/sources/$sourceId' });
  const [state, ask] = useQuery({ query: SourcePageDocument, variables: { sourceId } });
  const reload = (): void => ask({ requestPolicy: 'network-only' });
  return (
    <Permitted permission="alert:read" title={text('app.nav.sources')}>
      <QueryView state={state} onRetry={reload}>
        {({ alertSource }) =>
          alertSource === null ? (
            <PageLayout title={text('app.nav.sources')}>
              <Panel>{text('page.gone')}</Panel>
            </PageLayout>
          ) : (
            <Source source={alertSource} reload={reload} />
          )
        }
      </QueryView>
    </Permitted>
  );
}

function Source({ source, reload }: { readonly source: SourceLineFragment; readonly reload: () => void }) {
  const text = useText();
  const toast = useToast();
  const local = useLocal();
  const vendorName = useVendorName();
  const may = useMay()('alert-source:manage');
  const renew = useAct(RenewAlertSourceDocument);
  const [editing, setEditing] = useState(false);
  const [renewing, setRenewing] = useState<'KEY' | 'SECRET' | null>(null);
  const [shown, setShown] = useState<Shown | null>(null);

  async function replace(part: 'KEY' | 'SECRET'): Promise<void> {
    const data = await renew.run({ input: { sourceId: source.id, renew: part } });
    if (data === null) return;
    outcomeOf(data.renewAlertSource, {
      AlertSourceSaved: ({ url, secret }) => setShown({ vendor: source.vendor, url, secret }),
      NotFound: () => toast({ tone: 'error', text: text('page.gone') }),
    });
    setRenewing(null);
    reload();
  }
  const actions = may ? (
    <Row>
      <Button onClick={() => setRenewing('KEY')}>{text('sources.renew.KEY')}</Button>
      {source.auth === 'KEY' ? null : (
        <Button onClick={() => setRenewing('SECRET')}>{text('sources.renew.SECRET')}</Button>
      )}
      <Button look="primary" onClick={() => setEditing(true)}>
        {text('sources.edit')}
      </Button>
    </Row>
  ) : undefined;
  return (
    <PageLayout
      title={source.name}
      description={`${source.tenantName} · ${local(source.serviceName)}`}
      width="wide"
      actions={actions}
    >
      <Panel>
        <Facts
          items={[
            { term: text('sources.vendor'), value: vendorName(source.vendor) },
            { term: text('sources.url'), value: <Text look="code">{`…${source.keyHint}`}</Text> },
            { term: text('sources.auth'), value: text(`sources.auth.${source.auth}`) },
            { term: text('sources.ticketFrom'), value: text(`sources.ticketFrom.${source.ticketFrom}`) },
            { term: text('sources.grouping'), value: text(`sources.grouping.${source.grouping}`) },
            {
              term: text('sources.heartbeat'),
              value: (
                <Row gap="s">
                  {source.heartbeatMinutes ?? '–'}
                  {source.silent ? <Badge tone="danger">{text('sources.silent')}</Badge> : null}
                </Row>
              ),
            },
          ]}
        />
      </Panel>
      <Refusals refusals={source.refusals} />
      <Panel title={text('sources.how')}>
        <Instructions vendor={source.vendor} url={null} />
      </Panel>
      <Deliveries sourceId={source.id} onChanged={reload} />
      <Suspense>
        {editing ? (
          <SourceForm
            source={source}
            onClose={() => setEditing(false)}
            onSaved={(once) => {
              setEditing(false);
              setShown(once);
              reload();
            }}
          />
        ) : null}
        {shown === null ? null : <ShownOnce shown={shown} onClose={() => setShown(null)} />}
      </Suspense>
      <ConfirmDialog
        opened={renewing !== null}
        title={text(`sources.renew.${renewing ?? 'KEY'}`)}
        confirmLabel={text('sources.renew')}
        danger
        onConfirm={() => replace(renewing ?? 'KEY')}
        onClose={() => setRenewing(null)}
      >
        {text('sources.renew.body')}
      </ConfirmDialog>
    </PageLayout>
  );
}
