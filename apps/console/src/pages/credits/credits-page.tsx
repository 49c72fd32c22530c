import { CreditTable, oneOf, Permitted, QueryTrouble, useAddress, useGo, useMay } from '@daylight/web-app';
import { EmptyState, PageLayout, Panel, Segments, Skeleton, Stack, Tabs } from '@daylight/web-ui';
import { IconReceipt2 } from '@tabler/icons-react';
import { useText } from '../../app/text.js';
import { CreditsPageDocument, type CreditState } from '../../features/availability/generated/credits.js';
import { Publish } from '../../features/availability/publish.js';
import { ClientSelect } from '../../features/clients/client-select.js';
import { Filters } from '../../features/forms/filters.js';
import { More } from '../../features/page/more.js';
import { usePages } from '../../features/page/use-pages.js';

const PAGE_SIZE = 30;
/** Which states a choice stands for: what needs the provider, what waits for the client, what is done. */
const STATES: Readonly<Record<'all' | 'ours' | 'theirs' | 'done', readonly CreditState[] | null>> = {
  all: null,
  ours: ['COMPUTED', 'DISPUTED', 'ACCEPTED'],
  theirs: ['PROPOSED'],
  done: ['WAIVED', 'SETTLED'],
};
const CHOICES = ['all', 'ours', 'theirs', 'done'] as const;

/** What missed promises are worth: proposed with the published figure, answered, settled. */
export function CreditsPage() {
  const text = useText();
  return (
    <Permitted permission="credit:read" title={text('app.nav.credits')}>
      <Credits />
    </Permitted>
  );
}

function Credits() {
  const text = useText();
  const address = useAddress();
  const tab = oneOf(address.get('tab'), ['list', 'publish']);
  const tenantId = address.get('client');
  const mayPublish = useMay()('credit:propose');
  const list = { id: 'list' as const, label: text('credit.tab.list'), content: <List tenantId={tenantId} /> };
  const publish = {
    ...{ id: 'publish' as const, label: text('credit.tab.publish') },
    content: tab === 'publish' ? <Publish tenantId={tenantId} /> : null,
  };
  return (
    <PageLayout title={text('app.nav.credits')} description={text('credit.lead')} width="wide">
      <Filters>
        <ClientSelect value={tenantId} onChange={(id) => address.set({ client: id })} clearable />
      </Filters>
      <Tabs
        label={text('app.nav.credits')}
        value={tab}
        onChange={(next) => address.set({ tab: next === 'list' ? null : next })}
        tabs={mayPublish ? [list, publish] : [list]}
      />
    </PageLayout>
  );
}

function List({ tenantId }: { readonly tenantId: string | null }) {
  const text = useText();
  const go = useGo();
  const address = useAddress();
  const choice = oneOf(address.get('state'), CHOICES);
  const states = STATES[choice];
  const pages = usePages({
    document: CreditsPageDocument,
    variables: (after) => ({ tenantId, states: states === null ? null : [...states], first: PAGE_SIZE, after }),
    connection: ({ credits }) => credits,
  });
  return (
    <Stack>
      <Segments
        label={text('credit.state')}
        hideLabel
        value={choice}
        options={CHOICES.map((value) => ({ value, label: text(`credit.state.${value}`) }))}
        onChange={(value) => address.set({ state: value === 'all' ? null : value })}
      />
      <Panel look="flush">
        {pages.error !== null && pages.rows.length === 0 ? (
          <QueryTrouble error={pages.error} onRetry={pages.reload} />
        ) : pages.loading && pages.rows.length === 0 ? (
          <Skeleton height="2.75rem" lines={6} />
        ) : (
          <CreditTable
            credits={pages.rows}
            withTenant
            onOpen={({ id }) => go(`/credits/${id}`)}
            empty={
              <EmptyState icon={<IconReceipt2 stroke={1.5} />} title={text('credit.none')}>
                {text('credit.none.body')}
              </EmptyState>
            }
          />
        )}
      </Panel>
      <More pages={pages} />
    </Stack>
  );
}
