import { QueryView, useMay, useParam } from '@daylight/web-app';
import { useQuery } from '@daylight/web-data';
import { Button, EmptyState, Facts, Link, PageLayout, Panel, Row, Skeleton, Stack, Text, Time } from '@daylight/web-ui';
import { lazy, Suspense, useState } from 'react';
import { useText } from '../../app/text.js';
import { StageBadge } from '../../features/clients/client-badges.js';
import { ContractsPanel, FiguresPanel, ReviewsPanel } from '../../features/clients/client-panels.js';
import { ClientPageDocument, type ClientLineFragment } from '../../features/clients/generated/clients.js';
import { ContactsPanel } from '../../features/contacts/contacts-panel.js';
import { StagePanel } from '../../features/clients/stage-panel.js';

const ClientForm = lazy(() =>
  import('../../features/clients/client-form.js').then((module) => ({ default: module.ClientForm })),
);

/** One client from all sides. */
export function ClientPage() {
  const text = useText();
  const [state, ask] = useQuery({ query: ClientPageDocument, variables: { id: useParam('clientId') } });
  if (state.data === undefined) {
    return (
      <PageLayout
        title={state.fetching ? <Skeleton height="2rem" width="14rem" /> : text('app.nav.clients')}
        documentTitle={text('app.nav.clients')}
        back={{ href: '/clients', label: text('app.nav.clients') }}
      >
        <QueryView state={state} onRetry={() => ask({ requestPolicy: 'network-only' })} lineHeight="9rem" lines={3}>
          {() => null}
        </QueryView>
      </PageLayout>
    );
  }
  const { tenant } = state.data;
  if (tenant === null)
    return (
      <PageLayout title={text('app.nav.clients')} back={{ href: '/clients', label: text('app.nav.clients') }}>
        <Panel>
          <EmptyState title={text('client.gone')} />
        </Panel>
      </PageLayout>
    );
  return <Whole client={tenant} />;
}

function Whole({ client }: { readonly client: ClientLineFragment }) {
  const text = useText();
  const may = useMay();
  const [editing, setEditing] = useState(false);
  const mayEdit = may('tenant:edit');
  const aside = (
    <>
      <StagePanel client={client} mayChange={mayEdit} />
      <Panel title={text('client.facts')}>
        <Facts
          items={[
            { term: text('client.prefix'), value: <Text look="code">{client.prefix}</Text> },
            { term: text('client.zone'), value: client.timeZone },
            { term: text('client.language'), value: client.language === 'ko' ? '한국어' : 'English' },
            { term: text('client.since'), value: <Time at={client.createdAt} style="date" /> },
            {
              term: text('client.members'),
              value: (
                <Link href={`/people?tenant=${client.id}`}>
                  {text('client.memberCount', { count: client.memberCount })}
                </Link>
              ),
            },
          ]}
        />
      </Panel>
    </>
  );
  return (
    <PageLayout
      title={
        <Row gap="s">
          <span>{client.name}</span>
          <StageBadge stage={client.stage} />
        </Row>
      }
      documentTitle={client.name}
      back={{ href: '/clients', label: text('app.nav.clients') }}
      actions={
        <>
          {mayEdit ? <Button onClick={() => setEditing(true)}>{text('client.edit')}</Button> : null}
          <Button href={`/people?tenant=${client.id}`}>{text('app.nav.people')}</Button>
          <Button look="primary" href={`/queue?view=ALL_OPEN&client=${client.id}`}>
            {text('client.tickets')}
          </Button>
        </>
      }
      aside={aside}
    >
      <Stack gap="l">
        <FiguresPanel clientId={client.id} zone={client.timeZone} />
        <ContractsPanel clientId={client.id} />
        <ContactsPanel client={client} />
        <ReviewsPanel clientId={client.id} />
      </Stack>
      {editing ? (
        <Suspense>
          <ClientForm client={client} onClose={() => setEditing(false)} onSaved={() => setEditing(false)} />
        </Suspense>
      ) : null}
    </PageLayout>
  );
}
