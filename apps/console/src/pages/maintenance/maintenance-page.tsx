import { Permitted, QueryTrouble, useAddress, useGo, useMay } from '@daylight/web-app';
import { now } from '@daylight/web-format';
import { Button, Checkbox, EmptyState, PageLayout, Panel, Stack } from '@daylight/web-ui';
import { IconHammer } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useText } from '../../app/text.js';
import { MaintenancePageDocument } from '../../features/availability/generated/maintenance.js';
import { WindowTable } from '../../features/availability/window-table.js';
import { ClientSelect } from '../../features/clients/client-select.js';
import { Filters } from '../../features/forms/filters.js';
import { More } from '../../features/page/more.js';
import { usePages } from '../../features/page/use-pages.js';

const AnnounceDialog = lazy(() => import('../../features/availability/announce-dialog.js'));
const PAGE_SIZE = 30;

/** Work on clients' services: announced, under way, over; and what it counts as. */
export function MaintenancePage() {
  const text = useText();
  return (
    <Permitted permission="maintenance:read" title={text('app.nav.maintenance')}>
      <Maintenance />
    </Permitted>
  );
}

function Maintenance() {
  const text = useText();
  const go = useGo();
  const may = useMay()('maintenance:announce');
  const address = useAddress();
  const [announcing, setAnnouncing] = useState(false);
  const tenantId = address.get('client');
  const announce = may ? (
    <Button look="primary" onClick={() => setAnnouncing(true)}>
      {text('work.new')}
    </Button>
  ) : undefined;
  return (
    <PageLayout title={text('app.nav.maintenance')} description={text('work.lead')} width="wide" actions={announce}>
      <Filters>
        <ClientSelect value={tenantId} onChange={(id) => address.set({ client: id })} clearable />
      </Filters>
      <List tenantId={tenantId} />
      {announcing ? (
        <Suspense>
          <AnnounceDialog
            tenantId={tenantId}
            now={now()}
            onSaved={(id) => go(`/maintenance/${id}`)}
            onClose={() => setAnnouncing(false)}
          />
        </Suspense>
      ) : null}
    </PageLayout>
  );
}

function List({ tenantId }: { readonly tenantId: string | null }) {
  const text = useText();
  const address = useAddress();
  const upcomingOnly = address.get('all') !== 'yes';
  const pages = usePages({
    document: MaintenancePageDocument,
    variables: (after) => ({ tenantId, upcomingOnly, first: PAGE_SIZE, after }),
    connection: ({ maintenanceWindows }) => maintenanceWindows,
  });
  return (
    <Stack>
      <Checkbox
        label={text('work.all')}
        checked={!upcomingOnly}
        onChange={(wanted) => address.set({ all: wanted ? 'yes' : null })}
      />
      <Panel look="flush">
        {pages.error !== null && pages.rows.length === 0 ? (
          <QueryTrouble error={pages.error} onRetry={pages.reload} />
        ) : (
          <WindowTable
            windows={pages.rows}
            loading={pages.loading}
            empty={
              <EmptyState icon={<IconHammer stroke={1.5} />} title={text('work.none')}>
                {text('work.none.body')}
              </EmptyState>
            }
          />
        )}
      </Panel>
      <More pages={pages} />
    </Stack>
  );
}
