import { oneOf, Permitted, QueryTrouble, useAddress, useGo, useMay } from '@daylight/web-app';
import { now } from '@daylight/web-format';
import { Button, Checkbox, EmptyState, PageLayout, Panel, Stack, Tabs } from '@daylight/web-ui';
import { IconCircleCheck } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useText } from '../../app/text.js';
import { ClaimList } from '../../features/availability/claim-list.js';
import { OutagesPageDocument } from '../../features/availability/generated/outages.js';
import { OutageTable } from '../../features/availability/outage-table.js';
import { ClientSelect } from '../../features/clients/client-select.js';
import { Filters } from '../../features/forms/filters.js';
import { More } from '../../features/page/more.js';
import { usePages } from '../../features/page/use-pages.js';

const OutageDialog = lazy(() => import('../../features/availability/outage-dialog.js'));
const PAGE_SIZE = 30;

/** When services were down or degraded, by signals or by a person's word; and what should not count of it. */
export function OutagesPage() {
  const text = useText();
  return (
    <Permitted permission="outage:read" title={text('app.nav.outages')}>
      <Outages />
    </Permitted>
  );
}

function Outages() {
  const text = useText();
  const go = useGo();
  const may = useMay()('outage:correct');
  const address = useAddress();
  const [opening, setOpening] = useState(false);
  const tab = oneOf(address.get('tab'), ['list', 'claims']);
  const tenantId = address.get('client');
  return (
    <PageLayout
      title={text('app.nav.outages')}
      description={text('outage.lead')}
      width="wide"
      actions={
        may ? (
          <Button look="primary" onClick={() => setOpening(true)}>
            {text('outage.new')}
          </Button>
        ) : undefined
      }
    >
      <Filters>
        <ClientSelect value={tenantId} onChange={(id) => address.set({ client: id })} clearable />
      </Filters>
      <Tabs
        label={text('app.nav.outages')}
        value={tab}
        onChange={(next) => address.set({ tab: next === 'list' ? null : next })}
        tabs={[
          { id: 'list', label: text('outage.tab.list'), content: tab === 'list' ? <List tenantId={tenantId} /> : null },
          {
            id: 'claims',
            label: text('outage.tab.claims'),
            content: tab === 'claims' ? <ClaimList tenantId={tenantId} /> : null,
          },
        ]}
      />
      {opening ? (
        <Suspense>
          <OutageDialog
            tenantId={tenantId}
            now={now()}
            onSaved={(id) => go(`/outages/${id}`)}
            onClose={() => setOpening(false)}
          />
        </Suspense>
      ) : null}
    </PageLayout>
  );
}

function List({ tenantId }: { readonly tenantId: string | null }) {
  const text = useText();
  const address = useAddress();
  const openOnly = address.get('open') === 'yes';
  const pages = usePages({
    document: OutagesPageDocument,
    variables: (after) => ({ tenantId, openOnly, first: PAGE_SIZE, after }),
    connection: ({ outages }) => outages,
  });
  return (
    <Stack>
      <Checkbox
        label={text('outage.openOnly')}
        checked={openOnly}
        onChange={(wanted) => address.set({ open: wanted ? 'yes' : null })}
      />
      <Panel look="flush">
        {pages.error !== null && pages.rows.length === 0 ? (
          <QueryTrouble error={pages.error} onRetry={pages.reload} />
        ) : (
          <OutageTable
            outages={pages.rows}
            loading={pages.loading}
            empty={
              <EmptyState icon={<IconCircleCheck stroke={1.5} />} title={text('outage.none')}>
                {text('outage.none.body')}
              </EmptyState>
            }
          />
        )}
      </Panel>
      <More pages={pages} />
    </Stack>
  );
}
