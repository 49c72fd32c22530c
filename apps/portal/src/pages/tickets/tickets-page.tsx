import { type Address, Pager, QueryView, useAddress, useMay } from '@daylight/web-app';
import { useQuery } from '@daylight/web-data';
import { Button, EmptyState, PageLayout, Panel, Stack, Tabs } from '@daylight/web-ui';
import { useText } from '../../app/text.js';
import { ExportButton } from '../../features/tickets/export-button.js';
import { FilterBar } from '../../features/tickets/filter-bar.js';
import {
  filterOf,
  isFiltered,
  readList,
  usualView,
  VIEWS,
  type TicketListState,
} from '../../features/tickets/filters.js';
import { TicketsPageDocument } from '../../features/tickets/generated/tickets.js';
import { TicketTable } from '../../features/tickets/ticket-table.js';

const PAGE_SIZE = 30;

/** Tickets of the reader and the company; view, filters and place are in the address. */
export function TicketsPage() {
  const text = useText();
  const may = useMay();
  const address = useAddress();
  const readsAll = may('ticket:read');
  const state = readList(address, usualView(readsAll));
  const views = VIEWS.filter((view) => view !== 'COMPANY' || readsAll);
  return (
    <PageLayout
      title={text('app.nav.tickets')}
      width="page"
      actions={may('ticket:export') ? <ExportButton state={state} /> : undefined}
    >
      <Tabs
        label={text('tickets.views')}
        value={state.view}
        onChange={(view) => address.set({ view, after: null, status: null })}
        tabs={views.map((view) => ({
          id: view,
          label: text(`tickets.view.${view}`),
          content: <TicketList state={state} address={address} />,
        }))}
      />
    </PageLayout>
  );
}

function TicketList({ state, address }: { readonly state: TicketListState; readonly address: Address }) {
  const text = useText();
  const may = useMay();
  const [result, ask] = useQuery({
    query: TicketsPageDocument,
    variables: { view: state.asked, filter: filterOf(state), first: PAGE_SIZE, after: state.after },
  });
  const clear = (): void =>
    address.set({ text: null, status: null, priority: null, type: null, service: null, after: null });
  return (
    <QueryView state={result} onRetry={() => ask({ requestPolicy: 'network-only' })} lines={9}>
      {({ tickets, serviceItems }) => (
        <Stack>
          <FilterBar state={state} address={address} services={serviceItems} />
          <Panel look="flush">
            <TicketTable
              caption={text(`tickets.view.${state.view}`)}
              tickets={tickets.edges.map(({ node }) => node)}
              empty={
                isFiltered(state) ? (
                  <EmptyState
                    title={text('tickets.none.filtered')}
                    action={<Button onClick={clear}>{text('tickets.filter.clear')}</Button>}
                  >
                    {text('tickets.none.filtered.body')}
                  </EmptyState>
                ) : (
                  <EmptyState
                    title={text(`tickets.none.${state.view}`)}
                    action={
                      state.view === 'MINE' && may('ticket:open') ? (
                        <Button look="primary" href="/tickets/new">
                          {text('app.newTicket')}
                        </Button>
                      ) : undefined
                    }
                  >
                    {text('tickets.none.body')}
                  </EmptyState>
                )
              }
              footer={
                <>
                  <span>{text('tickets.count', { count: tickets.totalCount })}</span>
                  <Pager address={address} next={tickets.pageInfo} />
                </>
              }
            />
          </Panel>
        </Stack>
      )}
    </QueryView>
  );
}
